/** The plaintext of an item's two parts, in the one canonical encoding. */
import { list, oneOf, record, text } from '../bytes/record.ts'
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

/** Synced, opened at unlock, searched. `afterFill`: whether a filled form is sent at once. */
export const overview = record('cloison/v1/overview', {
  name: text,
  username: text,
  urls: list(address),
  afterFill: oneOf('stay', 'send'),
})
export type Overview = Of<typeof overview>

const custom = record('custom', { label: text, value: text })

/** Opened one item at a time, on use. Empty text is absent; `totp`: what makes its one-time codes, as pasted. */
export const secret = record('cloison/v1/secret', { password: text, totp: text, notes: text, custom: list(custom) })
export type Secret = Of<typeof secret>
