import type { Level } from '../../shared/ledger/acts.ts'

/** What a signed act will change, for the review sheet. Names, already resolved; of a folder null where this person knows none. */
export type Review = {
  gains: { who: string; level: Level; folders: (string | null)[] }[]
  loses: { who: string; folders: (string | null)[] }[]
  rekeys: { teams: number; folders: number }
  /** True when signing only proposes it: it takes a second owner. */
  needsSecondOwner: boolean
  /** Logins that those who lose access could use: to be changed at the client. */
  passwordsToChange: { name: string; path: string[] }[]
  /** The topmost folders that nobody will manage any more. */
  orphans: (string | null)[]
  /** Personal folders whose person goes: so many that two owners could give back to new keys of theirs, and so many lost. */
  personal: { kept: number; lost: number }
}
