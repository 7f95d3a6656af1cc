import type { FolderId, ItemId } from '../../../shared/bytes/ids.ts'
import { atLeast, isClosed, levelOf } from '../../../shared/ledger/replay/level.ts'
import type { UnsentState } from '../../messages/views.ts'
import { dropBlob, put, take } from './cache.ts'
import { queue } from './unsent-schema.ts'
import type { Unsent } from './unsent-schema.ts'
import type { Desk } from '../desk/desk.ts'
import { stateOf } from './vault.ts'
import type { Vault } from './vault.ts'

/** P10: the queue lies sealed under the member's cache key, and outlives lock, worker and browser; an empty one leaves nothing. */
export function keepUnsent(desk: Desk, vault: Vault): Promise<void> {
  const { edits, dropped } = vault.unsent
  return edits.length === 0 && dropped === 0
    ? dropBlob(desk, vault, 'unsent', '')
    : put(desk, vault, 'unsent', '', vault.unsent)
}

/** Finds the queue again, and writes it anew, so that its days on this desk count from the last unlock. */
export async function recallUnsent(desk: Desk, vault: Vault): Promise<void> {
  const kept = queue.safeParse(await take(desk, vault, 'unsent', ''))
  if (!kept.success) return
  vault.unsent = kept.data
  await keepUnsent(desk, vault).catch(() => undefined)
}

/** The edit of this item that waits, null when none does. */
export const unsentOf = (vault: Vault, folder: FolderId, item: ItemId): Unsent | null =>
  vault.unsent.edits.find((edit) => edit.folder === folder && edit.item === item) ?? null

/** Puts an edit in its place, or last when it is new. */
export function putUnsent(vault: Vault, edit: Unsent): void {
  const { edits, dropped } = vault.unsent
  const isNew = unsentOf(vault, edit.folder, edit.item) === null
  vault.unsent = {
    dropped,
    edits: isNew
      ? [...edits, edit]
      : edits.map((one) => (one.folder === edit.folder && one.item === edit.item ? edit : one)),
  }
}

export function dropUnsent(vault: Vault, folder: FolderId, item: ItemId): void {
  const { edits, dropped } = vault.unsent
  vault.unsent = { dropped, edits: edits.filter((edit) => edit.folder !== folder || edit.item !== item) }
}

/** P7: what a person wrote for a folder that they no longer reach at all goes with it; they are told how many. */
export function dropOutOfReach(vault: Vault): void {
  const state = stateOf(vault)
  const { edits, dropped } = vault.unsent
  const kept = edits.filter(({ folder }) => levelOf(state, vault.me, folder) !== null)
  if (kept.length < edits.length) vault.unsent = { edits: kept, dropped: dropped + edits.length - kept.length }
}

/** Whether it goes by itself, asks the person first, or may not be sent. Only what goes by itself is shown in place. */
export function unsentState(vault: Vault, { folder, why }: Unsent): UnsentState {
  const state = stateOf(vault)
  if (!atLeast(levelOf(state, vault.me, folder), 'edit') || isClosed(state, folder)) return 'refused'
  return why === 'needs-choice' ? 'choose' : why === 'not-allowed' || why === 'closed' ? 'refused' : 'waiting'
}
