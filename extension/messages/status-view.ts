import type { FolderId, MemberId, OrgId } from '../../shared/bytes/ids.ts'
import type { Role } from '../../shared/ledger/acts.ts'
import type { UndeliveredView } from './renewal-view.ts'

export type Connection = { state: 'live' } | { state: 'retrying'; since: number; code: string }

/** Two heads at one sequence: ours, and one under a colleague's signature (P5, S8). Times in ms. */
export type ForkView = {
  sequence: number
  own: string
  other: string
  /** Whose signature the other head carries, null where this desk knows no name; and on what. */
  by: string | null
  on: 'seen' | 'journal' | 'ledger'
  signedAt: number
  foundAt: number
}

/** Who has left a signed receipt for this desk's head, newest first; the first few by name. Times in ms. */
export type SeenView = {
  colleagues: number
  names: { name: string | null; at: number }[]
  last: number | null
  /** A colleague who has signed for a later entry than this desk was shown. */
  ahead: { name: string | null; sequence: number } | null
}

export type Warning =
  /** The server keeps members apart: nothing more is signed into the ledger from this desk. */
  | { kind: 'forked'; forks: ForkView[] }
  /** The server holds an older ledger, part of ours: `entries` are missing since `since`. An owner's desk can repair it. */
  | { kind: 'restored'; entries: number; since: number; noticed: number; canRepair: boolean }
  /** One key and one owner: losing the key loses the organisation. */
  | { kind: 'only-one-key' }
  /** Something from the server did not verify; that folder is refused, the rest works. */
  | { kind: 'tampered-folder'; folder: FolderId; name: string | null; code: string }
  | { kind: 'tampered-ledger'; code: string }
  /** So many people's or teams' names are not what the ledger says; they stand without a name. */
  | { kind: 'tampered-names'; count: number }
  /** So many folders and teams wait for a new key, and take no changes until then (P7). */
  | { kind: 'stale'; count: number }
  /** New keys that could not be sealed to somebody entitled to them (S10). */
  | { kind: 'undelivered'; to: UndeliveredView[] }

/**
 * `unclear`: new keys of one's own were sent, and the server's answer was lost. `key-gone`: the key of the session is no more in this browser.
 * `too-long`: unlocked for as long as the policy allows; `unheard`: the server was not heard for as long as it allows.
 */
export type LockReason =
  'button' | 'idle' | 'removed' | 'revoked' | 'refused' | 'unclear' | 'key-gone' | 'too-long' | 'unheard'

export type Status =
  /** `code`: why managed policy cannot be followed, null where there is none. */
  | { state: 'no-server'; code: string | null }
  | {
      state: 'locked'
      server: string
      /** Null until an invitation, a touch or policy has said which. */
      org: OrgId | null
      /** Policy chose the server. */
      managed: boolean
      why: LockReason | null
      /** The hours that the policy allows, where that is why. */
      limit: number | null
      /** Until when the touch alone unlocks (ms), null when it takes the PIN. */
      touchUntil: number | null
    }
  /** The policy wants two keys and this person has one: nothing of the vault is shown until the second is registered. */
  | { state: 'second-key'; server: string; orgName: string }
  | {
      state: 'unlocked'
      server: string
      org: OrgId
      orgName: string
      me: { member: MemberId; name: string; role: Role }
      connection: Connection
      /** The ledger's head and the time of its last entry (ms): shown, so that withheld news can be noticed (P5). */
      head: { sequence: number; hash: string; time: number }
      seen: SeenView
      /** A repair of the server under way: so many of so many entries, then of folders and teams. */
      repair: { step: 'ledger' | 'rest'; done: number; total: number } | null
      /** A renewal of keys under way: so many of so many deliveries. */
      rekeying: { done: number; total: number } | null
      warnings: Warning[]
      /** How many edits the server does not have yet. */
      unsent: number
    }
