/**
 * The server's half of the VOPRF, mode 0x01, ristretto255-SHA512 (RFC 9497 sections 3.2.1 and 3.3.2), from @noble/curves.
 * One key per credential: it needs the server's secret, kept outside the database, and the row's random value, so that
 * deleting the row kills the key. Evaluating limits nothing: the caller spends a try first, and commits it (P2).
 */
import { ristretto255, ristretto255_oprf } from '@noble/curves/ed25519.js'
import type { Bytes } from '../bytes/bytes.ts'
import { encode } from '../bytes/encode.ts'
import { Failure } from '../bytes/failure.ts'

const { voprf } = ristretto255_oprf

export type VoprfKey = { readonly secretKey: Bytes; readonly publicKey: Bytes }

/**
 * RFC 9497 section 3.2.1, DeriveKeyPair: seed = `secret` (32 bytes), info = the row's random value (32 bytes). Both
 * halves are 32 bytes. Throws `bad-length`.
 */
export function voprfKeyFrom(secret: Uint8Array, rowRandom: Uint8Array): VoprfKey {
  if (secret.length !== 32 || rowRandom.length !== 32) throw new Failure('bad-length')
  const pair = voprf.deriveKeyPair(secret, encode('cloison/v1/voprf-key', rowRandom))
  return { secretKey: new Uint8Array(pair.secretKey), publicKey: new Uint8Array(pair.publicKey) }
}

/** Whether these bytes are an element to be evaluated, by decoding alone (RFC 9497 section 3.3: not the identity); 0.1 ms. */
export function isElement(blinded: Uint8Array): boolean {
  try {
    return !ristretto255.Point.fromBytes(blinded).is0()
  } catch {
    return false
  }
}

/** The evaluated element (32 bytes) and the proof that it was `key` (64 bytes). Throws `bad-element`. */
export function evaluate(key: VoprfKey, blinded: Uint8Array): { evaluation: Bytes; proof: Bytes } {
  try {
    const { evaluated, proof } = voprf.blindEvaluate(key.secretKey, key.publicKey, blinded)
    return { evaluation: new Uint8Array(evaluated), proof: new Uint8Array(proof) }
  } catch {
    throw new Failure('bad-element')
  }
}
