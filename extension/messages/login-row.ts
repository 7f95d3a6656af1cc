import type { FolderId, ItemId } from '../../shared/bytes/ids.ts'

/** An unsent edit is sent automatically (`waiting`), needs the person's choice, or is no longer allowed by the ledger. */
export type UnsentState = 'waiting' | 'choose' | 'refused'

export type LoginRow = {
  folder: FolderId
  item: ItemId
  name: string
  username: string
  /** Folder names from the topmost folder that this person sees; `client` is the folder that contains the item. */
  path: string[]
  client: { folder: FolderId; name: string; hue: number }
  unsent: UnsentState | null
}
