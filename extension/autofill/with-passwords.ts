import { weigh, type Words } from './evidence.ts'
import { scoreSignIn } from './score-sign-in.ts'
import type { Sort } from './sort-field.ts'
import { findUsername } from './username-beside.ts'
import { addCompanies, LOGIN_IDS, nothingToFill, type Role, type Sorted, type Verdict } from './verdict.ts'
import { mentions } from './vocabulary/words.ts'
import * as weights from './weights.ts'

/** Returns the verdict on a group with password fields. In doubt a password counts as a new one: then no login is filled. */
export function judgeWithPasswords(fields: Sorted[], passwords: Sorted[], words: Words, hidden: boolean): Verdict {
  const [first, second] = passwords
  if (first === undefined) return nothingToFill('none', 'no password')
  if (second === undefined) return judgeLone(fields, first, words, hidden)
  if (!passwords.some(({ sort }) => LABELLED.includes(sort)) && fields.some(({ sort }) => sort === 'settings'))
    return nothingToFill('none', 'settings')
  const current = currentAmong(passwords, words, fields)
  if (current === null) return judgeAsNew(passwords, words, 'none current')
  const twin =
    passwords.length === 2 && PLAIN.includes(second.sort) && current === first && !mentions('change', allWords(words))
  const others = fields.filter((field) => field !== second)
  if (twin) return judgeOne(others, first, words)
  const roles = passwords.map((field): [Sorted, Role] => [field, field === current ? 'currentPassword' : 'newPassword'])
  const [asked, more] = fields.slice(0, fields.indexOf(first)).filter(({ sort }) => !BESIDE.includes(sort))
  // An e-mail field with a value is part of a profile: it shows the address and does not ask for it.
  const isPrefilled = asked?.sort === 'email' && Boolean(asked.element.getAttribute('value'))
  if (asked !== undefined && more === undefined && !isPrefilled && [...LOGIN_IDS, 'unknown'].includes(asked.sort))
    roles.unshift([asked, 'username'])
  return { kind: 'change-password', roles, reasons: ['current and new'] }
}

/** Returns the verdict on passwords that are being chosen: for a new account, or after a reset. */
function judgeAsNew(passwords: Sorted[], words: Words, reason: string): Verdict {
  const kind = weigh('reset', words) > weigh('signUp', words) ? 'reset' : 'sign-up'
  return { kind, roles: passwords.map((field) => [field, 'newPassword']), reasons: [reason] }
}

/** Fields that may stand beside the username in a form that asks to change an expired password at sign-in. */
const BESIDE: readonly Sort[] = ['company', 'choice']
const PLAIN: readonly Sort[] = ['password', 'current']
const LABELLED: readonly Sort[] = ['current', 'fresh', 'confirm']

/** Returns the field for the password in use now, or null when all passwords are being chosen. */
function currentAmong(passwords: Sorted[], words: Words, fields: Sorted[]): Sorted | null {
  const said = passwords.filter((field) => field.sort === 'current')
  const repeated = passwords.length === 2 && passwords[1]?.sort === 'confirm'
  if (said.length === 1 && said[0] !== undefined && !(repeated && mentions('signUp', allWords(words)))) return said[0]
  const [first, second, ...rest] = passwords
  if (first === undefined || second === undefined || first.sort === 'fresh' || first.sort === 'confirm') return null
  if (second.sort === 'confirm') return null
  if (second.sort === 'fresh') return mentions('signUp', words.button) ? null : first
  if (rest.length > 0) return fields.some((field) => field.sort === 'person') || isApart(fields) ? null : first
  return scoreSignIn(fields, first, words) >= (isTwin(first, second) ? weights.TWIN_SIGN_IN : weights.SURE_SIGN_IN)
    ? first
    : null
}

/** Returns true where the second field replaces the first to show what is typed: same parent, same label. */
function isTwin({ element, labels }: Sorted, second: Sorted): boolean {
  const told = (of: Sorted['labels']): string => `${of.label} ${of.hint}`.trim()
  return (
    element.parentElement === second.element.parentElement &&
    told(labels) !== '' &&
    told(labels) === told(second.labels)
  )
}

/** Returns true where other fields stand between the passwords: in a change of password they are neighbours. */
function isApart(fields: Sorted[]): boolean {
  const at = fields.flatMap(({ hides }, index) => (hides ? [index] : []))
  return (at.at(-1) ?? 0) - (at[0] ?? 0) >= at.length
}

/** A lone "confirm password" field without a username asks the signed-in user for their current password. */
function judgeLone(fields: Sorted[], password: Sorted, words: Words, hidden: boolean): Verdict {
  if (password.sort !== 'confirm') return judgeOne(fields, password, words)
  const { label, hint, near } = password.labels
  const told = mentions('confirm', `${label} ${hint} ${near}`)
  const names = fields.some((field) => LOGIN_IDS.includes(field.sort)) && !mentions('save', words.button)
  const joins = hidden || weigh('signUp', words) >= weights.STATED || fields.some((field) => field.sort === 'person')
  if (told && !names && !joins)
    return { kind: 'password-step', roles: [[password, 'currentPassword']], reasons: ['asked again'] }
  if (told || hidden || !mentions('password', `${label} ${hint} ${near}`)) return judgeOne(fields, password, words)
  const asPlain: Sorted = { ...password, sort: 'password' }
  return judgeOne(
    fields.map((field) => (field === password ? asPlain : field)),
    asPlain,
    words,
  )
}

function judgeOne(fields: Sorted[], password: Sorted, words: Words): Verdict {
  const score = scoreSignIn(fields, password, words)
  const reason = `sign-in ${score}`
  if (score <= weights.FOREIGN)
    return isForUser(fields, words) ? judgeAsNew([password], words, reason) : nothingToFill('none', 'foreign')
  if (score < 0 || (password.sort === 'confirm' && score < weights.SURE_SIGN_IN))
    return judgeAsNew([password], words, reason)
  const ownSettings = password.sort === 'current' && mentions('save', words.button)
  const username = ownSettings ? null : findUsername(fields, password)
  const worded = words.button !== '' || words.headings.length > 0
  const guessed = score < weights.NAMELESS_LOGIN && username !== null && !LOGIN_IDS.includes(username.sort)
  if (guessed && weigh('signUp', words) > 0) return judgeAsNew([password], words, reason)
  if (guessed && worded) return nothingToFill('none', 'no sign-in')
  if (score < weights.SHOWN_PASSWORD && !password.hides) return nothingToFill('none', 'in clear')
  const roles: [Sorted, Role][] = [[password, 'currentPassword']]
  if (username !== null) roles.unshift([username, 'username'])
  addCompanies(fields, username, roles)
  for (const field of fields) if (field.sort === 'otp') roles.push([field, 'otp'])
  return { kind: username === null ? 'password-step' : 'sign-in', roles, reasons: [reason] }
}

/** Returns true where an administrator creates or edits an account and chooses its password. */
function isForUser(fields: Sorted[], words: Words): boolean {
  const keeps = weigh('manage', words) >= weights.STATED && mentions('save', words.button)
  return (keeps || weigh('signUp', words) >= weights.STATED) && !fields.some((field) => field.sort === 'settings')
}

function allWords(words: Words): string {
  return [...words.headings, words.button, words.title].join(' ')
}
