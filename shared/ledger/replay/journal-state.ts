import { zero32 } from '../../bytes/ids.ts'
import type { FolderId, ItemId, MemberId, OrgId } from '../../bytes/ids.ts'
import { emptyTable } from '../../bytes/table.ts'
import type { Table } from '../../bytes/table.ts'
import type { LedgerHead } from '../acts.ts'
import type { PartLink } from '../entry.ts'

/** A sealed part's place and hash, with whoever sealed it: what its associated data is made of. */
export type PartState = PartLink & { author: MemberId }
export type LiveParts = { overview: PartState; secret: PartState }
/** `parts` is null once the item is deleted; its revision stays, so that it cannot come back as new. */
export type ItemState = {
  revision: number
  parts: LiveParts | null
  /** The parts that a deleted item had, null while it is not deleted: with exactly these it can be brought back (L11). */
  gone: LiveParts | null
  changedAt: number
  changedBy: MemberId
}

/** What a folder holds after some entry of its journal. Plain data, never changed in place. */
export type JournalState = {
  org: OrgId
  folder: FolderId
  head: LedgerHead
  time: number
  /** The ledger sequence that the last entry named: it never decreases. */
  ledger: number
  /** The sequence of the last snapshot, 0 where there is none. */
  snapshotAt: number
  items: Table<ItemId, ItemState>
}

export const emptyJournal = (org: OrgId, folder: FolderId): JournalState => ({
  org,
  folder,
  head: { sequence: 0, hash: zero32 },
  time: 0,
  ledger: 0,
  snapshotAt: 0,
  items: emptyTable,
})
