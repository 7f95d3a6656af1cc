/** What makes one-time codes (RFC 6238), as sites hand it out: letters of base32 (RFC 4648), or a whole otpauth:// address. */
import type { Bytes } from './bytes.ts'
import { Failure } from './failure.ts'

const algorithms = ['SHA1', 'SHA256', 'SHA512'] as const
export type OtpSeed = { secret: Bytes; algorithm: (typeof algorithms)[number]; digits: number; period: number }

/** RFC 4226 wants 128 bits; sites give 80, and whoever types a password here gives less. */
const SHORTEST = 10
const LONGEST_PERIOD = 3_600

/**
 * Reads a seed as pasted. Spaces, hyphens, small letters and padding are no fault.
 * @throws Failure `bad-seed`; `counter-seed` (HOTP), `steam-seed`, which make codes of other kinds
 */
export function readOtpSeed(text: string): OtpSeed {
  const said = text.trim()
  if (/^steam:/i.test(said)) throw new Failure('steam-seed')
  if (!/^otpauth:/i.test(said)) return { secret: secretFrom(said), algorithm: 'SHA1', digits: 6, period: 30 }
  // Scheme and host are not in capitals for everybody who reads addresses.
  const address = URL.parse(said.replace(/^otpauth:\/\/[^/?]*/i, (start) => start.toLowerCase()))
  const given = (name: string) => address?.searchParams.get(name) ?? null
  const isSteam = [given('issuer'), given('encoder'), address?.hostname].some((word) => word?.toLowerCase() === 'steam')
  if (isSteam) throw new Failure('steam-seed')
  if (address?.hostname === 'hotp') throw new Failure('counter-seed')
  if (address?.hostname !== 'totp') throw new Failure('bad-seed')
  const named = (given('algorithm') ?? 'SHA1').toUpperCase().replace(/^HMAC/, '').replace('-', '')
  const algorithm = algorithms.find((one) => one === named)
  const digits = wholeNumber(given('digits') ?? '6')
  const period = wholeNumber(given('period') ?? '30')
  if (algorithm === undefined || digits < 6 || digits > 8 || period < 1 || period > LONGEST_PERIOD)
    throw new Failure('bad-seed')
  return { secret: secretFrom(given('secret') ?? ''), algorithm, digits, period }
}

const wholeNumber = (text: string): number => (/^\d{1,4}$/.test(text) ? Number(text) : 0)

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Bits after the last whole byte are dropped, as every authenticator does. */
function secretFrom(text: string): Bytes {
  const letters = text.toUpperCase().replace(/[\s-]|=+\s*$/g, '')
  if (!/^[A-Z2-7]*$/.test(letters)) throw new Failure('bad-seed')
  const secret = new Uint8Array(Math.floor((letters.length * 5) / 8))
  if (secret.length < SHORTEST) throw new Failure('bad-seed')
  let held = 0
  let bits = 0
  let at = 0
  for (const letter of letters) {
    held = ((held << 5) | ALPHABET.indexOf(letter)) & 0xfff
    bits += 5
    if (bits < 8) continue
    bits -= 8
    secret[at] = held >> bits
    at += 1
  }
  return secret
}
