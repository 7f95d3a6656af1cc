import { weigh, type Words } from './evidence.ts'
import type { Sort } from './sort-field.ts'
import { addCompanies, LOGIN_IDS, silent, type Role, type Sorted, type Verdict } from './verdict.ts'
import { says } from './vocabulary/words.ts'
import * as weights from './weights.ts'

/** Asked for on many a page where nobody signs in. */
const NUMBER = /num|nr\b|code|kod|account|compte|kont/
/** What may stand beside a login id, and the step is still one. */
const CODE_LIKE: readonly Sort[] = ['unknown', 'phone', 'captcha', 'masked']
const BESIDE: readonly Sort[] = ['company', 'captcha', 'choice']

/** The fields that take a code: they say so, or there is one alone, but for a name, and the page is about nothing else. */
function codesAmong(fields: Sorted[], words: Words): Sorted[] {
  const said = fields.filter((field) => field.sort === 'otp')
  const [lone, second] = fields.filter(({ sort }) => sort !== 'person')
  if (said.length > 0 || lone === undefined || second !== undefined || !CODE_LIKE.includes(lone.sort)) return said
  return weigh('otp', words) >= weights.STATED_CODE && weigh('signUp', words) === 0 ? [lone] : []
}

/** One field that says nothing, in a form whose programmer called it a login; or a client's code, where the password is not typed but clicked. */
function isNamelessLogin([field, second]: Sorted[], words: Words, hiddenPassword: boolean): boolean {
  if (field === undefined || second !== undefined) return false
  if (field.sort === 'company') return hiddenPassword && says('username', field.labels.label)
  return field.sort === 'unknown' && says('signIn', words.names)
}

/** Decides about a group without password fields: the first step of a login, a second factor, or nothing of ours. */
export function withoutPassword(fields: Sorted[], words: Words, hiddenPassword: boolean): Verdict {
  const codes = codesAmong(fields, words)
  const ids = fields.filter((field) => LOGIN_IDS.includes(field.sort) && !codes.includes(field))
  const strange = fields.filter(({ sort }) => !LOGIN_IDS.includes(sort) && !BESIDE.includes(sort))
  const lone = isNamelessLogin(fields, words, hiddenPassword) ? fields[0] : undefined
  const id = ids.find((field) => field.sort === 'username') ?? ids[0] ?? lone
  if (codes.length > 0 && ids.length === 0 && !fields.some(({ sort }) => sort === 'prose'))
    return { kind: 'second-factor', roles: codes.map((field) => [field, 'otp']), reasons: ['code'] }
  const named = ids.filter((field) => field.sort === 'username')
  if (id === undefined || (strange.length > 0 && id !== lone) || ids.length > 2 || named.length > 1)
    return silent('none', 'no login id alone')
  // A number asked for before "Next" is not yet a login.
  const signIn =
    weigh('signIn', words) +
    (hiddenPassword ? weights.STEP_HIDDEN_PASSWORD : 0) +
    (id === lone ? weights.STEP_NAMELESS : 0) +
    (id.labels.autocomplete.includes('username') || id.labels.autocomplete.includes('webauthn')
      ? weights.STEP_AUTOCOMPLETE
      : 0) +
    (says('forgot', words.links) ? weights.STEP_FORGOT_LINK : 0) +
    (says('remember', words.boxes) ? weights.STEP_REMEMBER_BOX : 0)
  if (signIn === 0 && NUMBER.test(Object.values(id.labels).join(' '))) return silent('none', 'no sign-in')
  const score =
    signIn +
    // The e-mail of a "user[email]" is anybody's.
    (id.sort === 'username' || says('username', id.labels.name.replace('user email', '')) ? weights.STEP_USERNAME : 0) +
    (says('next', words.button) ? weights.STEP_NEXT_BUTTON : 0) -
    // "Sign in or create an account": one step for both.
    weigh('signUp', words, 'signIn') -
    weigh('reset', words, 'signIn') * weights.STEP_OTHER_PURPOSE -
    weigh('newsletter', words) * weights.STEP_OTHER_PURPOSE -
    weigh('search', words) * weights.STEP_OTHER_PURPOSE -
    weigh('manage', words) * weights.STEP_OTHER_PURPOSE -
    (says('save', words.button) ? weights.STEP_SAVE_BUTTON : 0) -
    (says('terms', words.boxes) ? weights.STEP_TERMS_BOX : 0)
  if (score < weights.STEP) return silent('none', `username step ${score}`)
  const roles: [Sorted, Role][] = [[id, 'username']]
  addCompanies(fields, id, roles)
  return { kind: 'username-step', roles, reasons: [`username step ${score}`] }
}
