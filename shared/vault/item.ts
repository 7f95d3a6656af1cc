/** The plaintext of an item's two parts, in the one canonical encoding. */
import { folderId } from '../bytes/ids.ts'
import { bytes, int, list, oneOf, record, text } from '../bytes/record.ts'
import type { Of } from '../bytes/record.ts'

/**
 * Where a login may be filled. `match`: how far the address reaches, as `extension/keeper/match/match-rules.ts` judges it.
 * `realm`: of a sign-in that the browser asks for, stored only; empty where it does not matter.
 */
const address = record('address', {
  address: text,
  match: oneOf('origin', 'host', 'domain', 'path', 'none'),
  realm: text,
})
export type Address = Of<typeof address>

/** A web login, a host (SSH, SFTP, a database), an API key, or a note. Only a web login is ever filled. */
const kind = oneOf('login', 'host', 'key', 'note')
export type Kind = Of<typeof kind>

/** A folder in which the password of today has lain since its writer's ledger had this sequence. */
const place = record('place', { folder: folderId, since: int })
export type PasswordPlace = Of<typeof place>

/**
 * Synced, opened at unlock, searched. `afterFill`: whether a filled form is sent at once. `tags`: free words, such as the channel (voice,
 * chat, mail). The `urls` of a host are `sftp://host:port` or `host:port`. `passwordIn`: where today's password has lain, oldest first, so
 * that whoever lost access since is known without opening it; empty where there is no password.
 */
export const overview = record('cloison/v1/overview', {
  kind,
  name: text,
  username: text,
  urls: list(address),
  afterFill: oneOf('stay', 'send'),
  tags: list(text),
  passwordIn: list(place),
})
export type Overview = Of<typeof overview>

const custom = record('custom', { label: text, value: text })

/** A password that was replaced, and when (ms since 1970). */
const past = record('past', { password: text, until: int })
export type PastPassword = Of<typeof past>

const file = record('file', { name: text, type: text, bytes: bytes() })

/**
 * Opened one item at a time, on use. Empty text is absent; `totp`: what makes its one-time codes, as pasted. `history`: the passwords
 * before this one, newest first; `files`: those attached to it.
 */
export const secret = record('cloison/v1/secret', {
  password: text,
  totp: text,
  notes: text,
  custom: list(custom),
  history: list(past),
  files: list(file),
})
export type Secret = Of<typeof secret>
