import type { Labels } from './labels.ts'
import { says } from './vocabulary/words.ts'
import type { Field } from './visible.ts'

/** What a field is by itself, before its form is looked at. */
export type Sort =
  | 'password'
  | 'current'
  | 'fresh'
  | 'confirm'
  | 'masked' // typed unseen, but no password
  | 'shown' // a password's twin in clear: never ours
  | 'otp'
  | 'username'
  | 'email'
  | 'phone'
  | 'company'
  | 'person'
  | 'again' // a new e-mail address, or one typed a second time: nobody signs in so
  | 'search'
  | 'newsletter'
  | 'captcha'
  | 'settings'
  | 'choice'
  | 'prose'
  | 'unknown'

/** Sorts a field by its labels and by whether it hides what is typed, believing what is written for people before what is written for programs. */
export function sortField(field: Field, labels: Labels, hides: boolean): Sort {
  if (field instanceof HTMLTextAreaElement) return says('captcha', labels.name) ? 'captcha' : 'prose'
  if (field instanceof HTMLSelectElement) return isCompany(labels) ? 'company' : 'choice'
  if (!hides) return sortText(field, labels)
  // Letters of a password are asked for one by one or by two, and no password is that short.
  return field.maxLength > 0 && field.maxLength < 4 ? 'masked' : sortAsPassword(labels)
}

function isCompany(labels: Labels): boolean {
  return [labels.label, labels.near, labels.name].some((text) => says('companyCode', text))
}

/** Sorts a field that takes a password, by its labels. */
export function sortAsPassword({ autocomplete, label, near, hint, name }: Labels): Sort {
  if (autocomplete.includes('one-time-code')) return 'otp'
  if (autocomplete.some((token) => token.startsWith('cc-'))) return 'masked'
  const told = `${label} ${hint} ${near}`
  for (const text of [told, name]) {
    const password = says('password', text)
    const isCode = says('otp', text) && !says('fresh', text)
    // Where people read "password", the programmer's name for it makes it no code.
    if (isCode && (text === told || !says('password', told))) return 'otp'
    const again = says('confirm', text) && !says('captcha', text)
    if (again && (text === told || !autocomplete.includes('current-password'))) return 'confirm'
    if (says('current', text)) return 'current'
    if (says('fresh', text)) return 'fresh'
    if (!password && (says('notPassword', text) || says('captcha', text))) return 'masked'
  }
  if (autocomplete.includes('new-password')) return 'fresh'
  return autocomplete.includes('current-password') ? 'current' : 'password'
}

/** Whether people are told that this field takes a password, or nothing at all. */
export function isToldPassword({ label, near, hint, name }: Labels): boolean {
  const told = `${label} ${hint} ${near}`.trim()
  // A "pincode" is a postcode elsewhere.
  return (told === '' || says('password', told) || says('confirm', told)) && !says('person', name)
}

const PERSONAL = /(?:^|-)name$|^(?:honorific|street|address|postal|country|bday|sex|cc|organization-|url)/

function sortText(field: HTMLInputElement, { autocomplete, label, near, hint, name }: Labels): Sort {
  const said = `${label} ${hint}`.trim()
  const role = field.getAttribute('role')
  if (autocomplete.includes('one-time-code')) return 'otp'
  if (field.maxLength === 1) return 'otp'
  if (says('captcha', said)) return 'captcha'
  if (says('search', said) || role === 'searchbox') return 'search'
  if (says('newsletter', name)) return 'newsletter'
  if (autocomplete.includes('username')) return 'username'
  if (autocomplete.some((token) => PERSONAL.test(token))) return 'person'
  const sort = firstSure(sortWords(said), sortWords(name), sortWords(near))
  if (field.type === 'search' && sort !== 'username') return 'search'
  if (sort === 'company' && field.type === 'email') return 'email'
  if (sort !== null && sort !== 'person') return sort
  if (autocomplete.includes('email') || field.type === 'email') return 'email'
  if (autocomplete.some((token) => token.startsWith('tel'))) return 'phone'
  // "To confirm, type …": something to copy.
  if (says('confirm', said) && !says('email', said)) return 'captcha'
  return sort ?? (field.type === 'tel' ? 'phone' : 'unknown')
}

/** The first sort that is not a guess; else the first guess. `name`, `titre` and the like are guesses: logins are called so too. */
function firstSure(...sorts: (Sort | null)[]): Sort | null {
  return sorts.find((sort) => sort !== null && sort !== 'person') ?? sorts.find((sort) => sort !== null) ?? null
}

function sortWords(text: string): Sort | null {
  if (text === '') return null
  if (says('captcha', text)) return 'captcha'
  if (says('search', text)) return 'search'
  if (says('newsletter', text)) return 'newsletter'
  const email = says('email', text)
  if (email && (says('confirm', text) || says('fresh', text))) return 'again'
  if (!email && says('settings', text)) return 'settings'
  if (says('otp', text)) return 'otp'
  if (email) return 'email'
  const company = says('companyCode', text)
  const login = says('username', text)
  if (/^user (?!name|id|login|code)/.test(text) && says('person', text)) return 'person'
  if (login) return company && !/user|utilisateur|benutzer|usuario|utente|login/.test(text) ? 'company' : 'username'
  if (company) return 'company'
  if (says('phone', text)) return 'phone'
  const person = says('person', text)
  return !person && says('password', text) ? 'shown' : person ? 'person' : null
}
