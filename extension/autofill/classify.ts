import { weigh, wordsOf, type Words } from './evidence.ts'
import type { Group } from './group-fields.ts'
import { labelsOf, type Labels } from './labels.ts'
import { sortField, type Sort } from './sort-field.ts'
import { isFillable, type Field } from './visible.ts'
import { says } from './vocabulary/words.ts'

export type Role = 'username' | 'currentPassword' | 'newPassword' | 'otp' | 'companyCode'
export type Kind =
  'sign-in' | 'username-step' | 'password-step' | 'second-factor' | 'change-password' | 'sign-up' | 'reset' | 'none'

export interface DetectedField {
  element: HTMLInputElement | HTMLSelectElement
  role: Role
  reasons: string[]
}

export interface DetectedForm {
  kind: Kind
  fields: DetectedField[]
  /** Fillable fields without a role, for an item's custom values. */
  others: Field[]
  reasons: string[]
}

interface Sorted {
  element: Field
  labels: Labels
  sort: Sort
}

interface Verdict {
  kind: Kind
  roles: [Sorted, Role][]
  reasons: string[]
}

const PASSWORDS: readonly Sort[] = ['password', 'current', 'fresh', 'confirm']

/** Says what a group of fields is for and which field plays which role. A group with nothing to fill or to know is null. */
export function classify(group: Group): DetectedForm | null {
  const all = group.marks.flatMap((mark) => (mark.is === 'field' ? [mark.element] : []))
  const fields = all.filter(isFillable).map((element): Sorted => {
    const labels = labelsOf(element)
    return { element, labels, sort: sortField(element, labels) }
  })
  const passwords = fields.filter((field) => PASSWORDS.includes(field.sort))
  const last = passwords.at(-1) ?? fields.at(-1)
  if (last === undefined) return null
  const words = wordsOf(group, last.element)
  const hidden = all.some((field) => field.type === 'password' && !fields.some(({ element }) => element === field))
  const { kind, roles, reasons } =
    passwords.length > 0 ? withPasswords(fields, passwords, words) : withoutPassword(fields, words, hidden)
  const labelled = roles.flatMap(([field, role]) =>
    field.element instanceof HTMLTextAreaElement ? [] : [{ element: field.element, role, reasons: [field.sort] }],
  )
  const taken = new Set<Field>(labelled.map((field) => field.element))
  const others = fields.filter(({ element }) => !taken.has(element) && element.type !== 'password')
  return { kind, fields: labelled, others: others.map(({ element }) => element), reasons }
}

function withPasswords(fields: Sorted[], passwords: Sorted[], words: Words): Verdict {
  const [first, second] = passwords
  if (first === undefined) return silent('none', 'no password')
  if (second === undefined) return onePassword(fields, first, words)
  const current = currentAmong(passwords, words, fields)
  if (current === null) {
    const kind = weigh('reset', words) > weigh('signUp', words) ? 'reset' : 'sign-up'
    return {
      kind,
      roles: passwords.map((field) => [field, 'newPassword']),
      reasons: ['several passwords, none current'],
    }
  }
  const twin =
    passwords.length === 2 && PLAIN.includes(second.sort) && current === first && !says('change', allWords(words))
  if (twin)
    return onePassword(
      fields.filter((field) => field !== second),
      first,
      words,
    )
  const roles = passwords.map((field): [Sorted, Role] => [field, field === current ? 'currentPassword' : 'newPassword'])
  return { kind: 'change-password', roles, reasons: ['a current and a new password'] }
}

const PLAIN: readonly Sort[] = ['password', 'current']

/** Of several passwords the one in use now; null when all are being chosen. */
function currentAmong(passwords: Sorted[], words: Words, fields: Sorted[]): Sorted | null {
  const said = passwords.filter((field) => field.sort === 'current')
  if (said.length === 1 && said[0] !== undefined) return said[0]
  const [first, second, ...rest] = passwords
  if (first === undefined || second === undefined || first.sort === 'fresh' || first.sort === 'confirm') return null
  if (second.sort === 'confirm') return null
  if (second.sort === 'fresh') return says('signUp', words.button) ? null : first
  if (rest.length > 0) return fields.some((field) => field.sort === 'person') ? null : first
  return judge(fields, first, words) >= SURE ? first : null
}

const SURE = 6

function onePassword(fields: Sorted[], password: Sorted, words: Words): Verdict {
  const score = judge(fields, password, words)
  const reasons = [`sign-in ${score}`]
  if ((password.sort === 'confirm' && score < SURE) || score < 0) {
    const kind = weigh('reset', words) > weigh('signUp', words) ? 'reset' : 'sign-up'
    return score < -50 ? silent('none', 'settings or users') : { kind, roles: [[password, 'newPassword']], reasons }
  }
  const ownSettings = password.sort === 'current' && says('save', words.button)
  const username = ownSettings ? null : usernameBeside(fields, password)
  const worded = words.button !== '' || words.headings.length > 0
  if (score < 2 && username?.sort === 'unknown' && worded) return silent('none', 'nothing says sign in')
  const roles: [Sorted, Role][] = [[password, 'currentPassword']]
  if (username !== null) roles.unshift([username, 'username'])
  addCompanies(fields, username, roles)
  for (const field of fields) if (field.sort === 'otp') roles.push([field, 'otp'])
  return { kind: username === null ? 'password-step' : 'sign-in', roles, reasons }
}

const STRANGERS: readonly Sort[] = ['person', 'prose', 'newsletter']

/** Above 0 where one password is asked to let somebody in; below where it is chosen; far below where it is somebody else's. */
function judge(fields: Sorted[], password: Sorted, words: Words): number {
  const count = (...sorts: Sort[]): number => fields.filter((field) => sorts.includes(field.sort)).length
  const signIn =
    weigh('signIn', words) +
    (says('forgot', words.links) ? 3 : 0) +
    (says('remember', words.boxes) ? 3 : 0) +
    (password.sort === 'current' ? 4 : 0)
  const login = usernameBeside(fields, password)
  const extras =
    fields.filter((field) => field !== login && STRANGERS.includes(field.sort)).length +
    Math.max(0, count('choice') - 1)
  const signUp =
    weigh('signUp', words) +
    extras * 2 +
    (count('username') > 0 && count('email') > 0 ? 1.5 : 0) +
    (password.sort === 'fresh' ? 5 : 0) +
    (says('terms', words.boxes) && !says('remember', words.boxes) ? 2 : 0) +
    (says('rules', `${password.labels.label} ${password.labels.hint}`) || password.element.hasAttribute('passwordrules')
      ? 2
      : 0) +
    weigh('reset', words) +
    (says('change', words.headings.join(' ')) ? 2 : 0)
  if (password.sort !== 'current' && signIn < 4 && isAdministration(fields, words)) return -100
  if (extras >= 2 && signIn - signUp < SURE - 2) return -1
  return signIn + 1 - signUp
}

/** Users kept by an administrator, or an account on another server: nobody signs in there. */
function isAdministration(fields: Sorted[], words: Words): boolean {
  const settings = fields.some((field) => field.sort === 'settings') || weigh('settings', words) >= 3
  return settings || weigh('manage', words) >= 3 || says('save', words.button)
}

const LOGIN_RANK: Partial<Record<Sort, number>> = { username: 6, email: 5, phone: 4, unknown: 3, company: 1, person: 1 }

/** The login id of a password: the best-named field before it; after it, only one that says so. */
function usernameBeside(fields: Sorted[], password: Sorted): Sorted | null {
  const at = fields.indexOf(password)
  let best: Sorted | null = null
  let bestRank = 0
  for (const [index, field] of fields.entries()) {
    const rank = (LOGIN_RANK[field.sort] ?? 0) - (index > at ? 3 : 0)
    const nearer = index < at && rank === bestRank && field.sort === 'unknown'
    if (field.element instanceof HTMLInputElement && rank > 0 && (rank > bestRank || nearer)) {
      best = field
      bestRank = rank
    }
  }
  return best
}

function addCompanies(fields: Sorted[], username: Sorted | null, roles: [Sorted, Role][]): void {
  for (const field of fields) if (field !== username && field.sort === 'company') roles.push([field, 'companyCode'])
}

const LOGIN_IDS: readonly Sort[] = ['username', 'email', 'phone']
const STEP = 4

function withoutPassword(fields: Sorted[], words: Words, hiddenPassword: boolean): Verdict {
  const codes = fields.filter((field) => field.sort === 'otp')
  const ids = fields.filter((field) => LOGIN_IDS.includes(field.sort))
  const strange = fields.filter(
    (field) =>
      !LOGIN_IDS.includes(field.sort) &&
      field.sort !== 'company' &&
      field.sort !== 'captcha' &&
      field.sort !== 'choice',
  )
  const id = ids.find((field) => field.sort === 'username') ?? ids[0]
  if (codes.length > 0 && ids.length === 0)
    return { kind: 'second-factor', roles: codes.map((field) => [field, 'otp']), reasons: ['code'] }
  if (id === undefined || strange.length > 0 || ids.length > 2) return silent('none', 'no login id alone')
  const score =
    weigh('signIn', words) +
    (hiddenPassword ? 4 : 0) +
    (id.labels.autocomplete.includes('username') || id.labels.autocomplete.includes('webauthn') ? 4 : 0) +
    (id.sort === 'username' || says('username', id.labels.name) ? 2 : 0) +
    (says('next', words.button) ? 2 : 0) +
    (says('forgot', words.links) ? 2 : 0) +
    (says('remember', words.boxes) ? 2 : 0) -
    weigh('signUp', words) -
    weigh('reset', words) * 2 -
    weigh('newsletter', words) * 2 -
    weigh('search', words) * 2 -
    weigh('manage', words) * 2 -
    (says('terms', words.boxes) ? 2 : 0)
  if (score < STEP) return silent('none', `username step ${score}`)
  const roles: [Sorted, Role][] = [[id, 'username']]
  addCompanies(fields, id, roles)
  return { kind: 'username-step', roles, reasons: [`username step ${score}`] }
}

function allWords(words: Words): string {
  return [...words.headings, words.button, words.title].join(' ')
}

function silent(kind: Kind, reason: string): Verdict {
  return { kind, roles: [], reasons: [reason] }
}
