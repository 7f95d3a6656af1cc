import type { LoginSent, WebFrame } from '../../messages/frame.ts'

/** Why a login was sent: to sign in, to change a password, or to set a new one. */
type Deed = 'sign-in' | 'change' | 'new'

/** A login that a person has sent, before it is known whether the site accepted it. */
export type Noticed = {
  frame: WebFrame
  deed: Deed
  /** Null where the page did not say. */
  username: string | null
  password: string
  /** The password that a change was made with. */
  old: string | null
  at: number
}
/** The first step of a login: its password comes with the next page of this origin in this tab. */
export type Step = { origin: string; username: string; at: number }

/** How long anything that was sent is kept at most, in ms. */
export const KEPT = 5 * 60_000

/** Returns what sending a form amounts to, given the step before it in this tab. */
export function heard(
  { kind, username, password, fresh }: LoginSent,
  frame: WebFrame,
  step: Step | null,
  at: number,
): { is: 'login'; login: Noticed } | { is: 'step'; step: Step } | { is: 'left' } {
  const isSignIn = kind === 'sign-in' || kind === 'password-step'
  const { origin } = frame
  if (kind === 'username-step') return { is: 'step', step: { origin, username: username.trim(), at } }
  // Nothing was sent that could be kept.
  if (kind === 'left' || (isSignIn ? password : fresh) === '') return { is: 'left' }
  const isNext = step?.origin === origin && at - step.at < KEPT
  const name = username.trim() || (isNext ? step.username : '')
  const login = { frame, username: name === '' ? null : name, at }
  if (isSignIn) return { is: 'login', login: { ...login, deed: 'sign-in', password, old: null } }
  const deed = kind === 'change-password' ? 'change' : 'new'
  return { is: 'login', login: { ...login, deed, password: fresh, old: password === '' ? null : password } }
}

/** One document of the tab, as found some time after the form was sent. */
export type Seen = {
  /** Whether it is the document that sent the form, or a later one. */
  isSame: boolean
  /** The HTTP status, 0 where it is not known. */
  status: number
  /** A password field is disabled, as while a page waits for its server. */
  isBusy: boolean
  /** Something on the page is marked as wrong. */
  isWrong: boolean
  forms: readonly { kind: string; isEmpty: boolean }[]
}

const asks: Readonly<Record<Deed, readonly string[]>> = {
  'sign-in': ['sign-in', 'username-step', 'password-step'],
  change: ['change-password'],
  new: ['sign-up', 'reset'],
}

/**
 * Returns whether the login seems to have been accepted: the next page does not ask for the same again. The same form again, or an emptied
 * one, means refused. A change of password is the exception: it leaves an empty form behind, and marks an error where it was refused.
 */
export function judge({ deed }: Pick<Noticed, 'deed'>, seen: readonly Seen[]): 'worked' | 'failed' | 'waits' {
  const each = seen.map(({ isSame, status, isBusy, isWrong, forms }) => {
    if (!isSame && status >= 400) return 'failed'
    const again = forms.filter(({ kind }) => asks[deed].includes(kind))
    if (again.length === 0) return isSame && isBusy ? 'waits' : 'worked'
    if (isSame && !again.every(({ isEmpty }) => isEmpty)) return 'waits'
    return deed === 'change' && !isWrong ? 'worked' : 'failed'
  })
  return each.find((one) => one === 'failed') ?? each.find((one) => one === 'waits') ?? each[0] ?? 'waits'
}
