import { idsThatDiffer } from '../bytes/table-diff.ts'
import { emptyTable, get, has, idsIn, pairsIn } from '../bytes/table.ts'
import type { FolderId, MemberId } from '../bytes/ids.ts'
import type { LedgerHead } from '../ledger/acts.ts'
import { everLevelsOf, membersOf, reachOf, same, subtree, upFrom } from '../ledger/replay/level.ts'
import type { LedgerState } from '../ledger/replay/state.ts'

/** Who could open a folder, dates aside, until the entry of this sequence, and could not after it. */
export type Loss = { at: number; members: readonly MemberId[] }
/** Every loss up to `head`, by folder, oldest first. Never changed in place. */
export type LossBook = { head: LedgerHead | null; byFolder: ReadonlyMap<FolderId, readonly Loss[]> }

export const emptyBook: LossBook = { head: null, byFolder: new Map() }

/** Returns who lost which folders by one entry: removals, revoked grants, team seats taken, deleted teams, moved folders. */
export function lossesBetween(before: LedgerState, after: LedgerState): Map<FolderId, MemberId[]> {
  const lost = new Map<FolderId, MemberId[]>()
  for (const { members, folders } of candidates(before, after)) {
    const [one] = members
    if (one === undefined) continue
    const [had, has] = [everLevelsOf(before, one), everLevelsOf(after, one)]
    for (const folder of folders)
      if (had(folder) !== null && has(folder) === null && get(after.folders, folder) !== null)
        lost.set(folder, [...(lost.get(folder) ?? []), ...members])
  }
  return lost
}

type Candidates = { members: MemberId[]; folders: Set<FolderId> }

/** Those who may have lost something, with the folders to look at. Members who are alike are looked at once: one team lost is one look. */
function candidates(before: LedgerState, after: LedgerState): Iterable<Candidates> {
  const folders = new Map<MemberId, Set<FolderId>>()
  const look = (member: MemberId, some: Iterable<FolderId>) => {
    const found = folders.get(member) ?? new Set()
    for (const folder of some) found.add(folder)
    folders.set(member, found)
  }
  for (const member of idsThatDiffer(before.members, after.members)) {
    const [was, is] = [get(before.members, member), get(after.members, member)]
    if (was === null) continue
    if (was.removedAt === null && is?.removedAt !== null) look(member, reachOf(before, member))
    for (const team of idsIn(was.teams).filter((one) => !has(is?.teams ?? emptyTable, one)))
      for (const folder of idsIn(get(before.teams, team)?.grants ?? emptyTable)) look(member, subtree(before, folder))
  }
  for (const folder of idsThatDiffer(before.folders, after.folders)) {
    const [was, is] = [get(before.folders, folder), get(after.folders, folder)]
    if (was === null || is === null) continue
    const isMoved = was.parent !== is.parent
    const above = isMoved ? [...upFrom(before, folder)].flatMap((one) => get(before.folders, one)?.grants ?? []) : []
    const gone = was.grants.filter(({ to }) => !is.grants.some((grant) => same(grant.to, to)))
    const below = above.length + gone.length > 0 ? subtree(before, folder) : []
    for (const { to } of [...above, ...gone]) for (const member of membersOf(before, to)) look(member, below)
  }
  return alike(before, after, folders)
}

/** Two members are alike who are in the same teams, before and after, have no grant by name, and lost the same in the same way. */
function alike(
  before: LedgerState,
  after: LedgerState,
  of: ReadonlyMap<MemberId, Set<FolderId>>,
): Iterable<Candidates> {
  const groups = new Map<string, Candidates>()
  for (const [member, folders] of of) {
    const sides = [before, after].map((state) => get(state.members, member))
    const isPlain = sides.every((side) => side === null || side.grants.count === 0)
    const teams = sides.map((side) => (side?.removedAt === null ? idsIn(side.teams).sort().join(' ') : ''))
    const key = isPlain ? teams.join(' / ') : member
    const group = groups.get(key) ?? { members: [], folders: new Set() }
    group.members.push(member)
    for (const folder of folders) group.folders.add(folder)
    groups.set(key, group)
  }
  return groups.values()
}

/** Returns the book with the losses of each of `states`, which follow `last` one after the other. */
export function withLosses(book: LossBook, last: LedgerState | null, states: readonly LedgerState[]): LossBook {
  const byFolder = new Map(book.byFolder)
  let before = last
  for (const state of states) {
    if (before !== null)
      for (const [folder, members] of lossesBetween(before, state))
        byFolder.set(folder, [...(byFolder.get(folder) ?? []), { at: state.head.sequence, members }])
    before = state
  }
  return { head: before?.head ?? book.head, byFolder }
}

/** Who came back in whose place, after lost keys: the same person, so nobody lost anything to them. */
export function successors(state: LedgerState): ReadonlyMap<MemberId, MemberId> {
  const found = new Map<MemberId, MemberId>()
  for (const [member, { replaces }] of pairsIn(state.members)) if (replaces !== null) found.set(replaces, member)
  return found
}

/** Returns the losses of a folder that still count: of people who, under these or newer keys, have no access to it now. */
export function lossesThatStand(
  state: LedgerState,
  losses: readonly Loss[],
  folder: FolderId,
  after: ReadonlyMap<MemberId, MemberId>,
  levelFor: (member: MemberId) => ReturnType<typeof everLevelsOf> = (member) => everLevelsOf(state, member),
): Loss[] {
  const isBack = (member: MemberId): boolean => {
    const next = after.get(member)
    return levelFor(member)(folder) !== null || (next !== undefined && isBack(next))
  }
  return losses
    .map(({ at, members }) => ({ at, members: members.filter((member) => !isBack(member)) }))
    .filter(({ members }) => members.length > 0)
}
