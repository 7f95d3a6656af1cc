/** All that a folder holds, in one canonical form: what a snapshot's hash is over, and what a fresh desk starts from. */
import { hash, itemId, memberId } from '../../bytes/ids.ts'
import type { Hash } from '../../bytes/ids.ts'
import { int, list, nullable, record } from '../../bytes/record.ts'
import { pairsIn, tableOf } from '../../bytes/table.ts'
import { sha256 } from '../../crypto/hash.ts'
import type { JournalState } from './journal.ts'

const part = record('part', { revision: int, generation: int, hash, author: memberId })
const live = record('live', { overview: part, secret: part })
const row = record('row', {
  item: itemId,
  revision: int,
  /** Null once it is deleted: its tombstone stays. */
  parts: nullable(live),
  changedAt: int,
  changedBy: memberId,
})
const content = record('cloison/v1/snapshot', { rows: list(row) })

/** The bytes of a folder's items, by id. */
export const snapshotOf = (items: JournalState['items']) =>
  content.write({
    rows: pairsIn(items)
      .map(([item, state]) => ({ item, ...state }))
      .sort((a, b) => (a.item < b.item ? -1 : 1)),
  })

export const snapshotHash = (items: JournalState['items']): Promise<Hash> => sha256(snapshotOf(items))

/** The items that a snapshot's bytes stand for. Throws `bad-encoding`. */
export const readSnapshot = (bytes: Uint8Array): JournalState['items'] =>
  tableOf(content.read(bytes).rows.map(({ item, ...state }) => [item, state] as const))
