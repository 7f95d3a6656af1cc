import type { FolderId, ItemId } from '../../shared/bytes/ids.ts'

/** Why a password is to be changed: who could open the login and lost that since its secret was last sealed; `at` in ms, of the newest. */
export type ToChangeWhy = {
  /** The first few by name, null where this person may not see it; `more`: how many others. */
  who: (string | null)[]
  more: number
  /** Whether all of them are gone from the organisation; else some only lost this folder. */
  left: boolean
  at: number
}

/** A login whose password is to be changed, in a folder that this person may edit. */
export type ToChangeRow = {
  folder: FolderId
  item: ItemId
  name: string
  username: string
  path: string[]
  why: ToChangeWhy
}
