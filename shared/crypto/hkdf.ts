/**
 * HKDF-SHA256 (RFC 5869), from WebCrypto. Turns one strong secret into independent keys, one per `info`.
 * It does not make a weak secret strong: a PIN goes through Argon2id and the VOPRF first.
 */
import { plain } from '../bytes/bytes.ts'
import type { Bytes } from '../bytes/bytes.ts'

/** Extract and expand (RFC 5869 section 2): `length` bytes, at most 8,160. */
export async function hkdf(ikm: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', plain(ikm), 'HKDF', false, ['deriveBits'])
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: plain(salt), info: plain(info) }
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, length * 8))
}
