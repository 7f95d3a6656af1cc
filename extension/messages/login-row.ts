import type { FolderId, ItemId } from '../../shared/bytes/ids.ts'

/** It goes by itself; it asks the person first; the ledger does not allow it any more. */
export type UnsentState = 'waiting' | 'choose' | 'refused'

export type LoginRow = {
  folder: FolderId
  item: ItemId
  name: string
  username: string
  /** Folder names from the top of what this person sees; `client` is the folder that holds the item. */
  path: string[]
  client: { folder: FolderId; name: string }
  unsent: UnsentState | null
}
