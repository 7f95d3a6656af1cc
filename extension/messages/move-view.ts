import type { FolderId, ItemId } from '../../shared/bytes/ids.ts'
import type { Level } from '../../shared/ledger/acts.ts'

/**
 * Who gets to the logins and who no longer does, when they go to another folder. `who` is null where the name is not known. `gains`: a
 * higher level there than here; `loses`: a lower one there, or none.
 */
export type MoveReview = {
  gains: { who: string | null; level: Level }[]
  loses: { who: string | null; level: Level | null }[]
}

/** The result for one login. `unsent`: why it waits on this device, or null. */
export type Moved = { folder: FolderId; item: ItemId; unsent: string | null }
