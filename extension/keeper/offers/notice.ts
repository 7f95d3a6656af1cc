import type { SubmittedForm, WebFrame } from '../../messages/frame.ts'

/** Why a login was sent: to sign in, to change a password, or to set a new one. */
type LoginPurpose = 'sign-in' | 'change' | 'new'

/** A login that a person has sent, before it is known whether the site accepted it. */
export type NoticedLogin = {
  frame: WebFrame
  deed: LoginPurpose
  /** Null where the page did not say. */
  username: string | null
  password: string
  /** The password that a change was made with. */
  old: string | null
  at: number
}
/** The first step of a login: its password comes with the next page of this origin in this tab. */
export type UsernameStep = { origin: string; username: string; at: number }

/** How long anything that was sent is kept at most, in ms. */
export const NOTICE_LIFE = 5 * 60_000

/** Returns what sending a form amounts to, given the step before it in this tab. */
export function interpretSent(
  { kind, username, password, fresh }: SubmittedForm,
  frame: WebFrame,
  step: UsernameStep | null,
  at: number,
): { is: 'login'; login: NoticedLogin } | { is: 'step'; step: UsernameStep } | { is: 'left' } {
  const isSignIn = kind === 'sign-in' || kind === 'password-step'
  const { origin } = frame
  if (kind === 'username-step') return { is: 'step', step: { origin, username: username.trim(), at } }
  // Nothing was sent that could be kept.
  if (kind === 'left' || (isSignIn ? password : fresh) === '') return { is: 'left' }
  const isNext = step?.origin === origin && at - step.at < NOTICE_LIFE
  const name = username.trim() || (isNext ? step.username : '')
  const login = { frame, username: name === '' ? null : name, at }
  if (isSignIn) return { is: 'login', login: { ...login, deed: 'sign-in', password, old: null } }
  const deed = kind === 'change-password' ? 'change' : 'new'
  return { is: 'login', login: { ...login, deed, password: fresh, old: password === '' ? null : password } }
}

/** One document of the tab, as found some time after the form was sent. */
export type SeenDocument = {
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

const asks: Readonly<Record<LoginPurpose, readonly string[]>> = {
  'sign-in': ['sign-in', 'username-step', 'password-step'],
  change: ['change-password'],
  new: ['sign-up', 'reset'],
}

/**
 * Returns whether the login seems to have been accepted: the next page does not ask for the same again. The same form again, or an emptied
 * one, means refused. A change of password is the exception: it leaves an empty form behind, and marks an error where it was refused.
 */
export function judgeLogin(
  { deed }: Pick<NoticedLogin, 'deed'>,
  seen: readonly SeenDocument[],
): 'worked' | 'failed' | 'waits' {
  const each = seen.map(({ isSame, status, isBusy, isWrong, forms }) => {
    if (!isSame && status >= 400) return 'failed'
    const again = forms.filter(({ kind }) => asks[deed].includes(kind))
    if (again.length === 0) return isSame && isBusy ? 'waits' : 'worked'
    if (isSame && !again.every(({ isEmpty }) => isEmpty)) return 'waits'
    return deed === 'change' && !isWrong ? 'worked' : 'failed'
  })
  return each.find((one) => one === 'failed') ?? each.find((one) => one === 'waits') ?? each[0] ?? 'waits'
}
