import type { FolderId, Hash, InvitationId, MemberId, OrgId, SignPublic, TeamId } from '../../bytes/ids.ts'
import type { Growing } from '../../bytes/growing.ts'
import type { IdSet, Table } from '../../bytes/table.ts'
import type { Grantee, Level, LedgerHead, OwnersAct, Policy, Role } from '../acts.ts'

/**
 * Who may do what after a given entry. Plain data, never changed in place: each accepted entry makes a new state, which
 * shares with the old one whatever the entry did not change.
 */
export type LedgerState = {
  org: OrgId
  name: string
  head: LedgerHead
  /** Time of the last entry, ms since 1970; dated grants are judged at it. See `asOf`. */
  time: number
  policy: Policy
  owners: IdSet<MemberId>
  members: Table<MemberId, Member>
  /** Every sign key that there ever was: none comes twice. */
  signKeys: IdSet<SignPublic>
  invitations: Table<InvitationId, Invitation>
  teams: Table<TeamId, Team>
  folders: Table<FolderId, Folder>
  /** The organisation's register, null until an owner has made it. */
  register: FolderId | null
  /** Ids of what was deleted: none comes twice. */
  deleted: { teams: IdSet<TeamId>; folders: IdSet<FolderId> }
  /** Approved forms that could still be approved, with their expiry (ms), so that none is used twice; the others go at the next form. */
  forms: Table<Hash, number>
  /** What waits for a second owner, oldest first; what has expired goes at the next proposal. */
  proposals: readonly Proposal[]
}

/** `removedAt` is the sequence of the entry that removed the member, null while they are one. */
export type Member = {
  role: Role
  signKey: SignPublic
  receive: Hash
  /** 1, and one more with each `member keys rotated`. */
  keyGeneration: number
  profile: Hash
  addedAt: number
  removedAt: number | null
  /** Whom this person was before they lost their keys: their teams are put back by those who manage them. */
  replaces: MemberId | null
  /** Teams in which the form of their invitation gives them a seat that they did not take yet. */
  promised: { form: Hash; teams: readonly TeamId[] } | null
  /** The teams they are in, and the folders granted to them by name. */
  teams: IdSet<TeamId>
  grants: IdSet<FolderId>
}

/** Void once who invited is removed, or has new keys: they, or who has the old ones, know its secret and could answer it as a ghost. */
export type Invitation = {
  key: SignPublic
  role: Role
  teams: readonly TeamId[]
  expires: number
  invitedBy: MemberId
  /** The generation of their keys then. */
  underKeys: number
  usedBy: MemberId | null
  isCancelled: boolean
  replaces: MemberId | null
  /** Of whom it is for. */
  invitee: Hash
  /** The approved form by which it gives its teams, null where they are a wish. */
  form: Hash | null
}

/** One generation of a team seed or folder key. */
export type Generation = { commitment: Hash; receive: Hash; since: number }

/**
 * `generations` under which the sealed copies stand: folder's own, or a team's home folder's and team's own, and the register's;
 * null where there is no such copy.
 */
export type Described = {
  revision: number
  hash: Hash
  author: MemberId
  folderGeneration: number
  teamGeneration: number | null
  registerGeneration: number | null
}

/** Since which entry somebody is in a team, and on which form, null where they came without. */
export type Seat = { since: number; form: Hash | null }

export type Team = {
  home: FolderId
  members: Table<MemberId, Seat>
  /** Generation g is at index g - 1. */
  generations: Growing<Generation>
  description: Described
  /** The sequence of the entry that made it stale: somebody who left still holds its newest seed (P7). */
  staleSince: number | null
  /** The folders granted to it. */
  grants: IdSet<FolderId>
}

/** `from` and `until` in ms since 1970, null where the grant has no such bound. */
export type Grant = {
  to: Grantee
  level: Level
  since: number
  by: MemberId
  from: number | null
  until: number | null
  /** Whether an owner got it of a folder that nobody managed: its key comes from whoever still holds it. */
  adopts: boolean
  /** The form on which it was last raised, null where it was without. */
  form: Hash | null
}

/**
 * Among whom the key of one generation is split, and under which of their keys; `to` is whom two owners gave the folder to: each
 * of them passes on their share.
 */
export type Recovery = {
  generation: number
  shares: readonly { owner: MemberId; keyGeneration: number }[]
  to: MemberId | null
}

export type Cut = { ledger: number; sequence: number; head: Hash; generation: number }

export type Folder = {
  parent: FolderId | null
  children: IdSet<FolderId>
  /** The teams at home in it. */
  teams: IdSet<TeamId>
  generations: Growing<Generation>
  description: Described
  grants: readonly Grant[]
  /** As for a team; a stale folder takes no writes. */
  staleSince: number | null
  /** The sequence of the entry that closed it; what lies below is closed with it. */
  closedSince: number | null
  witnessed: boolean
  /** Whether it holds records: the organisation's register at the top, or that of its parent. */
  isRegister: boolean
  /** Whose personal folder it is, null for one that can be shared. */
  personal: MemberId | null
  recovery: Recovery | null
  /** Where its journal stood at each act that ended a write right or changed its key (P5). */
  cuts: Growing<Cut>
}

/**
 * `at`: the entry that proposed. `underKeys`: the generation of its author's keys. Another owner approves it before
 * `expires` (ms since 1970), or nobody does.
 */
export type Proposal = { at: LedgerHead; act: OwnersAct; by: MemberId; underKeys: number; expires: number }

/** The state as somebody sees it whose clock says `now` (ms): dated grants count at the later of clock and last entry. */
export const asOf = (state: LedgerState, now: number): LedgerState =>
  now <= state.time ? state : { ...state, time: now }

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
  | 'invitation-cancelled'
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
  | 'closed'
  | 'cycle'
  | 'too-deep'
  | 'too-far'
  | 'too-heavy'
  | 'too-many-proposals'
  | 'has-manager'
  | 'proposal-unknown'
  | 'proposal-expired'
  | 'wrong-snapshot'
  | 'personal'
  | 'register'
  | 'auditor'
  | 'not-empty'
  | 'no-recovery'
  | 'no-form'
  | 'form-lines'
  | 'form-expired'
