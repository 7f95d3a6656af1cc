/** The plaintext of an item's two parts, in the one canonical encoding. */
import { list, record, text } from '../bytes/record.ts'
import type { Of } from '../bytes/record.ts'

/** Synced, opened at unlock, searched. */
export const overview = record('cloison/v1/overview', { name: text, username: text, urls: list(text) })
export type Overview = Of<typeof overview>

const custom = record('custom', { label: text, value: text })

/** Opened one item at a time, on use. Empty text is absent; `totp`: what makes its one-time codes, as pasted. */
export const secret = record('cloison/v1/secret', { password: text, totp: text, notes: text, custom: list(custom) })
export type Secret = Of<typeof secret>
