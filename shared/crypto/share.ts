/**
 * A folder key in n shares of which any two are the key: Shamir's scheme over GF(2^8), from shamir-secret-sharing. One share
 * says nothing about the key. It does not say whether a share is right: what two of them make counts only when it is what the ledger
 * commits to (P4). Shares travel sealed by HPKE, each to one person.
 */
import { combine, split } from 'shamir-secret-sharing'
import { wipe } from '../bytes/bytes.ts'
import type { Bytes } from '../bytes/bytes.ts'
import { Failure } from '../bytes/failure.ts'
import type { Hash } from '../bytes/ids.ts'
import { commitment } from './commit.ts'
import { shareInfo } from './contexts.ts'
import type { Generation, ShareAt } from './contexts.ts'
import { receiveHash, sealTo } from './hpke.ts'
import type { ReceiveKeys } from './hpke.ts'
import { folderKey, keyShare } from './keys.ts'
import type { FolderKey, KeyShare } from './keys.ts'

/** `count` shares (2 to 255), 33 bytes each, of which any two are the key. */
export async function splitKey(key: FolderKey, count: number): Promise<KeyShare[]> {
  return (await split(new Uint8Array(key), count, 2)).map((share) => keyShare(new Uint8Array(share)))
}

/** The key that some two of the shares make and the ledger commits to. Throws `wrong-commitment` where no two do (P4). */
export async function joinShares(
  shares: readonly KeyShare[],
  { org, id, generation }: Omit<Generation<'folder'>, 'kind'>,
  committed: Hash,
): Promise<FolderKey> {
  for (const [i, one] of shares.entries())
    for (const other of shares.slice(i + 1)) {
      // Two shares of one place are the same share, or one that somebody made up.
      if (one[32] === other[32]) continue
      const key = folderKey(new Uint8Array(await combine([one, other])))
      if ((await commitment(key, 'folder', org, id, generation)) === committed) return key
      wipe(key)
    }
  throw new Failure('wrong-commitment')
}

/**
 * Seals a share to `publicKey` (1,216 bytes): 1,169 bytes. Throws `wrong-receive-key` unless that is the key whose hash `at`
 * names from the ledger (P4), `bad-receive-key` when it is no key at all.
 */
export async function sealShare(share: KeyShare, publicKey: Uint8Array, at: ShareAt): Promise<Bytes> {
  if ((await receiveHash(publicKey)) !== at.recipientKeyHash) throw new Failure('wrong-receive-key')
  return sealTo(publicKey, shareInfo(at), share)
}

/** The share. Throws `cannot-open`, `bad-length`. */
export const openShare = async (receive: ReceiveKeys, sealed: Uint8Array, at: ShareAt): Promise<KeyShare> =>
  keyShare(await receive.open(shareInfo(at), sealed))
