import type { ItemId } from '../../shared/bytes/ids.ts'

/**
 * A login that was deleted and can be brought back. `name` and `username` are null where the server shows something else than what was
 * deleted; `by` where nobody knows the name any more. `at` and `until`, in ms: when it was deleted, and when it will be destroyed, as the
 * server says.
 */
export type DeletedItem = {
  item: ItemId
  name: string | null
  username: string | null
  by: string | null
  at: number
  until: number
}
