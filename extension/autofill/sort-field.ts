import type { Labels } from './labels.ts'
import { mentions } from './vocabulary/words.ts'
import type { Field } from './visible.ts'

/** What a field is, judged by its own labels before its form is considered. */
export type Sort =
  | 'password'
  | 'current'
  | 'fresh'
  | 'confirm'
  | 'masked' // hides what is typed, but is no password
  | 'shown' // a text field that shows a password in clear: never filled
  | 'otp'
  | 'username'
  | 'email'
  | 'phone'
  | 'company'
  | 'person'
  | 'again' // a new or repeated e-mail address, which no sign-in asks for
  | 'search'
  | 'newsletter'
  | 'captcha'
  | 'settings'
  | 'choice'
  | 'prose'
  | 'unknown'

/** Returns the sort of a field, by its labels and by whether it hides what is typed. Visible text outranks name, id and autocomplete. */
export function sortField(field: Field, labels: Labels, hides: boolean): Sort {
  if (field instanceof HTMLTextAreaElement) return mentions('captcha', labels.name) ? 'captcha' : 'prose'
  if (field instanceof HTMLSelectElement) return isCompany(labels) ? 'company' : 'choice'
  if (!hides) return sortText(field, labels)
  // Some banks ask for single letters of a password; no whole password is shorter than four.
  return field.maxLength > 0 && field.maxLength < 4 ? 'masked' : sortAsPassword(labels)
}

function isCompany(labels: Labels): boolean {
  return [labels.label, labels.near, labels.name].some((text) => mentions('companyCode', text))
}

/** Returns the sort of a field that takes a password, by its labels. */
export function sortAsPassword({ autocomplete, label, near, hint, name }: Labels): Sort {
  if (autocomplete.includes('one-time-code')) return 'otp'
  if (autocomplete.some((token) => token.startsWith('cc-'))) return 'masked'
  const told = `${label} ${hint} ${near}`
  for (const text of [told, name]) {
    const password = mentions('password', text)
    const isCode = mentions('otp', text) && !mentions('fresh', text)
    // Where the visible text says "password", a name or id such as "code" does not make it a one-time code.
    if (isCode && (text === told || !mentions('password', told))) return 'otp'
    const again = mentions('confirm', text) && !mentions('captcha', text)
    if (again && (text === told || !autocomplete.includes('current-password'))) return 'confirm'
    if (mentions('current', text)) return 'current'
    if (mentions('fresh', text)) return 'fresh'
    if (!password && (mentions('notPassword', text) || mentions('captcha', text))) return 'masked'
  }
  if (autocomplete.includes('new-password')) return 'fresh'
  return autocomplete.includes('current-password') ? 'current' : 'password'
}

/** Returns true when the field's visible text says that it takes a password, or when it has no visible text. */
export function labelAllowsPassword({ label, near, hint, name }: Labels): boolean {
  const told = `${label} ${hint} ${near}`.trim()
  // In some countries a "pincode" is a postcode.
  return (told === '' || mentions('password', told) || mentions('confirm', told)) && !mentions('person', name)
}

const PERSONAL = /(?:^|-)name$|^(?:honorific|street|address|postal|country|bday|sex|cc|organization-|url)/

function sortText(field: HTMLInputElement, { autocomplete, label, near, hint, name }: Labels): Sort {
  const said = `${label} ${hint}`.trim()
  const role = field.getAttribute('role')
  if (autocomplete.includes('one-time-code')) return 'otp'
  if (field.maxLength === 1) return 'otp'
  if (mentions('captcha', said)) return 'captcha'
  if (mentions('search', said) || role === 'searchbox') return 'search'
  if (mentions('newsletter', name)) return 'newsletter'
  if (autocomplete.includes('username')) return 'username'
  if (autocomplete.some((token) => PERSONAL.test(token))) return 'person'
  const sort = firstSure(sortWords(said), sortWords(name), sortWords(near))
  if (field.type === 'search' && sort !== 'username') return 'search'
  if (sort === 'company' && field.type === 'email') return 'email'
  if (sort !== null && sort !== 'person') return sort
  if (autocomplete.includes('email') || field.type === 'email') return 'email'
  if (autocomplete.some((token) => token.startsWith('tel'))) return 'phone'
  // "To confirm, type DELETE": a text to copy, no login.
  if (mentions('confirm', said) && !mentions('email', said)) return 'captcha'
  return sort ?? (field.type === 'tel' ? 'phone' : 'unknown')
}

/** Returns the first sort other than `person`, else `person` if any says so: `name`, `title` and the like may also label a login. */
function firstSure(...sorts: (Sort | null)[]): Sort | null {
  return sorts.find((sort) => sort !== null && sort !== 'person') ?? sorts.find((sort) => sort !== null) ?? null
}

function sortWords(text: string): Sort | null {
  if (text === '') return null
  if (mentions('captcha', text)) return 'captcha'
  if (mentions('search', text)) return 'search'
  if (mentions('newsletter', text)) return 'newsletter'
  const email = mentions('email', text)
  if (email && (mentions('confirm', text) || mentions('fresh', text))) return 'again'
  if (!email && mentions('settings', text)) return 'settings'
  if (mentions('otp', text)) return 'otp'
  if (email) return 'email'
  const company = mentions('companyCode', text)
  const login = mentions('username', text)
  if (/^user (?!name|id|login|code)/.test(text) && mentions('person', text)) return 'person'
  if (login) return company && !/user|utilisateur|benutzer|usuario|utente|login/.test(text) ? 'company' : 'username'
  if (company) return 'company'
  if (mentions('phone', text)) return 'phone'
  const person = mentions('person', text)
  return !person && mentions('password', text) ? 'shown' : person ? 'person' : null
}
