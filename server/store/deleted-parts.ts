import { and, eq, gt, inArray, isNull, lte } from 'drizzle-orm'
import type { FolderId, ItemId, MemberId } from '../../shared/bytes/ids.ts'
import { get } from '../../shared/bytes/table.ts'
import type { JournalBody } from '../../shared/ledger/entry.ts'
import type { JournalState } from '../../shared/ledger/replay/journal-state.ts'
import { levelOf } from '../../shared/ledger/replay/level.ts'
import type { LedgerState } from '../../shared/ledger/replay/state.ts'
import type { DeletedPart } from '../../shared/protocol/sync.ts'
import type { Connection, Transaction } from './connection.ts'
import { Problem } from './problem.ts'
import { parts } from './schema.ts'

/** How long the sealed parts of a deleted item stay, in ms (L11): one who may edit cannot destroy what a folder holds. */
export const keptFor = 30 * 24 * 3_600_000

const ofItems = (folder: FolderId, items: readonly ItemId[]) =>
  and(eq(parts.folder, folder), inArray(parts.item, items))

/** The items that an entry deletes, and those that it brings back. */
export function fates({ items }: JournalState, { changes }: JournalBody): { deleted: ItemId[]; restored: ItemId[] } {
  const wasDeleted = (item: ItemId) => get(items, item)?.parts === null
  return {
    deleted: changes.flatMap((one) => (one.parts === null ? [one.item] : [])),
    restored: changes.flatMap((one) => (one.parts !== null && wasDeleted(one.item) ? [one.item] : [])),
  }
}

/** What nobody is served any more, but managers of the folder, until it is destroyed. */
export async function markDeleted(tx: Transaction, folder: FolderId, items: readonly ItemId[], at: number) {
  if (items.length === 0) return
  await tx
    .update(parts)
    .set({ deletedAt: at })
    .where(and(ofItems(folder, items), isNull(parts.deletedAt)))
}

/** Serves the parts of these items again. Throws `parts-destroyed` unless all of them are there still. */
export async function restoreParts(tx: Transaction, folder: FolderId, items: readonly ItemId[], now: number) {
  if (items.length === 0) return
  const back = await tx
    .update(parts)
    .set({ deletedAt: null })
    .where(and(ofItems(folder, items), gt(parts.deletedAt, now - keptFor)))
    .returning({ item: parts.item })
  if (back.length < 2 * items.length)
    throw new Problem('parts-destroyed', 'What was deleted is destroyed: it cannot be brought back.')
}

/** After a repair: what the journal says is deleted is so from the time of its entry on, and what it does not is live. */
export async function settleDeleted(tx: Transaction, { folder, items }: JournalState): Promise<void> {
  const { item, deletedAt } = parts
  const rows = await tx.selectDistinct({ item, deletedAt }).from(parts).where(eq(parts.folder, folder))
  const live: ItemId[] = []
  for (const row of rows) {
    const state = get(items, row.item)
    if (state?.parts === null && row.deletedAt === null) await markDeleted(tx, folder, [row.item], state.changedAt)
    if (state !== null && state.parts !== null && row.deletedAt !== null) live.push(row.item)
  }
  if (live.length > 0) await tx.update(parts).set({ deletedAt: null }).where(ofItems(folder, live))
}

/** Destroys what was deleted so long ago. */
export const destroyDeleted = (db: Connection, now: number) =>
  db.delete(parts).where(lte(parts.deletedAt, now - keptFor))

/**
 * The overviews of these items, as far as they are deleted and not destroyed yet, with the time when they will be; for managers of the
 * folder. Secrets stay here: to bring an item back takes none. Throws `not-allowed`.
 */
export async function deletedOverviews(
  db: Connection,
  state: LedgerState,
  member: MemberId,
  { folder, items }: { folder: FolderId; items: readonly ItemId[] },
  now: number,
): Promise<DeletedPart[]> {
  if (levelOf(state, member, folder) !== 'manage') throw new Problem('not-allowed', 'For managers of the folder.')
  if (items.length === 0) return []
  const { item, sealed, deletedAt } = parts
  const rows = await db
    .select({ item, sealed, deletedAt })
    .from(parts)
    .where(and(ofItems(folder, items), eq(parts.part, 'overview'), gt(deletedAt, now - keptFor)))
  return rows.map((row) => ({ item: row.item, sealed: row.sealed, until: (row.deletedAt ?? 0) + keptFor }))
}
