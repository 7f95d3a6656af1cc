import type { FolderId } from '../../shared/bytes/ids.ts'
import type { LoginRow } from './login-row.ts'

/** A login that a person has sent and that seems to have worked, without its password: that never leaves the worker. */
export type OfferView = {
  id: string
  /** Of the page, as people read it. */
  host: string
  /** Empty where the page did not say. */
  username: string
  /** Logins of this person's to edit whose password it may be now, likeliest first; none for a new one. */
  updates: LoginRow[]
  /** Where a new one may be saved, by their names from the top; and where it most likely belongs. */
  folders: { folder: FolderId; path: string[] }[]
  folder: FolderId | null
}
