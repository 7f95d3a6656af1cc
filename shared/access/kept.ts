import { emptyTable, get, idsIn, pairsIn } from '../bytes/table.ts'
import type { FolderId, MemberId } from '../bytes/ids.ts'
import type { Level } from '../ledger/acts.ts'
import { atLeast, isCurrent, isMember, levelsOf, membersOf, reaches, subtree, upFrom } from '../ledger/replay/level.ts'
import { asOf } from '../ledger/replay/state.ts'
import type { Grant, LedgerState } from '../ledger/replay/state.ts'
import type { Way } from './ways.ts'

/** Somebody whose level on a folder acts leave as it is although they give or take a way to it, and the way by which it stays. */
export type Kept = { member: MemberId; folder: FolderId; way: Way }

/**
 * Returns who keeps what although the acts look as if they took it, and who has already what they give: the other half of
 * `reachChanges`. A folder below another one that is kept by the same way is left out. Looks only at people at whom the acts aim.
 */
export function findKept(then: LedgerState, after: LedgerState): Kept[] {
  // What only the date changes is no act's doing.
  const before = asOf(then, after.time)
  const below = new Map<FolderId, FolderId[]>()
  const subtreeOf = (folder: FolderId): FolderId[] => {
    const found = below.get(folder) ?? subtree(before, folder)
    below.set(folder, found)
    return found
  }
  return [...aimedAt(before, after)].flatMap(([member, aimed]) => {
    if (!isMember(after, member)) return []
    const [had, has] = [levelsOf(before, member), levelsOf(after, member)]
    const kept = new Map<FolderId, Way>()
    for (const folder of aimed) {
      const old = had(folder)
      // Where the folder itself is lost, some of those below it may be kept.
      const isLess = old !== null && !atLeast(has(folder), old)
      for (const one of isLess ? subtreeOf(folder) : [folder]) {
        const level = has(one)
        const way = level === null || level !== had(one) ? null : wayKept(before, after, member, one, level)
        if (way !== null) kept.set(one, way)
      }
    }
    const isTopmost = ([folder, { grant }]: [FolderId, Way]) => {
      const parent = get(after.folders, folder)?.parent ?? null
      return parent === null || kept.get(parent)?.grant !== grant
    }
    return [...kept].filter(isTopmost).map(([folder, way]) => ({ member, folder, way }))
  })
}

/** The grant of this level that reached the member before and still does: the one that lasts longest, of two alike the upper one. */
function wayKept(
  before: LedgerState,
  after: LedgerState,
  member: MemberId,
  folder: FolderId,
  level: Level,
): Way | null {
  let best: Way | null = null
  for (const on of upFrom(after, folder)) {
    const old = get(before.folders, on)?.grants ?? []
    for (const grant of get(after.folders, on)?.grants ?? []) {
      if (grant.level !== level || !isCurrent(grant, after.time) || !old.includes(grant)) continue
      if (!reaches(before, grant.to, member) || !reaches(after, grant.to, member)) continue
      if (best === null || (grant.until ?? Infinity) >= (best.grant.until ?? Infinity)) best = { on, grant }
    }
  }
  return best
}

/** For each member, the folders to which acts gave or took a way of theirs: by a grant, by a seat in a team, by another parent. */
function aimedAt(before: LedgerState, after: LedgerState): Map<MemberId, Set<FolderId>> {
  const aimed = new Map<MemberId, Set<FolderId>>()
  const aim = (member: MemberId, folder: FolderId) => {
    const found = aimed.get(member) ?? new Set()
    aimed.set(member, found.add(folder))
  }
  const aimAll = (grants: Iterable<Grant>, folder: FolderId) => {
    for (const { to } of grants)
      for (const member of new Set([...membersOf(before, to), ...membersOf(after, to)])) aim(member, folder)
  }
  for (const [folder, is] of pairsIn(after.folders)) {
    const was = get(before.folders, folder)
    if (was === null || was === is) continue
    if (was.grants !== is.grants) aimAll(different(was.grants, is.grants), folder)
    if (was.parent !== is.parent) aimAll([...above(before, was.parent), ...above(after, is.parent)], folder)
  }
  for (const [member, is] of pairsIn(after.members)) {
    const was = get(before.members, member)
    if (was === null || was.teams === is.teams) continue
    for (const team of different(idsIn(was.teams), idsIn(is.teams)))
      for (const state of [before, after])
        for (const folder of idsIn(get(state.teams, team)?.grants ?? emptyTable)) aim(member, folder)
  }
  return aimed
}

/** What is in one of the two lists alone. */
const different = <T>(one: readonly T[], other: readonly T[]): T[] => {
  const [a, b] = [new Set(one), new Set(other)]
  return [...one.filter((each) => !b.has(each)), ...other.filter((each) => !a.has(each))]
}

const above = (state: LedgerState, folder: FolderId | null): Grant[] =>
  folder === null ? [] : [...upFrom(state, folder)].flatMap((one) => get(state.folders, one)?.grants ?? [])
