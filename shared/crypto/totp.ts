/**
 * TOTP (RFC 6238 section 4): the code that a seed makes at a moment, by `otpauth` over the HMACs of `@noble/hashes`.
 * It does not check the clock: a desk that is minutes wrong makes codes that the site refuses.
 */
import { hmac } from '@noble/hashes/hmac.js'
import { sha1 } from '@noble/hashes/legacy.js'
import { sha256, sha512 } from '@noble/hashes/sha2.js'
import { Secret, TOTP } from 'otpauth/bare'
import { plain } from '../bytes/bytes.ts'
import type { OtpSeed } from '../bytes/otp-seed.ts'

const hashes = { SHA1: sha1, SHA256: sha256, SHA512: sha512 }

/** The code at `now`, and until when it is the one; both in ms since 1970. */
export function codeAt({ secret, algorithm, digits, period }: OtpSeed, now: number): { code: string; until: number } {
  const totp = new TOTP({
    secret: new Secret({ buffer: plain(secret).buffer }),

    algorithm,
    digits,
    period,
    hmac: (_, key, message) => hmac(hashes[algorithm], key, message),
  })
  return { code: totp.generate({ timestamp: now }), until: (Math.floor(now / 1_000 / period) + 1) * period * 1_000 }
}
