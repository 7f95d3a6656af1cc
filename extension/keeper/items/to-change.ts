import { lossesThatStand, successors } from '../../../shared/access/losses.ts'
import type { Loss, LossBook } from '../../../shared/access/losses.ts'
import { treeFolders } from '../../../shared/access/visible.ts'
import type { FolderId, ItemId, MemberId } from '../../../shared/bytes/ids.ts'
import { get, pairsIn } from '../../../shared/bytes/table.ts'
import { atLeast, everLevelsOf, isClosed, levelsOf } from '../../../shared/ledger/replay/level.ts'
import type { Folder } from '../../../shared/ledger/replay/state.ts'
import { shelfOf, stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'

/** A login whose secret somebody could open who has lost that since it was sealed: `losses`, oldest first. */
export type ToChange = { folder: FolderId; item: ItemId; losses: readonly Loss[] }

/**
 * Returns the logins to change in all folders that this person may edit: those whose secret is older than a loss that still stands.
 * Nobody ticks them: a new revision of the secret takes a login off the list, on every desk. What cannot be changed here, since its
 * folder is closed or refused, is not on it, nor are notes.
 */
export function loginsToChange(vault: Vault, book: LossBook): ToChange[] {
  const state = stateOf(vault)
  const levelAt = levelsOf(state, vault.me)
  const isOpen = (folder: FolderId) => atLeast(levelAt(folder), 'edit') && !isClosed(state, folder)
  const touched = treeFolders(state, vault.me).filter((folder) => book.byFolder.has(folder) && isOpen(folder))
  if (touched.length === 0) return []
  const after = successors(state)
  const known = new Map<MemberId, ReturnType<typeof everLevelsOf>>()
  const levelFor = (member: MemberId) => {
    const level = known.get(member) ?? everLevelsOf(state, member)
    known.set(member, level)
    return level
  }
  return touched.flatMap((id) => {
    const folder = get(state.folders, id)
    const losses = lossesThatStand(state, book.byFolder.get(id) ?? [], id, after, levelFor)
    return folder === null || losses.length === 0 ? [] : inFolder(vault, id, folder, losses)
  })
}

/**
 * What takes somebody's last right in a folder makes the folder stale, and nothing is written to it before it has a new key. So the key
 * that a secret is sealed under tells on which side of a loss it was written, on every desk and without its journal's earlier entries.
 */
function inFolder(vault: Vault, id: FolderId, folder: Folder, losses: readonly Loss[]): ToChange[] {
  const { journal, overviews, refused } = shelfOf(vault, id)
  if (refused !== null) return []
  return pairsIn(journal.items).flatMap(([item, { parts }]) => {
    if (parts === null || overviews.get(item)?.kind === 'note') return []
    const since = folder.generations.nth(parts.secret.generation - 1)?.since ?? 0
    const later = losses.filter(({ at }) => at > since)
    return later.length === 0 ? [] : [{ folder: id, item, losses: later }]
  })
}
