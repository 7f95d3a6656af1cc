import type { Holding } from '../../../shared/access/entitled.ts'
import { fromBase64url } from '../../../shared/bytes/base64url.ts'
import { wipe } from '../../../shared/bytes/bytes.ts'
import type { FolderId, MemberId } from '../../../shared/bytes/ids.ts'
import { emptyTable, get, idsIn } from '../../../shared/bytes/table.ts'
import type { ShareAt } from '../../../shared/crypto/contexts.ts'
import type { FolderKey, KeyShare } from '../../../shared/crypto/keys.ts'
import { joinShares, openShare } from '../../../shared/crypto/share.ts'
import type { Wrap } from '../../../shared/protocol/objects.ts'
import { standingShares } from '../../../shared/ledger/replay/recovery.ts'
import { stateOf } from './vault.ts'
import type { Vault } from './vault.ts'

/**
 * Returns what the seal of a key share binds: the folder's newest key, the owner who holds the share, and the recipient's receive key.
 * Null for an unknown folder or member.
 */
export function shareAt(vault: Vault, id: FolderId, holder: MemberId, recipient: MemberId): ShareAt | null {
  const state = stateOf(vault)
  const [folder, to] = [get(state.folders, id), get(state.members, recipient)]
  if (folder === null || to === null) return null
  const { keyGeneration: recipientGeneration, receive: recipientKeyHash } = to
  const generation = folder.generations.length
  return { org: vault.org, id, generation, holder, recipient, recipientGeneration, recipientKeyHash }
}

/** Returns the first share in these wraps that is `holder`'s of the folder's newest key and opens for this person, else null. */
export async function openFirstShare(
  vault: Vault,
  wraps: readonly Wrap[],
  id: FolderId,
  holder: MemberId,
): Promise<KeyShare | null> {
  const at = shareAt(vault, id, holder, vault.me)
  if (at === null) return null
  for (const wrap of wraps) {
    if (wrap.kind !== 'share' || wrap.id !== id || wrap.holder !== holder || wrap.generation !== at.generation) continue
    try {
      return await openShare(vault.keys.receive, fromBase64url(wrap.sealed), at)
    } catch {
      // A wrap that does not open is skipped: the server may have put anything there.
    }
  }
  return null
}

/**
 * Returns the owners whose shares restore the key of a recovered folder for this person. Null where two owners have not given the folder
 * to this person, or its key is held already.
 */
export function findReturningShareholders(vault: Vault, id: FolderId): readonly MemberId[] | null {
  const state = stateOf(vault)
  const folder = get(state.folders, id)
  if (folder === null || folder.recovery?.to !== vault.me) return null
  const from = standingShares(state, folder)
  return from.length === 0 || vault.folderKeys.get(id)?.has(folder.generations.length) === true ? null : from
}

/** Returns the shares to ask the server for. The ledger alone says which (P4). */
export function lackingShares(vault: Vault): (Extract<Holding, { kind: 'share' }> & { generation: number })[] {
  const state = stateOf(vault)
  const mine = idsIn(get(state.members, vault.me)?.grants ?? emptyTable)
  return mine
    .filter((id) => findReturningShareholders(vault, id) !== null)
    .map((id) => ({ kind: 'share', id, generation: get(state.folders, id)?.generations.length ?? 0 }))
}

/**
 * Restores the newest key of a recovered folder from the shares of two owners. The key counts only if it matches its commitment in the
 * ledger (P4), so a bad share, from an owner or the server, can only delay. The shares are not kept: the folder is re-keyed next.
 */
export async function openByShares(vault: Vault, wraps: readonly Wrap[], id: FolderId): Promise<void> {
  const from = findReturningShareholders(vault, id)
  const generations = get(stateOf(vault).folders, id)?.generations
  const committed = generations?.last?.commitment
  if (from === null || generations === undefined || committed === undefined) return
  const shares: KeyShare[] = []
  for (const holder of from) {
    const share = await openFirstShare(vault, wraps, id, holder)
    if (share !== null) shares.push(share)
  }
  try {
    const key = await joinShares(shares, { org: vault.org, id, generation: generations.length }, committed)
    const keys = vault.folderKeys.get(id) ?? new Map<number, FolderKey>()
    vault.folderKeys.set(id, keys.set(generations.length, vault.register.add(key)))
  } catch {
    // `checkHoldings` reports the missing key as `shares-missing`.
  } finally {
    for (const share of shares) wipe(share)
  }
}
