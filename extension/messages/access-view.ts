import type { FolderId, MemberId } from '../../shared/bytes/ids.ts'
import type { Grantee, Level } from '../../shared/ledger/acts.ts'

/** One reason for access: a grant that counts now. A name is null where this person may not know it. Dates in ms since 1970. */
export type WayView = {
  level: Level
  on: FolderId
  folder: string | null
  to: Grantee
  /** The team's name; null too for a grant to a person by name. */
  team: string | null
  /** How many people it stands for. */
  people: number
  starts: number | null
  ends: number | null
}

/**
 * What one person can open, and why. `why`: places in `ways`, the strongest first, whose level is the person's. Folders that the viewer
 * cannot name are in it, to be counted; a personal folder that is not the viewer's is said apart.
 */
export type PersonAccess = {
  ways: WayView[]
  folders: { folder: FolderId; why: number[] }[]
  personal: boolean
}

/** Who can open one folder, each once, and why. Name and e-mail are null where the viewer may not know them. */
export type FolderAccess = {
  ways: WayView[]
  people: { member: MemberId; name: string | null; email: string | null; why: number[] }[]
}
