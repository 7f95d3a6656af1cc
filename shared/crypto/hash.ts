/**
 * SHA-256 (FIPS 180-4), from WebCrypto. Promises collision resistance; it hides nothing: a short or guessable
 * input can be found from its hash, so such inputs carry a salt.
 */
import { plain } from '../bytes/bytes.ts'
import type { Bytes } from '../bytes/bytes.ts'
import { hash } from '../bytes/ids.ts'
import type { Hash } from '../bytes/ids.ts'

/** SHA-256 of `bytes`, 32 bytes. */
export async function sha256Bytes(bytes: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', plain(bytes)))
}

/** SHA-256 of `bytes` as an id. */
export const sha256 = async (bytes: Uint8Array): Promise<Hash> => hash.read(await sha256Bytes(bytes))
