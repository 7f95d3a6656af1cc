/** All that a folder holds, in one canonical form: what a snapshot's hash is over, and what a fresh desk starts from. */
import { hash, itemId, memberId } from '../../bytes/ids.ts'
import type { Hash } from '../../bytes/ids.ts'
import { bool, int, list, record } from '../../bytes/record.ts'
import { pairsIn, tableOf } from '../../bytes/table.ts'
import { sha256 } from '../../crypto/hash.ts'
import { Failure } from '../../bytes/failure.ts'
import type { ItemState, JournalState } from './journal-state.ts'

const part = record('part', { revision: int, generation: int, hash, author: memberId })
const live = record('live', { overview: part, secret: part })
const row = record('row', {
  item: itemId,
  revision: int,
  /** Its tombstone stays, with the parts that it had: a manager may bring it back with them. */
  isDeleted: bool,
  parts: live,
  changedAt: int,
  changedBy: memberId,
})
const content = record('cloison/v1/snapshot', { rows: list(row) })

/** An item has parts or had some: replay makes no other. */
function held(parts: ItemState['parts']) {
  if (parts === null) throw new Failure('malformed')
  return parts
}

/** The bytes of a folder's items, by id. */
export const snapshotOf = (items: JournalState['items']) =>
  content.write({
    rows: pairsIn(items)
      .map(([item, { parts, gone, ...state }]) => ({
        item,
        ...state,
        isDeleted: parts === null,
        parts: held(parts ?? gone),
      }))
      .sort((a, b) => (a.item < b.item ? -1 : 1)),
  })

export const snapshotHash = (items: JournalState['items']): Promise<Hash> => sha256(snapshotOf(items))

/** The items that a snapshot's bytes stand for. Throws `bad-encoding`. */
export const readSnapshot = (bytes: Uint8Array): JournalState['items'] =>
  tableOf(
    content.read(bytes).rows.map(({ item, isDeleted, parts, ...state }) => {
      const is = isDeleted ? { parts: null, gone: parts } : { parts, gone: null }
      return [item, { ...state, ...is }] as const
    }),
  )
