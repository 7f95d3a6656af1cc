/**
 * AES-256-GCM (NIST SP 800-38D; RFC 5116 section 5.2), from WebCrypto, with random nonces and a place (P5).
 * It hides neither length nor the fact of a change, and a key must not seal more than 2^32 messages: every part
 * has a key of its own. It does not say who sealed.
 */
import { concat, plain } from '../bytes/bytes.ts'
import type { Bytes } from '../bytes/bytes.ts'
import { Failure } from '../bytes/failure.ts'
import type { AeadKey } from './keys.ts'
import { randomBytes } from './random.ts'

const VERSION = 1
const NONCE = 12
const TAG = 16

/** version(1) ‖ nonce(12) ‖ ciphertext ‖ tag(16). Throws `empty-context`: nothing is sealed without a place (P5). */
export async function sealAead(key: AeadKey, associatedData: Uint8Array, plaintext: Uint8Array): Promise<Bytes> {
  const nonce = randomBytes(NONCE)
  const cipher = await importKey(key, 'encrypt')
  const sealed = await crypto.subtle.encrypt(parameters(nonce, associatedData), cipher, plain(plaintext))
  return concat(Uint8Array.of(VERSION), nonce, new Uint8Array(sealed))
}

/** What `sealAead` sealed under the same key and place. Throws `unknown-version` (P6), `cannot-open`, `empty-context`. */
export async function openAead(key: AeadKey, associatedData: Uint8Array, sealed: Uint8Array): Promise<Bytes> {
  if (sealed.length < 1 + NONCE + TAG) throw new Failure('cannot-open')
  if (sealed[0] !== VERSION) throw new Failure('unknown-version')
  const algorithm = parameters(sealed.subarray(1, 1 + NONCE), associatedData)
  const cipher = await importKey(key, 'decrypt')
  try {
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, cipher, plain(sealed.subarray(1 + NONCE))))
  } catch {
    throw new Failure('cannot-open')
  }
}

function parameters(nonce: Uint8Array, associatedData: Uint8Array): AesGcmParams {
  if (associatedData.length === 0) throw new Failure('empty-context')
  return { name: 'AES-GCM', iv: plain(nonce), additionalData: plain(associatedData), tagLength: TAG * 8 }
}

const importKey = (key: AeadKey, usage: 'encrypt' | 'decrypt') =>
  crypto.subtle.importKey('raw', key, 'AES-GCM', false, [usage])
