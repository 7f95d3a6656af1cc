/**
 * The client's half of the VOPRF, mode 0x01, ristretto255-SHA512 (RFC 9497 sections 3.3.2 and 4.1), from @noble/curves.
 * The server learns nothing of the input, and cannot answer with a key other than the one whose public half it showed.
 * Here is no limit on tries: the server counts. The library's arithmetic is not promised to be constant time.
 */
import { ristretto255, ristretto255_oprf } from '@noble/curves/ed25519.js'
import { wipe } from '../bytes/bytes.ts'
import type { Bytes } from '../bytes/bytes.ts'
import { Failure } from '../bytes/failure.ts'

const { voprf } = ristretto255_oprf

export type Blinding = {
  /** The blinded element, 32 bytes, for the server. */
  readonly blinded: Bytes
  /**
   * Returns y, 64 bytes, once evaluation (32 bytes) and proof (64 bytes) hold for the server's public key (32 bytes). Can
   * be called once, because it erases the input. Throws `bad-voprf-proof` for any other key or answer, also for bytes
   * that are no point and for the identity.
   */
  finish(evaluation: Uint8Array, proof: Uint8Array, publicKey: Uint8Array): Bytes
}

/** Blinds `input` with a fresh random scalar. */
export function blind(input: Uint8Array): Blinding {
  const own = new Uint8Array(input)
  const { blind: scalar, blinded } = voprf.blind(own)
  return {
    blinded: new Uint8Array(blinded),
    finish(evaluation, proof, publicKey) {
      checkElement(evaluation)
      checkElement(publicKey)
      try {
        return new Uint8Array(voprf.finalize(own, scalar, evaluation, blinded, publicKey, proof))
      } catch {
        throw new Failure('bad-voprf-proof')
      } finally {
        wipe(own)
      }
    },
  }
}

function checkElement(bytes: Uint8Array): void {
  try {
    if (!ristretto255.Point.fromBytes(bytes).is0()) return
  } catch {
    // Falls through to the same refusal.
  }
  throw new Failure('bad-voprf-proof')
}
