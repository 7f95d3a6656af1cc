import type { FolderId, ItemId } from '../../shared/bytes/ids.ts'

/**
 * A deleted login that can be restored. `name` and `username` are null where the server's overview is not the one that was deleted; `by`
 * is null where the name of the person is not known. `at`: when it was deleted; `until`: when the server will destroy it, by its own
 * account; both in ms since 1970.
 */
export type DeletedItem = {
  folder: FolderId
  /** Names from the topmost folder that this person sees down to its own. */
  path: string[]
  item: ItemId
  name: string | null
  username: string | null
  by: string | null
  at: number
  until: number
}
