import type { FolderId, ItemId } from '../../shared/bytes/ids.ts'

/** Why a password is weak. */
export type Weakness = 'common' | 'like-name' | 'short'

/** One login about which there is something to say. It never holds anything of a secret: passwords are compared in the worker. */
export type HealthFinding = {
  folder: FolderId
  item: ItemId
  /** The login's revision when it was checked: after a later one the finding says nothing any more. */
  revision: number
  name: string
  username: string
  weak: Weakness | null
  /** The number of its group: logins of one group have the same password, or the same site and username. */
  reused: number | null
  double: number | null
  /** Since when (ms) it has had its password at least; null where that is not long. */
  since: number | null
}

/** What a check has found. `unread`: how many logins it did not open, and why. */
export type HealthReport = {
  at: number
  checked: number
  findings: HealthFinding[]
  unread: { witnessed: number; fillOnly: number; refused: number }
}

/** A check under way: its number, and how many of how many logins are done. */
export type HealthProgress = { run: number; done: number; total: number }

/** A password that is younger than this (days) is not told as old. */
export const OLD_FROM = 90
