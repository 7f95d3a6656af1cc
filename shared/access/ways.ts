import type { FolderId, MemberId } from '../bytes/ids.ts'
import { emptyTable, get, has } from '../bytes/table.ts'
import { levels } from '../ledger/acts.ts'
import { isCurrent, isMember, membersOf, reachOf, upFrom } from '../ledger/replay/level.ts'
import type { Grant, LedgerState } from '../ledger/replay/state.ts'

/** One way by which somebody has a level on a folder: a grant there or above, to them or to a team of theirs. */
export type Way = { on: FolderId; grant: Grant }

/** The grants of a folder that count now, each the way of everybody whom it reaches. */
const waysAt = (state: LedgerState, on: FolderId): Way[] =>
  (get(state.folders, on)?.grants ?? []).filter((grant) => isCurrent(grant, state.time)).map((grant) => ({ on, grant }))

/** The strongest first: by level, then by how long it lasts. Of two alike the one from further above stays first, which more comes by. */
function byStrength({ grant: one }: Way, { grant: other }: Way): number {
  const stronger = levels.indexOf(other.level) - levels.indexOf(one.level)
  if (stronger !== 0 || one.until === other.until) return stronger
  return (other.until ?? Infinity) - (one.until ?? Infinity)
}

/**
 * Returns by folder why a member has a level there at the state's time, the strongest way first: its level is `levelOf`. Folders without
 * a way are left out; so are registers, which hold no login.
 */
export function waysOf(state: LedgerState, member: MemberId): Map<FolderId, Way[]> {
  const teams = get(state.members, member)?.teams ?? emptyTable
  const known = new Map<FolderId, Way[]>()
  const at = (folder: FolderId): Way[] => {
    const before = known.get(folder)
    if (before !== undefined) return before
    const parent = get(state.folders, folder)?.parent ?? null
    const own = waysAt(state, folder).filter(({ grant: { to } }) =>
      to.kind === 'member' ? to.id === member : has(teams, to.id),
    )
    const above = parent === null ? [] : at(parent)
    const ways = own.length === 0 ? above : [...above, ...own].sort(byStrength)
    known.set(folder, ways)
    return ways
  }
  if (!isMember(state, member)) return new Map()
  const reached = [...reachOf(state, member)].filter((folder) => get(state.folders, folder)?.isRegister === false)
  return new Map(reached.map((folder) => [folder, at(folder)] as const).filter(([, ways]) => ways.length > 0))
}

/** Returns why each member has a level on one folder at the state's time, the strongest way first. As `waysOf`, from the other side. */
export function waysTo(state: LedgerState, folder: FolderId): Map<MemberId, Way[]> {
  const ways = [...upFrom(state, folder)]
    .reverse()
    .flatMap((on) => waysAt(state, on))
    .sort(byStrength)
  const found = new Map<MemberId, Way[]>()
  for (const way of ways)
    for (const member of membersOf(state, way.grant.to)) {
      const had = found.get(member)
      if (had !== undefined) had.push(way)
      else if (isMember(state, member)) found.set(member, [way])
    }
  return found
}
