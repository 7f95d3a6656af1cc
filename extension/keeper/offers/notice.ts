import type { LoginSent, WebFrame } from '../../messages/frame.ts'

/** What a login was sent for: to sign in, to put another password in the place of one, to make one up. */
type Deed = 'sign-in' | 'change' | 'new'

/** A login that a person has sent, before anybody knows whether it was right. */
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

/** Nothing of what was sent is kept for longer. */
export const KEPT = 5 * 60_000

/** What a gesture in a form comes to, with the step before it in this tab. */
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

/** One document of the tab, as it was found some time after. */
export type Seen = {
  /** The one that has sent it, or a later one. */
  isSame: boolean
  /** Of http, 0 where it is not known. */
  status: number
  /** A password field waits, switched off. */
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
 * Whether it seems to have worked: the page that it led to asks for no such thing again. The same form again means no, as
 * does one that was emptied, but for a change of password: that leaves its empty form behind, and says so where it refused.
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
