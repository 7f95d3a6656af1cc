/**
 * Keys from keys: HKDF-SHA256 (RFC 5869), one label per use, so that no derived key tells anything of another or of its
 * root. It does not renew anything: who has the root has all of these, for every place, for ever.
 */
import { using } from '../bytes/bytes.ts'
import type { Bytes } from '../bytes/bytes.ts'
import { deriveInfo } from './contexts.ts'
import { hkdf } from './hkdf.ts'
import { receiveKeysFrom } from './hpke.ts'
import type { ReceiveKeys } from './hpke.ts'
import { cacheKey, partKey as asPartKey, selfKey } from './keys.ts'
import type { CacheKey, FolderKey, MemberSeed, PartKey, SelfKey, TeamSeed } from './keys.ts'
import { signerFrom } from './sign.ts'
import type { Signer } from './sign.ts'

export type MemberKeys = { sign: Signer; receive: ReceiveKeys; self: SelfKey; cache: CacheKey }

const NO_SALT = new Uint8Array()
const derive = (root: Uint8Array, info: Uint8Array): Promise<Bytes> => hkdf(root, NO_SALT, info, 32)

/** All that a member is: signs entries, receives wraps, seals for themself, seals the desk's cache. */
export async function memberKeys(seed: MemberSeed): Promise<MemberKeys> {
  return {
    sign: await using(await derive(seed, deriveInfo('sign')), signerFrom),
    receive: await using(await derive(seed, deriveInfo('receive')), receiveKeysFrom),
    self: selfKey(await derive(seed, deriveInfo('self'))),
    cache: cacheKey(await derive(seed, deriveInfo('cache'))),
  }
}

/** The keys with which a team receives folder keys. */
export const teamReceive = async (seed: TeamSeed): Promise<ReceiveKeys> =>
  using(await derive(seed, deriveInfo('team-receive')), receiveKeysFrom)

/** The keys with which a folder receives its children's keys. */
export const folderReceive = async (key: FolderKey): Promise<ReceiveKeys> =>
  using(await derive(key, deriveInfo('folder-receive')), receiveKeysFrom)

/** The key of one item part; `context` is its `itemPartContext`. */
export const partKey = async (key: FolderKey, context: Uint8Array): Promise<PartKey> =>
  asPartKey(await derive(key, deriveInfo('part', context)))

/** The key of one description; `context` is its folder's or team's description context. */
export const descriptionKey = async (key: FolderKey | TeamSeed, context: Uint8Array): Promise<PartKey> =>
  asPartKey(await derive(key, deriveInfo('description', context)))

/** The key under which a generation holds the one before; `context` is its `previousContext`. */
export const previousKey = async (key: FolderKey | TeamSeed, context: Uint8Array): Promise<PartKey> =>
  asPartKey(await derive(key, deriveInfo('previous', context)))

/** The signer of an invitation, from the 32-byte secret in its code. */
export const invitationSigner = async (secret: Uint8Array): Promise<Signer> =>
  using(await derive(secret, deriveInfo('invitation')), signerFrom)
