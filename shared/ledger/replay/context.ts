import type { Growing } from '../../bytes/growing.ts'
import { drop, emptyTable, get, has, idsIn, put } from '../../bytes/table.ts'
import type { IdSet } from '../../bytes/table.ts'
import { zero32 } from '../../bytes/ids.ts'
import type { FolderId, Hash, MemberId, Signature, SignPublic, TeamId } from '../../bytes/ids.ts'
import type { Grantee, LedgerHead, Level } from '../acts.ts'
import { atLeast, everLevelsOf, hasManager, isClosed, isMember, levelOf, same } from './level.ts'
import { Refused } from './state.ts'
import type { Folder, Generation, Grant, LedgerState, Member, Team } from './state.ts'

/**
 * A signature that an entry rests on, checked once the rules have passed: its author’s; or one beside it, which lets a new key in or asks
 * for a form, and then `letsIn` is the key in whose name it speaks.
 */
export type Claim = { key: SignPublic; message: () => Uint8Array; signature: Signature; letsIn: SignPublic | null }

/**
 * What an act is judged in: who signs, where and when, how many owners stand behind it, the folders that the entry owes a
 * cut (P5), and the signatures that are still to be checked. `at` is null while an entry is only drafted.
 */
export type Context = {
  author: MemberId
  sequence: number
  time: number
  at: LedgerHead | null
  owners: 1 | 2
  touched: Set<FolderId>
  claims: Claim[]
  /** The lines of approved forms that no act of this entry has taken yet: what each says, and the forms that say it. */
  lines: Map<string, Hash[]>
  /** What judging the entry has cost so far; shared by what one approves with the approval. */
  cost: { weight: number }
}

/** No entry holds up whoever judges it for longer than a second or so (H4). */
export const entryLimits = { bytes: 262_144, acts: 2_500, weight: 2_000_000 }

export function weigh({ cost }: Context, weight: number): void {
  cost.weight += weight
  need(cost.weight <= entryLimits.weight, 'too-heavy')
}

export function need(truth: boolean, code: ConstructorParameters<typeof Refused>[0]): asserts truth {
  if (!truth) throw new Refused(code)
}

export function folderOf(state: LedgerState, folder: FolderId): Folder {
  const found = get(state.folders, folder)
  need(found !== null, 'unknown-folder')
  return found
}

export function teamOf(state: LedgerState, team: TeamId): Team {
  const found = get(state.teams, team)
  need(found !== null, 'unknown-team')
  return found
}

export function memberOf(state: LedgerState, member: MemberId): Member {
  const found = get(state.members, member)
  need(found !== null && isMember(state, member), 'not-a-member')
  return found
}

export const needLevel = (state: LedgerState, context: Context, folder: FolderId, level: Level) =>
  need(atLeast(levelOf(state, context.author, folder), level), 'not-allowed')

export const isOwner = (state: LedgerState, member: MemberId) => has(state.owners, member)

/** What is so weighty that it takes min(2, owners) owners (docs/LEDGER.md, "Two owners"). */
export function needOwners(state: LedgerState, context: Context) {
  need(isOwner(state, context.author), 'not-allowed')
  need(context.owners >= Math.min(2, state.owners.count), 'needs-two-owners')
}

/** Whoever manages the parent, at the top an owner. */
export function needRightAbove(state: LedgerState, context: Context, parent: FolderId | null) {
  if (parent !== null) needLevel(state, context, parent, 'manage')
  else need(isOwner(state, context.author), 'not-allowed')
}

/** One appoints below, not beside: `manage` is given and taken by whoever manages the parent, at the top by an owner. */
export function needRightToSet(state: LedgerState, context: Context, folder: FolderId, level: Level) {
  if (level !== 'manage') needLevel(state, context, folder, 'manage')
  else needRightAbove(state, context, folderOf(state, folder).parent)
}

/** Nothing new begins in a closed folder. */
export const needNotClosed = (state: LedgerState, folder: FolderId) => need(!isClosed(state, folder), 'closed')

/** A personal folder is nobody else's, and who has a register follows from roles or from another folder: neither is shared or moved. */
export function needShared(state: LedgerState, folder: FolderId | null): void {
  if (folder === null) return
  need(folderOf(state, folder).personal === null, 'personal')
  need(!folderOf(state, folder).isRegister, 'register')
}

/** An auditor sees who has access, and opens nothing but a personal folder of their own. */
export const needNoAuditor = (state: LedgerState, member: MemberId) =>
  need(memberOf(state, member).role !== 'auditor', 'auditor')

/** At which place each receive hash stands, by what lists share: a folder with a thousand is not gone through each time. */
const known = new WeakMap<object, Map<Hash, number>>()

/**
 * One generation more. A receive key derives from its generation's key alone: one that was there before means that nothing was
 * re-keyed.
 */
export function withGeneration(generations: Growing<Generation>, next: Generation): Growing<Generation> {
  const places = known.get(generations.shared) ?? new Map<Hash, number>()
  known.set(generations.shared, places)
  for (let i = places.size; i < generations.length; i++) places.set(generations.nth(i)?.receive ?? zero32, i)
  // One that a longer list has, on another branch, is not in this one.
  need((places.get(next.receive) ?? generations.length) >= generations.length, 'nothing-to-do')
  return generations.grown(next)
}

export const withFolder = (state: LedgerState, folder: FolderId, change: Partial<Folder>): LedgerState => ({
  ...state,
  folders: put(state.folders, folder, { ...folderOf(state, folder), ...change }),
})

export const withTeam = (state: LedgerState, team: TeamId, change: Partial<Team>): LedgerState => ({
  ...state,
  teams: put(state.teams, team, { ...teamOf(state, team), ...change }),
})

/** Of somebody who was added, whether or not they still are a member. */
export function withMember(state: LedgerState, member: MemberId, change: Partial<Member>): LedgerState {
  const found = get(state.members, member)
  need(found !== null, 'not-a-member')
  return { ...state, members: put(state.members, member, { ...found, ...change }) }
}

/** Sets a folder's grants, and what its old and new grantees remember of them. */
export function withGrants(state: LedgerState, folder: FolderId, grants: readonly Grant[]): LedgerState {
  const { grants: before } = folderOf(state, folder)
  let next = withFolder(state, folder, { grants })
  const named = (list: readonly Grant[], to: Grantee) => list.some((one) => same(one.to, to))
  for (const { to } of before) if (!named(grants, to)) next = remember(next, to, (all) => drop(all, folder))
  for (const { to } of grants) if (!named(before, to)) next = remember(next, to, (all) => put(all, folder, true))
  return next
}

function remember(state: LedgerState, to: Grantee, change: (all: IdSet<FolderId>) => IdSet<FolderId>) {
  if (to.kind === 'team') return withTeam(state, to.id, { grants: change(teamOf(state, to.id).grants) })
  return withMember(state, to.id, { grants: change(get(state.members, to.id)?.grants ?? emptyTable) })
}

/** Marks a team or folder whose newest key is out; it keeps the entry that did it first (P7). */
export const staleTeam = (state: LedgerState, context: Context, team: TeamId) =>
  withTeam(state, team, { staleSince: teamOf(state, team).staleSince ?? context.sequence })

export function staleFolder(state: LedgerState, context: Context, folder: FolderId, touches = true): LedgerState {
  if (touches) context.touched.add(folder)
  return withFolder(state, folder, { staleSince: folderOf(state, folder).staleSince ?? context.sequence })
}

/**
 * After `losers` lost something in `folders`: a folder that one of them no longer reaches is stale, since they still
 * hold its key (P7); one in which they may no longer write owes a cut (P5). No folder is left without a manager, unless
 * `orphans` says that it may: a removal is never held up, and two owners adopt what it orphans.
 */
export function settle(
  before: LedgerState,
  after: LedgerState,
  context: Context,
  losers: readonly MemberId[],
  folders: Iterable<FolderId>,
  orphans = false,
): LedgerState {
  const unlike = new Map(losers.map((loser) => [`${likeness(before, loser)} ${likeness(after, loser)}`, loser]))
  const both = [...unlike.values()].map((loser) => ({
    levelBefore: everLevelsOf(before, loser),
    levelAfter: everLevelsOf(after, loser),
  }))
  const looked = [...folders]
  weigh(context, both.length * looked.length)
  let state = after
  for (const folder of looked) {
    let lostManager = false
    for (const { levelBefore, levelAfter } of both) {
      const had = levelBefore(folder)
      if (had === null) continue
      const has = levelAfter(folder)
      if (has === null) state = staleFolder(state, context, folder)
      if (atLeast(had, 'edit') && !atLeast(has, 'edit')) context.touched.add(folder)
      if (had === 'manage' && has !== 'manage') lostManager = true
    }
    if (lostManager && !orphans) need(hasManager(state, folder), 'last-manager')
  }
  return state
}

/** The same for members of whom each has the levels of the others: in the same teams, and granted nothing by name. */
function likeness(state: LedgerState, member: MemberId): string {
  const found = get(state.members, member)
  if (found === null || found.grants.count > 0) return member
  return found.removedAt === null ? idsIn(found.teams).sort().join(' ') : ''
}

export const isAuthor = (context: Context, to: Grantee) => to.kind === 'member' && to.id === context.author
