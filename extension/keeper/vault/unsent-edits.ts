import type { FolderId, ItemId } from '../../../shared/bytes/ids.ts'
import { atLeast, isClosed, levelOf } from '../../../shared/ledger/replay/level.ts'
import type { UnsentState } from '../../messages/views.ts'
import { dropBlob, putBlob, readBlob } from './cache.ts'
import { queue } from './unsent-schema.ts'
import type { UnsentEdit } from './unsent-schema.ts'
import type { Desk } from '../desk/desk.ts'
import { stateOf } from './vault.ts'
import type { Vault } from './vault.ts'

/**
 * Writes the queue to disk, sealed under the member's cache key (P10). It outlives lock, worker and browser; for an empty queue the
 * blob is removed.
 */
export function storeUnsent(desk: Desk, vault: Vault): Promise<void> {
  const { edits, dropped } = vault.unsent
  return edits.length === 0 && dropped === 0
    ? dropBlob(desk, vault, 'unsent', '')
    : putBlob(desk, vault, 'unsent', '', vault.unsent)
}

/** Restores the queue from disk, and writes it again, so that the days it may stay on this device count from this unlock. */
export async function restoreUnsent(desk: Desk, vault: Vault): Promise<void> {
  const kept = queue.safeParse(await readBlob(desk, vault, 'unsent', ''))
  if (!kept.success) return
  vault.unsent = kept.data
  await storeUnsent(desk, vault).catch(() => undefined)
}

/** Returns the unsent edit of this item, null where there is none. */
export const unsentOf = (vault: Vault, folder: FolderId, item: ItemId): UnsentEdit | null =>
  vault.unsent.edits.find((edit) => edit.folder === folder && edit.item === item) ?? null

/** Replaces the item's edit in the queue, or adds it at the end. */
export function putUnsent(vault: Vault, edit: UnsentEdit): void {
  const { edits, dropped } = vault.unsent
  const isNew = unsentOf(vault, edit.folder, edit.item) === null
  vault.unsent = {
    dropped,
    edits: isNew
      ? [...edits, edit]
      : edits.map((one) => (one.folder === edit.folder && one.item === edit.item ? edit : one)),
  }
}

/** Removes the edit of an item that the person discards, and with a new item the deletion that waits for it: what was moved stays. */
export function discardUnsent(vault: Vault, folder: FolderId, item: ItemId): void {
  dropUnsent(vault, folder, item)
  const { edits, dropped } = vault.unsent
  const isOrphan = ({ after }: UnsentEdit) => after?.folder === folder && after.item === item
  vault.unsent = { dropped, edits: edits.filter((edit) => !isOrphan(edit)) }
}

/** Removes the item's edit from the queue. */
export function dropUnsent(vault: Vault, folder: FolderId, item: ItemId): void {
  const { edits, dropped } = vault.unsent
  vault.unsent = { dropped, edits: edits.filter((edit) => edit.folder !== folder || edit.item !== item) }
}

/** P7: removes the edits for folders that this person can no longer reach, and counts them, so that the screen can say how many. */
export function dropOutOfReach(vault: Vault): void {
  const state = stateOf(vault)
  const { edits, dropped } = vault.unsent
  const kept = edits.filter(({ folder }) => levelOf(state, vault.me, folder) !== null)
  if (kept.length < edits.length) vault.unsent = { edits: kept, dropped: dropped + edits.length - kept.length }
}

/**
 * Returns whether an edit will be sent without a question (`waiting`), needs the person's choice (`choose`), or may not be sent
 * (`refused`). Only a `waiting` edit is shown instead of the item.
 */
export function unsentState(vault: Vault, { folder, why }: UnsentEdit): UnsentState {
  const state = stateOf(vault)
  if (!atLeast(levelOf(state, vault.me, folder), 'edit') || isClosed(state, folder)) return 'refused'
  return why === 'needs-choice' ? 'choose' : why === 'not-allowed' || why === 'closed' ? 'refused' : 'waiting'
}
