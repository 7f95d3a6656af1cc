import { fromBase64url, toBase64url } from '../../shared/bytes/base64url.ts'
import { evaluate, isElement } from '../../shared/crypto/voprf-evaluate.ts'
import type { Services } from '../middleware/services.ts'
import { badField } from '../store/problem.ts'

/** Refuses what is no blinded element: after the touch, which strangers cannot give, and before it costs a try (P2). */
export function checkBlinded(blinded: string, field = 'blinded'): void {
  if (!isElement(fromBase64url(blinded))) throw badField(field, 'Not a blinded element.')
}

/** The server's half of the PIN's hardening, under the key of that row (32 random bytes). */
export async function evaluateUnder({ voprfKey }: Services, rowRandom: Uint8Array, blinded: string) {
  const key = await voprfKey(rowRandom)
  const { evaluation, proof } = evaluate(key, fromBase64url(blinded))
  return {
    evaluation: toBase64url(evaluation),
    proof: toBase64url(proof),
    voprfPublicKey: toBase64url(key.publicKey),
  }
}
