/**
 * Ed25519 verification (RFC 8032 section 5.1.7), from WebCrypto, and the check that a public key is fit to be believed,
 * from @noble/curves. WebCrypto takes small-order keys, under which one signature fits any message: every key is checked
 * once, by `checkSignKey`, when the ledger learns it. `verify` alone does not repeat that.
 */
import { ed25519 } from '@noble/curves/ed25519.js'
import { plain } from '../bytes/bytes.ts'
import { Failure } from '../bytes/failure.ts'
import { idBytes } from '../bytes/ids.ts'
import type { Signature, SignPublic } from '../bytes/ids.ts'

/** Whether `signature` is that of `publicKey` over `message`. A key that is no point verifies nothing. */
export async function verify(publicKey: SignPublic, message: Uint8Array, signature: Signature): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', idBytes(publicKey), 'Ed25519', false, ['verify'])
    return await crypto.subtle.verify('Ed25519', key, idBytes(signature), plain(message))
  } catch (error) {
    if (error instanceof DOMException && error.name === 'DataError') return false
    throw error
  }
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
