import type { FolderId, ItemId } from '../../shared/bytes/ids.ts'
import type { ItemFields } from './item-fields.ts'

/** A login as an export has it; `until` in ms since 1970. */
export type ExportedLogin = {
  item: ItemId
  fields: ItemFields
  history: { password: string; until: number }[]
}
/** `from` is the place of the page's first login; `inClear` how many folders the file in clear holds, null for an encrypted one. */
export type ExportAsked = { folder: FolderId; from: number; inClear: number | null }
/** One page of a folder's logins, and where the next begins; null at the end. */
export type ExportPage = { logins: ExportedLogin[]; next: number | null }
