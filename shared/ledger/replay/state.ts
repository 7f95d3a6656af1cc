import type { FolderId, Hash, InvitationId, MemberId, OrgId, SignPublic, TeamId } from '../../bytes/ids.ts'
import type { Grantee, Level, LedgerHead, Role } from '../acts.ts'

/** Who may do what after some entry. Plain data, never changed in place: each accepted entry makes the next state. */
export type LedgerState = {
  org: OrgId
  name: string
  head: LedgerHead
  /** Time of the last entry, ms since 1970. */
  time: number
  members: Readonly<Record<MemberId, Member>>
  invitations: Readonly<Record<InvitationId, Invitation>>
  teams: Readonly<Record<TeamId, Team>>
  folders: Readonly<Record<FolderId, Folder>>
}

/** `removedAt` is the sequence of the entry that removed the member, null while they are one. */
export type Member = {
  role: Role
  signKey: SignPublic
  receive: Hash
  profile: Hash
  addedAt: number
  removedAt: number | null
}

export type Invitation = {
  key: SignPublic
  role: Role
  teams: readonly TeamId[]
  expires: number
  invitedBy: MemberId
  usedBy: MemberId | null
}

/** One generation of a team seed or folder key. */
export type Generation = { commitment: Hash; receive: Hash; since: number }

/** `generations` under which the sealed copies stand: folder's own, or a team's home folder's and team's own. */
export type Described = {
  revision: number
  hash: Hash
  author: MemberId
  folderGeneration: number
  teamGeneration: number | null
}

export type Team = {
  home: FolderId
  members: readonly MemberId[]
  /** Generation g is at index g - 1. */
  generations: readonly Generation[]
  description: Described
  /** The sequence of the entry that made it stale: somebody who left still holds its newest seed (P7). */
  staleSince: number | null
}

export type Grant = { to: Grantee; level: Level; since: number; by: MemberId }

export type Cut = { ledger: number; sequence: number; head: Hash; generation: number }

export type Folder = {
  parent: FolderId | null
  generations: readonly Generation[]
  description: Described
  grants: readonly Grant[]
  /** As for a team; a stale folder takes no writes. */
  staleSince: number | null
  /** Where its journal stood at each act that ended a write right or changed its key (P5). */
  cuts: readonly Cut[]
}

/** An entry that must not be appended, or a chain that must not be believed; `code` is stable. */
export class Refused extends Error {
  override readonly name = 'Refused'
  constructor(readonly code: RefusedCode) {
    super(code)
  }
}

export type RefusedCode =
  | 'wrong-org'
  | 'wrong-sequence'
  | 'wrong-previous'
  | 'time-runs-back'
  | 'unknown-author'
  | 'bad-signature'
  | 'bad-sign-key'
  | 'no-acts'
  | 'not-first'
  | 'not-allowed'
  | 'not-a-member'
  | 'unknown-folder'
  | 'unknown-team'
  | 'already-there'
  | 'nothing-to-do'
  | 'to-oneself'
  | 'invitation-unknown'
  | 'invitation-used'
  | 'invitation-expired'
  | 'needs-two-owners'
  | 'last-owner'
  | 'last-manager'
  | 'stale'
  | 'wrong-generation'
  | 'wrong-revision'
  | 'cut-missing'
  | 'cut-unasked'
  | 'past-the-cut'
  | 'before-the-cut'
  | 'wrong-ledger-head'
  | 'malformed'
