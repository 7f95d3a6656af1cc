import { get, has, idsIn, pairsIn } from '../bytes/table.ts'
import type { FolderId, MemberId } from '../bytes/ids.ts'
import type { Grantee, Level } from '../ledger/acts.ts'
import { atLeast, levelsOf, membersOf, reachOf, subtree, upFrom } from '../ledger/replay/level.ts'
import { asOf } from '../ledger/replay/state.ts'
import type { LedgerState } from '../ledger/replay/state.ts'

/** How one member's reach differs between two states of the ledger: a higher level than before, a lower one, none any more. */
export type ReachChange = { member: MemberId; gains: Reached[]; lowers: Reached[]; loses: FolderId[] }
type Reached = { folder: FolderId; level: Level }

/**
 * Who gains and who loses what by acts: for the sheet that a person reads before signing. Members without a change are left
 * out. States share what acts did not touch, so only what differs is looked at, and not members × folders.
 */
export function reachChanges(then: LedgerState, after: LedgerState): ReachChange[] {
  // What only the date changes is no act's doing.
  const before = asOf(then, after.time)
  return [...touchedBy(before, after)]
    .map(([member, folders]): ReachChange => {
      const [had, has] = [levelsOf(before, member), levelsOf(after, member)]
      const shift: ReachChange = { member, gains: [], lowers: [], loses: [] }
      for (const folder of unionOf(folders)) {
        const [old, level] = [had(folder), has(folder)]
        if (level !== null && level !== old) shift[atLeast(old, level) ? 'lowers' : 'gains'].push({ folder, level })
        if (old !== null && level === null) shift.loses.push(folder)
      }
      return shift
    })
    .filter(({ gains, lowers, loses }) => gains.length + lowers.length + loses.length > 0)
}

type Touched = Map<MemberId, Set<readonly FolderId[]>>

/**
 * For each member whose reach acts may have changed, lists of the folders to look at. Whoever a grant touches shares its one list: a grant
 * to a team of 1,500 on 250 folders is looked at once, and not 375,000 times.
 */
function touchedBy(before: LedgerState, after: LedgerState): Touched {
  const touched: Touched = new Map()
  const look = (member: MemberId, folders: readonly FolderId[]) => {
    const found = touched.get(member)
    if (found === undefined) touched.set(member, new Set([folders]))
    else found.add(folders)
  }
  for (const [member, is] of pairsIn(after.members))
    if (get(before.members, member) !== is)
      look(member, [...new Set([...reachOf(before, member), ...reachOf(after, member)])])
  for (const [folder, is] of pairsIn(after.folders)) {
    const was = get(before.folders, folder)
    if (was?.grants === is.grants && was.parent === is.parent) continue
    const below = [...new Set([...subtree(before, folder), ...subtree(after, folder)])]
    for (const to of [...grantees(before, folder), ...grantees(after, folder)])
      for (const member of [...membersOf(before, to), ...membersOf(after, to)]) look(member, below)
  }
  // A deleted folder is lost to all who reached it, from above as well.
  for (const folder of idsIn(before.folders))
    if (!has(after.folders, folder)) {
      const it = [folder]
      for (const to of grantees(before, folder)) for (const member of membersOf(before, to)) look(member, it)
    }
  return touched
}

/** Each folder of the lists once; most members have one list, which names none twice. */
function unionOf(lists: ReadonlySet<readonly FolderId[]>): Iterable<FolderId> {
  const [first = []] = lists
  return lists.size === 1 ? first : new Set([...lists].flat())
}

/** To whom anything from here up is granted. */
const grantees = (state: LedgerState, folder: FolderId): Grantee[] =>
  [...upFrom(state, folder)].flatMap((one) => (get(state.folders, one)?.grants ?? []).map(({ to }) => to))
