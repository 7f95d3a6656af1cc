/**
 * The member seed under the unlock key: HKDF-SHA256 (RFC 5869) over the hardware key's PRF output and the PIN's VOPRF
 * output together (P2), AES-256-GCM, and a tag that commits to the key. Neither half opens anything alone. It does not
 * limit guesses for whoever has the key and the server's VOPRF secret: Argon2id prices those.
 */
import { concat, equal, wipe } from '../bytes/bytes.ts'
import type { Bytes } from '../bytes/bytes.ts'
import { Failure } from '../bytes/failure.ts'
import { hash, memberId, orgId } from '../bytes/ids.ts'
import { codec, int, record } from '../bytes/record.ts'
import type { Of } from '../bytes/record.ts'
import { openAead, sealAead } from './aead.ts'
import { unlockInfo } from './contexts.ts'
import { sha256Bytes } from './hash.ts'
import { hkdf } from './hkdf.ts'
import { memberSeed, unlockKey } from './keys.ts'
import type { MemberSeed, UnlockKey } from './keys.ts'

const TAG = 32

/** `tag` (32 bytes) commits to `sealKey`: without it one sealed seed could open under two PINs. */
export type UnlockKeys = { sealKey: UnlockKey; tag: Bytes }

const seed = codec<MemberSeed>(
  (value) => new Uint8Array(value),
  (bytes, from, to) => memberSeed(bytes.slice(from, to)),
)
const seedContent = record('cloison/v1/member-seed', {
  seed,
  org: orgId,
  member: memberId,
  keyGeneration: int,
  ledger: record('ledger', { sequence: int, head: hash }),
})

/** What a touch brings back: who this is, where, and the least that the ledger must extend. */
export type SeedContent = Of<typeof seedContent>

/**
 * From the PRF output (32 bytes) and y (64 bytes); both stay the caller's, to be wiped. HKDF salt: SHA-256 of the
 * credential id; info: the VOPRF public key (32 bytes). Throws `bad-length`.
 */
export async function unlockKeys(from: {
  prf: Uint8Array
  y: Uint8Array
  credentialId: Uint8Array
  voprfPublicKey: Uint8Array
}): Promise<UnlockKeys> {
  if (from.prf.length !== 32 || from.y.length !== 64) throw new Failure('bad-length')
  const ikm = concat(from.prf, from.y)
  const derived = await hkdf(ikm, await sha256Bytes(from.credentialId), unlockInfo(from.voprfPublicKey), 64)
  wipe(ikm)
  const keys = { sealKey: unlockKey(derived.slice(0, 32)), tag: derived.slice(32) }
  wipe(derived)
  return keys
}

/** tag(32) ‖ sealed content; `context` is the `sealedSeedContext`. */
export async function sealSeed(keys: UnlockKeys, context: Uint8Array, content: SeedContent): Promise<Bytes> {
  const plaintext = seedContent.write(content)
  const sealed = await sealAead(keys.sealKey, context, plaintext)
  wipe(plaintext)
  return concat(keys.tag, sealed)
}

/** Compares the tag first: `wrong-pin-or-key`. Then throws as `openAead` does: the server gave something else. */
export async function openSeed(keys: UnlockKeys, context: Uint8Array, sealed: Uint8Array): Promise<SeedContent> {
  if (sealed.length < TAG) throw new Failure('cannot-open')
  if (!equal(sealed.subarray(0, TAG), keys.tag)) throw new Failure('wrong-pin-or-key')
  const plaintext = await openAead(keys.sealKey, context, sealed.subarray(TAG))
  const content = seedContent.read(plaintext)
  wipe(plaintext)
  return content
}
