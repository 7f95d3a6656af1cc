import { emptyTable, get, has, idsIn } from '../../bytes/table.ts'
import type { FolderId, MemberId } from '../../bytes/ids.ts'
import { atLeast } from '../../rules/levels.ts'
import type { Grantee, Level } from '../acts.ts'
import type { Folder, Grant, LedgerState } from './state.ts'

/** True while the member is one: added and not removed. */
export const isMember = (state: LedgerState, member: MemberId) => get(state.members, member)?.removedAt === null

export { atLeast }

const higher = (a: Level | null, b: Level) => (atLeast(a, b) ? a : b)

/** The folder itself, then its parent, up to the top. Empty for an unknown folder. */
export function* upFrom(state: LedgerState, folder: FolderId): Generator<FolderId> {
  for (let next: FolderId | null = folder; next !== null;) {
    const found: Folder | null = get(state.folders, next)
    if (found === null) return
    yield next
    next = found.parent
  }
}

/** The folder and everything below it, parents before children. */
export function subtree(state: LedgerState, folder: FolderId): FolderId[] {
  const found = [folder]
  for (const one of found) for (const child of idsIn(get(state.folders, one)?.children ?? emptyTable)) found.push(child)
  return found
}

export const same = (a: Grantee, b: Grantee) => a.kind === b.kind && a.id === b.id

/** Whether a grant to `to` reaches the member. */
export const reaches = (state: LedgerState, to: Grantee, member: MemberId): boolean => {
  if (to.kind === 'member') return to.id === member
  const team = get(state.teams, to.id)
  return team !== null && has(team.members, member)
}

/** Those whom a grantee stands for. */
export const membersOf = (state: LedgerState, to: Grantee): readonly MemberId[] => {
  if (to.kind === 'member') return [to.id]
  const team = get(state.teams, to.id)
  return team === null ? [] : idsIn(team.members)
}

/** Whether a grant counts at the state's time. */
export const isCurrent = ({ from, until }: Grant, time: number) =>
  (from === null || from <= time) && (until === null || time < until)

/**
 * Effective level (docs/LEDGER.md, "Levels"): the highest over self, teams and ancestors at the state's time; null where nothing
 * is granted.
 */
export function levelOf(state: LedgerState, member: MemberId, folder: FolderId): Level | null {
  if (!isMember(state, member)) return null
  let best: Level | null = null
  // As `upFrom`, without its generator: this is asked a hundred thousand times in a replay.
  for (let next: FolderId | null = folder; next !== null;) {
    const found: Folder | null = get(state.folders, next)
    for (const grant of found?.grants ?? []) {
      if (isCurrent(grant, state.time) && reaches(state, grant.to, member)) best = higher(best, grant.level)
      // There is nothing above it: those who manage much are asked about in most entries.
      if (best === 'manage') return best
    }
    next = found?.parent ?? null
  }
  return isServing(get(state.folders, folder)) ? null : best
}

/** Whether it is the register of the folder above it, of which nothing but `manage` comes down. */
const isServing = (folder: Folder | null): boolean => folder?.isRegister === true && folder.parent !== null

/** The grants to whose grantees a folder's key is sealed: its own; of a folder's register those of `manage` from that folder up. */
export function keyGrants(state: LedgerState, folder: FolderId): readonly Grant[] {
  const found = get(state.folders, folder)
  if (found === null || !isServing(found)) return found?.grants ?? []
  const above = [...upFrom(state, folder)].flatMap((one) => get(state.folders, one)?.grants ?? [])
  return above.filter(
    (grant, at) =>
      grant.level === 'manage' && above.findIndex((one) => one.level === 'manage' && same(one.to, grant.to)) === at,
  )
}

/** `levelOf` of one member, for many folders: what stands above is looked at once. */
export const levelsOf = (state: LedgerState, member: MemberId) =>
  levelsWhere(state, member, (grant) => isCurrent(grant, state.time))

/** The same without regard to dates: whose key may be out, and whose writes may have been lawful. */
export const everLevelsOf = (state: LedgerState, member: MemberId) => levelsWhere(state, member, () => true)

function levelsWhere(state: LedgerState, member: MemberId, counts: (grant: Grant) => boolean) {
  const known = new Map<FolderId, Level | null>()
  const found = get(state.members, member)
  const isIn = found?.removedAt === null
  // What a member remembers of their teams, rather than each team's members: this is asked for each folder that a removal touches.
  const isTheirs = ({ to }: Grant) =>
    to.kind === 'member' ? to.id === member : found !== null && has(found.teams, to.id)
  return function level(folder: FolderId): Level | null {
    const before = known.get(folder)
    if (before !== undefined) return before
    const at = isIn ? get(state.folders, folder) : null
    let best = at === null || at.parent === null ? null : level(at.parent)
    for (const grant of at?.grants ?? []) if (counts(grant) && isTheirs(grant)) best = higher(best, grant.level)
    if (isServing(at) && best !== 'manage') best = null
    known.set(folder, best)
    return best
  }
}

/** `everLevelsOf`, of one folder. */
export const everLevelOf = (state: LedgerState, member: MemberId, folder: FolderId): Level | null =>
  everLevelsOf(state, member)(folder)

/** Every folder that a grant to the member or to one of their teams reaches, dates aside. */
export function reachOf(state: LedgerState, member: MemberId): ReadonlySet<FolderId> {
  const found = get(state.members, member)
  const own = idsIn(found?.grants ?? emptyTable)
  const theirs = idsIn(found?.teams ?? emptyTable).flatMap((team) =>
    idsIn(get(state.teams, team)?.grants ?? emptyTable),
  )
  const all = new Set([...own, ...theirs].flatMap((folder) => subtree(state, folder)))
  const level = everLevelsOf(state, member)
  for (const one of all) if (isServing(get(state.folders, one)) && level(one) === null) all.delete(one)
  return all
}

/** The registers in a folder and below it. */
export const registersIn = (state: LedgerState, folder: FolderId): FolderId[] =>
  subtree(state, folder).filter((one) => isServing(get(state.folders, one)))

/** The register of a folder itself, null where it has none. */
export const registerOf = (state: LedgerState, folder: FolderId): FolderId | null =>
  idsIn(get(state.folders, folder)?.children ?? emptyTable).find((one) => isServing(get(state.folders, one))) ?? null

/** Whether anybody at all manages the folder. */
export const hasManager = (state: LedgerState, folder: FolderId) =>
  [...upFrom(state, folder)].some((one) =>
    (get(state.folders, one)?.grants ?? []).some(
      (grant) => grant.level === 'manage' && membersOf(state, grant.to).some((member) => isMember(state, member)),
    ),
  )

/** Whether the folder, or one above it, is closed. */
export const isClosed = (state: LedgerState, folder: FolderId) =>
  [...upFrom(state, folder)].some((one) => get(state.folders, one)?.closedSince !== null)

export const grantTo = (grants: readonly Grant[], to: Grantee) => grants.find((grant) => same(grant.to, to)) ?? null
