import type { FolderId, MemberId, OrgId } from '../../shared/bytes/ids.ts'
import type { Role } from '../../shared/ledger/acts.ts'
import type { DeskSettings } from './settings.ts'
import type { UndeliveredView } from './renewal-view.ts'

export type Connection = { state: 'live' } | { state: 'retrying'; since: number; code: string }

/** Evidence of a fork: two heads at one sequence, ours, and one that a colleague signed (P5, S8). Times in ms since 1970. */
export type ForkView = {
  sequence: number
  own: string
  other: string
  /** Who signed the other head, null where this device does not know the name; `on`: the kind of statement that they signed. */
  by: string | null
  on: 'seen' | 'journal' | 'ledger'
  signedAt: number
  foundAt: number
}

/** How many colleagues have signed a receipt for this device's head, and the names of the newest few. Times in ms since 1970. */
export type SeenView = {
  colleagues: number
  names: { name: string | null; at: number }[]
  last: number | null
  /** A colleague who has signed a receipt for a later entry than this device has received. */
  ahead: { name: string | null; sequence: number } | null
}

export type Warning =
  /** The server shows members different ledgers (a fork): this device signs nothing more into the ledger. */
  | { kind: 'forked'; forks: ForkView[] }
  /** The server has an older part of our ledger: `entries` are missing since `since`. An owner's device can repair it. */
  | { kind: 'restored'; entries: number; since: number; noticed: number; canRepair: boolean }
  /** One of fewer than three owners has only one FIDO key: losing it loses the organisation, or all that takes two owners. */
  | { kind: 'only-one-key'; owners: number }
  /** Data from the server did not verify: this folder is refused, the others work. */
  | { kind: 'tampered-folder'; folder: FolderId; name: string | null; code: string }
  | { kind: 'tampered-ledger'; code: string }
  /** The names of so many people or teams do not match the ledger; they are listed without a name. */
  | { kind: 'tampered-names'; count: number }
  /** So many folders and teams wait to be re-keyed, and take no changes until then (P7). */
  | { kind: 'stale'; count: number }
  /** New keys that could not be sealed to somebody entitled to them (S10). */
  | { kind: 'undelivered'; to: UndeliveredView[] }

/**
 * Why the device locked. `unclear`: a rotation of the person's keys was sent and its answer was lost. `key-gone`: this browser no longer
 * has the session's key. `too-long`: unlocked for as long as the policy allows. `unheard`: without an answer of the server for as long
 * as the policy allows.
 */
export type LockReason =
  'button' | 'idle' | 'removed' | 'revoked' | 'refused' | 'unclear' | 'key-gone' | 'too-long' | 'unheard'

export type Status =
  /** `code`: why managed policy cannot be applied, null where there is no policy. */
  | { state: 'no-server'; code: string | null }
  | {
      state: 'locked'
      server: string
      /** Null until an invitation, an assertion or policy has named it. */
      org: OrgId | null
      /** Whether managed policy chose the server. */
      managed: boolean
      why: LockReason | null
      /** The hours that the policy allows, where `why` is a time limit. */
      limit: number | null
      /** Until when (ms since 1970) the FIDO key alone unlocks, null where the PIN is needed. */
      touchUntil: number | null
    }
  /** The policy wants two FIDO keys and this person has one: the vault is not shown until the second is enrolled. */
  | { state: 'second-key'; server: string; orgName: string }
  | {
      state: 'unlocked'
      server: string
      org: OrgId
      orgName: string
      me: { member: MemberId; name: string; role: Role }
      connection: Connection
      /** The ledger's head and the time of its last entry (ms). Shown, so that a person can notice withheld entries (P5). */
      head: { sequence: number; hash: string; time: number }
      seen: SeenView
      /** A repair of the server under way: how many of how many entries, then of teams and folders. */
      repair: { step: 'ledger' | 'rest'; done: number; total: number } | null
      /** A re-keying under way: how many of how many keys are sealed. */
      rekeying: { done: number; total: number } | null
      warnings: Warning[]
      /** How many edits wait on this device. */
      unsent: number
      settings: DeskSettings
      /** How many FIDO keys this person has, by the server's account; null until it was asked. */
      keys: number | null
    }
