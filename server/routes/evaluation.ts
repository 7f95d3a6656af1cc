import { randomBytes } from 'node:crypto'
import { fromBase64url, toBase64url } from '../../shared/bytes/base64url.ts'
import { Failure } from '../../shared/bytes/failure.ts'
import { evaluate, voprfKeyFrom } from '../../shared/crypto/voprf-evaluate.ts'
import type { Services } from '../middleware/services.ts'
import { badField } from '../store/problem.ts'

const throwaway = voprfKeyFrom(randomBytes(32), randomBytes(32))

/** Refuses what is no blinded element before it costs a try: tried under a key that is good for nothing else. */
export function checkBlinded(blinded: string, field = 'blinded'): void {
  try {
    evaluate(throwaway, fromBase64url(blinded))
  } catch (error) {
    if (error instanceof Failure) throw badField(field, 'Not a blinded element.')
    throw error
  }
}

/** The server's half of the PIN's hardening, under the key of that row (32 random bytes). */
export async function evaluationUnder({ voprfKey }: Services, rowRandom: Uint8Array, blinded: string) {
  const key = await voprfKey(rowRandom)
  const { evaluation, proof } = evaluate(key, fromBase64url(blinded))
  return {
    evaluation: toBase64url(evaluation),
    proof: toBase64url(proof),
    voprfPublicKey: toBase64url(key.publicKey),
  }
}
