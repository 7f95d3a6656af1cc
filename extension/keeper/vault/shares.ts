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

/** Where one owner's share of a folder's newest key lies, sealed to `recipient`; null for an unknown folder or member. */
export function shareAt(vault: Vault, id: FolderId, holder: MemberId, recipient: MemberId): ShareAt | null {
  const state = stateOf(vault)
  const [folder, to] = [get(state.folders, id), get(state.members, recipient)]
  if (folder === null || to === null) return null
  const { keyGeneration: recipientGeneration, receive: recipientKeyHash } = to
  const generation = folder.generations.length
  return { org: vault.org, id, generation, holder, recipient, recipientGeneration, recipientKeyHash }
}

/** The holder's share of a folder's newest key, sealed to this person, out of what the server gave; null without one that opens. */
export async function firstShare(
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
      // Whatever else the server put there is no share of ours.
    }
  }
  return null
}

/** Those whose shares bring this person a folder back that two owners gave them; null where none comes back. */
export function comingBack(vault: Vault, id: FolderId): readonly MemberId[] | null {
  const state = stateOf(vault)
  const folder = get(state.folders, id)
  if (folder === null || folder.recovery?.to !== vault.me) return null
  const from = standingShares(state, folder)
  return from.length === 0 || vault.folderKeys.get(id)?.has(folder.generations.length) === true ? null : from
}

/** Shares to ask the server for, by the ledger alone (P4). */
export function lackingShares(vault: Vault): (Extract<Holding, { kind: 'share' }> & { generation: number })[] {
  const state = stateOf(vault)
  const mine = idsIn(get(state.members, vault.me)?.grants ?? emptyTable)
  return mine
    .filter((id) => comingBack(vault, id) !== null)
    .map((id) => ({ kind: 'share', id, generation: get(state.folders, id)?.generations.length ?? 0 }))
}

/**
 * Opens the newest key of a folder that came back by the shares of two owners. What they make counts for the commitment in the
 * ledger alone (P4): so an owner's bad share, or the server's, only costs time. The shares are not kept: the key is renewed next.
 */
export async function openByShares(vault: Vault, wraps: readonly Wrap[], id: FolderId): Promise<void> {
  const from = comingBack(vault, id)
  const generations = get(stateOf(vault).folders, id)?.generations
  const committed = generations?.last?.commitment
  if (from === null || generations === undefined || committed === undefined) return
  const shares: KeyShare[] = []
  for (const holder of from) {
    const share = await firstShare(vault, wraps, id, holder)
    if (share !== null) shares.push(share)
  }
  try {
    const key = await joinShares(shares, { org: vault.org, id, generation: generations.length }, committed)
    const keys = vault.folderKeys.get(id) ?? new Map<number, FolderKey>()
    vault.folderKeys.set(id, keys.set(generations.length, vault.register.born(key)))
  } catch {
    // Told as a key that is on its way.
  } finally {
    for (const share of shares) wipe(share)
  }
}
