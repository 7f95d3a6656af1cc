/**
 * Commitments to a generation's key: HKDF-SHA256 (RFC 5869) of the key, bound to its place. The ledger's entry carries
 * one, so a delivered key is right or refused (P4), and AES-GCM's lack of key commitment does no harm. It hides the key
 * only because the key is 32 random bytes.
 */
import { hash } from '../bytes/ids.ts'
import type { FolderId, Hash, OrgId, TeamId } from '../bytes/ids.ts'
import { commitInfo } from './contexts.ts'
import type { Kind } from './contexts.ts'
import { hkdf } from './hkdf.ts'
import type { FolderKey, TeamSeed } from './keys.ts'

const NO_SALT = new Uint8Array()

/** What the ledger says of `key` (32 bytes) as that generation of that team or folder. */
export async function commitment(
  key: TeamSeed | FolderKey,
  kind: Kind,
  org: OrgId,
  id: TeamId | FolderId,
  generation: number,
): Promise<Hash> {
  return hash.read(await hkdf(key, NO_SALT, commitInfo(kind, org, id, generation), 32))
}
