import type { Bytes } from '../shared/bytes/bytes.ts'
import type { OrgId } from '../shared/bytes/ids.ts'
import { stretchPin } from '../shared/crypto/argon2.ts'

const known = new Map<string, Promise<Bytes>>()

/**
 * `stretchPin`, remembered for the life of this process: the same 32 bytes for the same PIN and org, in a buffer that is the
 * caller's to overwrite. Argon2id is slow on purpose, and these tests are about what follows it; `argon2.test.ts` tests it.
 */
export async function stretchOnce(pin: string, org: OrgId): Promise<Bytes> {
  const key = JSON.stringify([pin, org])
  const stretched = known.get(key) ?? stretchPin(pin, org)
  known.set(key, stretched)
  return new Uint8Array(await stretched)
}
