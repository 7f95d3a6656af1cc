import { weigh, type Words } from './evidence.ts'
import type { Sort } from './sort-field.ts'
import { addCompanies, LOGIN_IDS, silent, type Role, type Sorted, type Verdict } from './verdict.ts'
import { says } from './vocabulary/words.ts'

const STEP = 4
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
  return weigh('otp', words) >= 2 && weigh('signUp', words) === 0 ? [lone] : []
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
    (hiddenPassword ? 4 : 0) +
    (id === lone ? 2 : 0) +
    (id.labels.autocomplete.includes('username') || id.labels.autocomplete.includes('webauthn') ? 4 : 0) +
    (says('forgot', words.links) ? 2 : 0) +
    (says('remember', words.boxes) ? 2 : 0)
  if (signIn === 0 && NUMBER.test(Object.values(id.labels).join(' '))) return silent('none', 'no sign-in')
  const score =
    signIn +
    // The e-mail of a "user[email]" is anybody's.
    (id.sort === 'username' || says('username', id.labels.name.replace('user email', '')) ? 2 : 0) +
    (says('next', words.button) ? 2 : 0) -
    // "Sign in or create an account": one step for both.
    weigh('signUp', words, 'signIn') -
    weigh('reset', words, 'signIn') * 2 -
    weigh('newsletter', words) * 2 -
    weigh('search', words) * 2 -
    weigh('manage', words) * 2 -
    (says('save', words.button) ? 4 : 0) -
    (says('terms', words.boxes) ? 2 : 0)
  if (score < STEP) return silent('none', `username step ${score}`)
  const roles: [Sorted, Role][] = [[id, 'username']]
  addCompanies(fields, id, roles)
  return { kind: 'username-step', roles, reasons: [`username step ${score}`] }
}
