import type { MatchRule } from '../messages/item-fields.ts'

/** What a login of another manager is: a web login, a host or SFTP account, a key of an API or of SSH, or a note. */
export type Kind = 'login' | 'host' | 'key' | 'note'

/** One login as its source has it, before it is fitted into the fields of ours. */
export type ImportedLogin = {
  /** The line of its row in a table, else its number among the entries of the file, from 1. */
  at: number
  /** The names of the source's folders, from the top down. */
  folder: readonly string[]
  kind: Kind
  name: string
  username: string
  password: string
  /** `match`: the rule that the source says, null where it says none. */
  urls: { address: string; match: MatchRule | null; realm: string }[]
  totp: string
  afterFill: 'stay' | 'send'
  notes: string
  custom: { label: string; value: string }[]
  tags: string[]
  /** Earlier passwords, newest first; `at` in ms since 1970, null where the source does not say. */
  history: { password: string; at: number | null }[]
  files: { name: string; bytes: Uint8Array<ArrayBuffer> }[]
}

/**
 * Something of the source that is not taken over as it was. `at` as in `ImportedLogin`, null for the whole file; `name`: the login's;
 * `what`: the column, field or file, never a secret.
 */
export type ImportProblem = { at: number | null; name: string; code: ProblemCode; what: string }
export type ProblemCode =
  | 'empty-row'
  | 'row-too-long'
  | 'row-too-short'
  | 'row-quotes'
  | 'columns-left'
  | 'column-unknown'
  | 'letters-lost'
  | 'deleted-left'
  | 'passkey-left'
  | 'file-left'
  | 'entry-unreadable'
  | 'match-changed'
  | 'several-folders'
  | 'extension-left'
  | 'reference-left'
  | 'name-made'
  | 'moved-to-notes'
  | 'too-large'
  | 'totp-odd'
  | 'history-left'

export type Imported = {
  logins: ImportedLogin[]
  /** Every folder of the source, also those without logins. */
  folders: (readonly string[])[]
  problems: ImportProblem[]
}

/** Returns a login with nothing in it. */
export const emptyLogin = (at: number): ImportedLogin => ({
  at,
  folder: [],
  kind: 'login',
  name: '',
  username: '',
  password: '',
  urls: [],
  totp: '',
  afterFill: 'stay',
  notes: '',
  custom: [],
  tags: [],
  history: [],
  files: [],
})

/** Adds a field under a label unless it is empty. */
export function addCustom(login: ImportedLogin, label: string, value: string): void {
  if (value !== '') login.custom.push({ label, value })
}

/** Adds each value that has no place of its own under its name, so that what a format gains later is kept too. */
export function addRest(login: ImportedLogin, of: Readonly<Record<string, unknown>>, placed: readonly string[]): void {
  for (const [label, value] of Object.entries(of)) if (!placed.includes(label)) addCustom(login, label, textOf(value))
}

/** Adds an address unless it is empty. */
export function addAddress(login: ImportedLogin, address: string, match: MatchRule | null = null, realm = ''): void {
  if (address.trim() !== '') login.urls.push({ address: address.trim(), match, realm })
}

/** Returns the parts of a path, without empty ones. */
export const splitPath = (path: string, separator: string): string[] =>
  path
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** Returns a value's text: of what is no text its JSON, of null and undefined nothing. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return ''
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value)
}
