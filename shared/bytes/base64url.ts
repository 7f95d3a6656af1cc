import { Failure } from './failure.ts'
import type { Bytes } from './bytes.ts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const CODES = Uint8Array.from(ALPHABET, (letter) => letter.charCodeAt(0))
/** The value of each letter by its code, 64 for what is no letter. */
const VALUES = new Uint8Array(128).fill(64)
for (const [value, code] of CODES.entries()) VALUES[code] = value

const ascii = new TextDecoder('latin1')
/** Hashes and signatures are short and many, and a decoder or the engine's own speller costs more to call than they do. */
const SHORT = 66
const SHORT_TEXT = 88

/** What engines that have it bring themselves; a first desk reads twenty megabytes. */
type Speller = { toBase64?(options: { alphabet: 'base64url'; omitPadding: true }): string }
type Reader = { fromBase64?(text: string, options: { alphabet: 'base64url' }): Bytes }

/** RFC 4648 section 5, without padding. */
export function toBase64url(bytes: Uint8Array & Speller): string {
  if (bytes.length <= SHORT) return spelled(bytes, 0, bytes.length)
  return bytes.toBase64?.({ alphabet: 'base64url', omitPadding: true }) ?? decoded(bytes)
}

/** As `toBase64url`, of a short window on `bytes`, its end not in it. */
export function spelled(bytes: Uint8Array, from: number, to: number): string {
  const codes = new Array<number>(Math.ceil(((to - from) * 8) / 6))
  let next = 0
  let at = from
  // Written out: half a million are spelled before a first desk shows anything.
  for (; at + 2 < to; at += 3) {
    const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    codes[next++] = CODES[bits >> 18] ?? 0
    codes[next++] = CODES[(bits >> 12) & 63] ?? 0
    codes[next++] = CODES[(bits >> 6) & 63] ?? 0
    codes[next++] = CODES[bits & 63] ?? 0
  }
  const left = to - at
  if (left > 0) {
    const bits = ((bytes[at] ?? 0) << 8) | (left === 2 ? (bytes[at + 1] ?? 0) : 0)
    codes[next++] = CODES[bits >> 10] ?? 0
    codes[next++] = CODES[(bits >> 4) & 63] ?? 0
    if (left === 2) codes[next++] = CODES[(bits << 2) & 63] ?? 0
  }
  return String.fromCharCode(...codes)
}

function decoded(bytes: Uint8Array): string {
  const text = new Uint8Array(Math.ceil((bytes.length * 8) / 6))
  let held = 0
  let bits = 0
  let at = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff
    for (bits += 8; bits >= 6; bits -= 6) text[at++] = CODES[(held >> (bits - 6)) & 63] ?? 0
  }
  if (bits > 0) text[at] = CODES[(held << (6 - bits)) & 63] ?? 0
  return ascii.decode(text)
}

/** The bytes of `text`. Throws `bad-base64url` on padding, foreign letters or non-zero trailing bits: one text per value. */
export function fromBase64url(text: string): Bytes {
  const engine: Uint8ArrayConstructor & Reader = Uint8Array
  if (engine.fromBase64 === undefined || text.length <= SHORT_TEXT) return read(text)
  // It would let trailing bits pass, and padding and white space, which leave fewer bytes than letters stand for.
  const over = text.length & 3
  const last = VALUES[text.charCodeAt(text.length - 1)] ?? 64
  const isLoose = over === 1 || (over === 2 && (last & 15) !== 0) || (over === 3 && (last & 3) !== 0)
  const bytes = isLoose ? null : readByEngine(engine.fromBase64, text)
  if (bytes?.length !== Math.floor((text.length * 6) / 8)) throw new Failure('bad-base64url')
  return bytes
}

/** Null where it finds a letter that is none. */
function readByEngine(fromBase64: NonNullable<Reader['fromBase64']>, text: string): Bytes | null {
  try {
    return fromBase64(text, { alphabet: 'base64url' })
  } catch {
    return null
  }
}

function read(text: string): Bytes {
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8))
  let held = 0
  let bits = 0
  let at = 0
  for (let i = 0; i < text.length; i++) {
    const value = VALUES[text.charCodeAt(i)] ?? 64
    if (value === 64) throw new Failure('bad-base64url')
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = held >> bits
  }
  if (bits >= 6 || (held & ((1 << bits) - 1)) !== 0) throw new Failure('bad-base64url')
  return bytes
}
