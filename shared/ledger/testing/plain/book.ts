/**
 * The second, plain replayer of the ledger: written from docs/LEDGER.md alone, to be compared with the product's. Maps
 * and sets, changed in place; everything is worked out from the beginning whenever it is asked for.
 */
import type { AnyId, FolderId, Hash, InvitationId, MemberId, OrgId, SignPublic, TeamId } from '../../../bytes/ids.ts'
import { Failure } from '../../../bytes/failure.ts'
import type { Grantee, LedgerHead, Level, OwnersAct, Policy, Role } from '../../acts.ts'

export type Member = { role: Role; signKey: SignPublic; receive: Hash; profile: Hash; generation: number }
/** `keys`: which generation of their own keys who invited, or proposed, had then. */
export type Invitation = {
  key: SignPublic
  role: Role
  teams: readonly TeamId[]
  expires: number
  replaces: MemberId | null
  by: MemberId
  keys: number
  /** Whether it took a form's line. */
  formed: boolean
}
export type Team = { home: FolderId; members: Set<MemberId> } & Keyed
export type Folder = {
  parent: FolderId | null
  closed: boolean
  witnessed: boolean
  isRegister: boolean
  /** Whose it is alone. */
  personal: MemberId | null
  recovery: { generation: number; shares: [owner: MemberId, keys: number][]; to: MemberId | null } | null
  grants: Map<string, Grant>
} & Keyed
/** `receives`: the hash of the receive key of each generation; `revision`: of the description; `stale`: the entry that made it so. */
type Keyed = { receives: Hash[]; revision: number; stale: number | null }
export type Grant = { to: Grantee; level: Level; from: number | null; until: number | null }
export type Proposal = { hash: Hash; by: MemberId; keys: number; act: OwnersAct; expires: number }
export type Cut = { folder: FolderId; ledger: number; sequence: number; head: Hash }

export type Book = {
  org: OrgId
  time: number
  /** The hash of every entry: the first has sequence 1. */
  entries: Hash[]
  policy: Policy
  members: Map<MemberId, Member>
  everMembers: Set<MemberId>
  everKeys: Set<SignPublic>
  /** Whom each newcomer had been under lost keys. */
  replaced: Map<MemberId, MemberId>
  invitations: Map<InvitationId, Invitation>
  usedInvitations: Set<InvitationId>
  cancelledInvitations: Set<InvitationId>
  teams: Map<TeamId, Team>
  folders: Map<FolderId, Folder>
  /** The form of a hash can be approved no more until its expiry has passed. */
  forms: Map<Hash, number>
  /** Teams in which a newcomer has a seat by the form of their invitation. */
  promised: Map<MemberId, Set<TeamId>>
  register: FolderId | null
  /** Ids of teams and folders that are no more. */
  deletedTeams: Set<TeamId>
  deletedFolders: Set<FolderId>
  proposals: Map<number, Proposal>
  cuts: Cut[]
}

export function need(holds: boolean, code: string): asserts holds {
  if (!holds) throw new Failure(code)
}

export function found<K extends AnyId, V>(map: Map<K, V>, id: K, code: string): V {
  const value = map.get(id)
  need(value !== undefined, code)
  return value
}

export const folderOf = (book: Book, id: FolderId) => found(book.folders, id, 'unknown-folder')
export const teamOf = (book: Book, id: TeamId) => found(book.teams, id, 'unknown-team')
export const memberOf = (book: Book, id: MemberId) => found(book.members, id, 'not-a-member')

/** The folder and all above it, itself first. */
export function path(book: Book, id: FolderId): FolderId[] {
  const { parent } = folderOf(book, id)
  return parent === null ? [id] : [id, ...path(book, parent)]
}

/** The folder and all below it. */
export const below = (book: Book, id: FolderId) =>
  [...book.folders.keys()].filter((one) => path(book, one).includes(id))

export const isClosed = (book: Book, id: FolderId) => path(book, id).some((one) => folderOf(book, one).closed)

/** Who a grant reaches today. */
export const granteesOf = (book: Book, to: Grantee): MemberId[] =>
  to.kind === 'team' ? [...teamOf(book, to.id).members] : book.members.has(to.id) ? [to.id] : []

/** 0 for none, 1 to 4 from fill to manage; `aside` leaves dates aside. */
export function levelOf(book: Book, member: MemberId, folder: FolderId, aside: 'by date' | 'dates aside' = 'by date') {
  if (!book.members.has(member)) return 0
  let highest = 0
  for (const one of path(book, folder)) {
    for (const { to, level, from, until } of folderOf(book, one).grants.values()) {
      const counts = aside === 'dates aside' || ((from ?? 0) <= book.time && (until === null || book.time < until))
      if (counts && granteesOf(book, to).includes(member)) highest = Math.max(highest, rank(level))
    }
  }
  return serves(book, folder) && highest < MANAGE ? 0 : highest
}

/** Whether it is the register of the folder above it. */
export const serves = (book: Book, id: FolderId) => {
  const { isRegister, parent } = folderOf(book, id)
  return isRegister && parent !== null
}

/** Those to whom the folder's key is sealed, but for its parent. */
export const sealedTo = (book: Book, id: FolderId): Grantee[] =>
  serves(book, id)
    ? path(book, id).flatMap((one) =>
        [...folderOf(book, one).grants.values()].flatMap(({ to, level }) => (level === 'manage' ? [to] : [])),
      )
    : [...folderOf(book, id).grants.values()].map(({ to }) => to)

/** Written out once more on purpose: this replayer shares no rule with the shipped one. */
export const rank = (level: Level) => ({ fill: 1, read: 2, edit: 3, manage: 4 })[level]
const [READ, EDIT, MANAGE] = [rank('read'), rank('edit'), rank('manage')]

export const mayRead = (book: Book, member: MemberId, folder: FolderId) => levelOf(book, member, folder) >= READ
export const mayEdit = (book: Book, member: MemberId, folder: FolderId) => levelOf(book, member, folder) >= EDIT
export const manages = (book: Book, member: MemberId, folder: FolderId) => levelOf(book, member, folder) >= MANAGE

/** An auditor opens nothing: to be in a team, or granted something, one is something else. */
export const noAuditor = (book: Book, member: MemberId) => need(memberOf(book, member).role !== 'auditor', 'auditor')

export const isOwner = (book: Book, member: MemberId) => book.members.get(member)?.role === 'owner'
export const owners = (book: Book) => [...book.members.keys()].filter((one) => isOwner(book, one))

/** Whether the member stands above a folder that lies, or would lie, under `parent`. */
export const isAbove = (book: Book, member: MemberId, parent: FolderId | null) =>
  parent === null ? isOwner(book, member) : manages(book, member, parent)

/** Whether somebody manages the folder. */
export const hasManager = (book: Book, folder: FolderId) =>
  path(book, folder).some((one) =>
    [...folderOf(book, one).grants.values()].some(
      ({ to, level }) => level === 'manage' && granteesOf(book, to).length > 0,
    ),
  )

export const head = (book: Book): LedgerHead => {
  const hash = book.entries.at(-1)
  need(hash !== undefined, 'malformed')
  return { sequence: book.entries.length, hash }
}
