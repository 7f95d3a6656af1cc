import type { Level } from '../../shared/ledger/acts.ts'

/** What a signed act will change, for the review sheet, with names instead of ids. A folder's name is null where it is not known. */
export type Review = {
  gains: { who: string; level: Level; folders: (string | null)[] }[]
  /** `level`: the lower one that they keep there, null where they lose the folder. */
  loses: { who: string; level: Level | null; folders: (string | null)[] }[]
  /** Whoever can fill in a folder that is closed by this, with their level there; by name. */
  stops: { who: string; level: Level }[]
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
