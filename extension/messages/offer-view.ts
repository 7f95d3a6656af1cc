import type { FolderId } from '../../shared/bytes/ids.ts'
import type { LoginRow } from './login-row.ts'

/** A login that a person has submitted, apparently with success. Without its password, which never leaves the worker. */
export type OfferView = {
  id: string
  /** The page's host, as it is shown. */
  host: string
  /** Empty where the page had none. */
  username: string
  /** The logins that this person may edit and whose new password it may be, likeliest first; empty for a new login. */
  updates: LoginRow[]
  /** The folders that a new login may be saved in, with their names from the top; `folder` is the likeliest. */
  folders: { folder: FolderId; path: string[] }[]
  folder: FolderId | null
}
