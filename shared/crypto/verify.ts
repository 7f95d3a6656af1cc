/**
 * Ed25519 verification (RFC 8032 section 5.1.7), from WebCrypto, and the checks that a public key is fit to be believed.
 * WebCrypto takes small-order keys, under which one signature fits any message: `isSoundSignKey` refuses them whenever the
 * ledger learns a key, by comparing bytes; `checkSignKey`, from @noble/curves and a thousand times slower, also refuses
 * keys of mixed order, once, when somebody is let in. `verify` alone repeats neither.
 */
import { ed25519 } from '@noble/curves/ed25519.js'
import { hexToBytes } from '@noble/curves/utils.js'
import { toBase64url } from '../bytes/base64url.ts'
import { plain } from '../bytes/bytes.ts'
import { Failure } from '../bytes/failure.ts'
import { idBytes } from '../bytes/ids.ts'
import type { Signature, SignPublic } from '../bytes/ids.ts'

/** Whether `signature` is that of `key` over `message`. */
export type Verify = (key: SignPublic, message: Uint8Array, signature: Signature) => Promise<boolean>

/** A `verify` that reads each key once, for many signatures by few. A key that is no point verifies nothing. */
export function verifier(): Verify {
  const keys = new Map<SignPublic, Promise<CryptoKey>>()
  return async (publicKey, message, signature) => {
    const key = keys.get(publicKey) ?? crypto.subtle.importKey('raw', idBytes(publicKey), 'Ed25519', false, ['verify'])
    keys.set(publicKey, key)
    try {
      return await crypto.subtle.verify('Ed25519', await key, idBytes(signature), plain(message))
    } catch (error) {
      if (error instanceof DOMException && error.name === 'DataError') return false
      throw error
    }
  }
}

/** Whether `signature` is that of `publicKey` over `message`. A key that is no point verifies nothing. */
export const verify: Verify = (publicKey, message, signature) => verifier()(publicKey, message, signature)

/** The y of the points of order 1, 2, 4 and 8 in their one canonical form; the sign bit is not part of it (RFC 8032 5.1.2). */
const smallOrder = new Set(
  [
    '0000000000000000000000000000000000000000000000000000000000000000',
    '0100000000000000000000000000000000000000000000000000000000000000',
    'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  ].map((hex) => toBase64url(hexToBytes(hex))),
)

/** False for a key of small order, and for one whose y is not below 2^255 - 19, its one canonical form (RFC 8032 5.1.3). */
export function isSoundSignKey(publicKey: SignPublic): boolean {
  const y = idBytes(publicKey)
  y[31] = (y[31] ?? 0) & 0x7f
  const isBelow = y[31] !== 0x7f || (y[0] ?? 0) < 0xed || y.subarray(1, 31).some((byte) => byte !== 0xff)
  return isBelow && !smallOrder.has(toBase64url(y))
}

/** Throws `bad-sign-key` unless it is a canonical encoding (RFC 8032 section 5.1.3) of a point of the prime-order group. */
export function checkSignKey(publicKey: SignPublic): void {
  if (!isSound(idBytes(publicKey))) throw new Failure('bad-sign-key')
}

function isSound(bytes: Uint8Array): boolean {
  try {
    const point = ed25519.Point.fromBytes(bytes, false)
    return !point.isSmallOrder() && point.isTorsionFree()
  } catch {
    return false
  }
}
