import { weigh, type Words } from './evidence.ts'
import type { Sort } from './sort-field.ts'
import { addCompanies, LOGIN_IDS, nothingToFill, type Role, type Sorted, type Verdict } from './verdict.ts'
import { mentions } from './vocabulary/words.ts'
import * as weights from './weights.ts'

/** Words for numbers and codes, which many pages ask for that sign nobody in. */
const NUMBER = /num|nr\b|code|kod|account|compte|kont/
/** Sorts of a lone field that may take a one-time code. */
const CODE_LIKE: readonly Sort[] = ['unknown', 'phone', 'captcha', 'masked']
/** Fields that the first step of a sign-in may have beside the login id. */
const BESIDE: readonly Sort[] = ['company', 'captcha', 'choice']

/** Returns the fields for a one-time code: those that say so, or a lone field (besides a person's name) on a page about codes. */
function codesAmong(fields: Sorted[], words: Words): Sorted[] {
  const said = fields.filter((field) => field.sort === 'otp')
  const [lone, second] = fields.filter(({ sort }) => sort !== 'person')
  if (said.length > 0 || lone === undefined || second !== undefined || !CODE_LIKE.includes(lone.sort)) return said
  return weigh('otp', words) >= weights.STATED_CODE && weigh('signUp', words) === 0 ? [lone] : []
}

/** Returns true for a lone field without words in a form named "login", or for a customer code beside a hidden password field. */
function isNamelessLogin([field, second]: Sorted[], words: Words, hiddenPassword: boolean): boolean {
  if (field === undefined || second !== undefined) return false
  if (field.sort === 'company') return hiddenPassword && mentions('username', field.labels.label)
  return field.sort === 'unknown' && mentions('signIn', words.names)
}

/** Returns the verdict on a group without password fields: the first step of a sign-in, a second factor, or nothing to fill. */
export function judgeWithoutPassword(fields: Sorted[], words: Words, hiddenPassword: boolean): Verdict {
  const codes = codesAmong(fields, words)
  const ids = fields.filter((field) => LOGIN_IDS.includes(field.sort) && !codes.includes(field))
  const strange = fields.filter(({ sort }) => !LOGIN_IDS.includes(sort) && !BESIDE.includes(sort))
  const lone = isNamelessLogin(fields, words, hiddenPassword) ? fields[0] : undefined
  const id = ids.find((field) => field.sort === 'username') ?? ids[0] ?? lone
  if (codes.length > 0 && ids.length === 0 && !fields.some(({ sort }) => sort === 'prose'))
    return { kind: 'second-factor', roles: codes.map((field) => [field, 'otp']), reasons: ['code'] }
  const named = ids.filter((field) => field.sort === 'username')
  if (id === undefined || (strange.length > 0 && id !== lone) || ids.length > 2 || named.length > 1)
    return nothingToFill('none', 'no login id alone')
  // A number and a "Next" button alone are no sign-in.
  const signIn =
    weigh('signIn', words) +
    (hiddenPassword ? weights.STEP_HIDDEN_PASSWORD : 0) +
    (id === lone ? weights.STEP_NAMELESS : 0) +
    (id.labels.autocomplete.includes('username') || id.labels.autocomplete.includes('webauthn')
      ? weights.STEP_AUTOCOMPLETE
      : 0) +
    (mentions('forgot', words.links) ? weights.STEP_FORGOT_LINK : 0) +
    (mentions('remember', words.boxes) ? weights.STEP_REMEMBER_BOX : 0)
  if (signIn === 0 && NUMBER.test(Object.values(id.labels).join(' '))) return nothingToFill('none', 'no sign-in')
  const score =
    signIn +
    // A field named `user[email]` may take any e-mail address: its name is no sign of a username.
    (id.sort === 'username' || mentions('username', id.labels.name.replace('user email', ''))
      ? weights.STEP_USERNAME
      : 0) +
    (mentions('next', words.button) ? weights.STEP_NEXT_BUTTON : 0) -
    // "Sign in or create an account" is one step for both, so it does not count against a sign-in.
    weigh('signUp', words, 'signIn') -
    weigh('reset', words, 'signIn') * weights.STEP_OTHER_PURPOSE -
    weigh('newsletter', words) * weights.STEP_OTHER_PURPOSE -
    weigh('search', words) * weights.STEP_OTHER_PURPOSE -
    weigh('manage', words) * weights.STEP_OTHER_PURPOSE -
    (mentions('save', words.button) ? weights.STEP_SAVE_BUTTON : 0) -
    (mentions('terms', words.boxes) ? weights.STEP_TERMS_BOX : 0)
  if (score < weights.STEP) return nothingToFill('none', `username step ${score}`)
  const roles: [Sorted, Role][] = [[id, 'username']]
  addCompanies(fields, id, roles)
  return { kind: 'username-step', roles, reasons: [`username step ${score}`] }
}
