import type { MemberId } from '../../shared/bytes/ids.ts'
import type { Level } from '../../shared/ledger/acts.ts'
import type { WayView } from './access-view.ts'

/** Somebody whom an act concerns. `who` is null where the viewer may not know the name: such people are counted. */
type Concerned = { member: MemberId; who: string | null }

/** The topmost of the folders that a line of the sheet is about, and how many more lie below these. */
type Places = { folders: (string | null)[]; below: number }

/** What a signed act will change, for the review sheet. A folder's name is null where it is not known. */
export type Review = {
  gains: (Concerned & Places & { level: Level })[]
  /** `level`: the lower one that they keep there, null where they lose the folder. */
  loses: (Concerned & Places & { level: Level | null })[]
  /** Who has already what the act gives, or keeps what it looks as if it took. `way`: the reason, a place in `ways`. */
  keeps: (Concerned & { way: number; folders: (string | null)[] })[]
  ways: WayView[]
  /** Whoever can fill in a folder that is closed by this, with their level there. */
  stops: (Concerned & { level: Level })[]
  /** How many people the act's team is, after the act where that changes it; null where it is about no team. */
  teamOf: number | null
  rekeys: { teams: number; folders: number }
  /** Whether signing only proposes the act, because it needs a second owner. */
  needsSecondOwner: boolean
  /** The logins that those who lose access could use: their passwords should be changed at the client's sites. */
  passwordsToChange: { name: string; path: string[] }[]
  /** The topmost folders that nobody will manage after the act. */
  orphans: (string | null)[]
  /** How many personal folders of removed members two owners could recover, and how many are lost. */
  personal: { kept: number; lost: number }
}
