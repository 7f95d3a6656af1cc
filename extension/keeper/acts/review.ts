import { get, idsIn } from '../../../shared/bytes/table.ts'
import type { FolderId, MemberId } from '../../../shared/bytes/ids.ts'
import { findKept } from '../../../shared/access/kept.ts'
import type { Kept } from '../../../shared/access/kept.ts'
import { reachChanges } from '../../../shared/access/review.ts'
import type { ReachChange } from '../../../shared/access/review.ts'
import { visiblePath } from '../../../shared/access/visible.ts'
import { levels } from '../../../shared/ledger/acts.ts'
import type { Level } from '../../../shared/ledger/acts.ts'
import { hasManager, isClosed, isMember, levelsOf, membersOf } from '../../../shared/ledger/replay/level.ts'
import { standingShares } from '../../../shared/ledger/replay/recovery.ts'
import type { LedgerState } from '../../../shared/ledger/replay/state.ts'
import type { Join } from '../../../shared/protocol/enrol.ts'
import type { Intent } from '../../messages/intent.ts'
import type { Review } from '../../messages/review-view.ts'
import { collectWays } from '../vault/collect-ways.ts'
import { preview } from './draft.ts'
import type { Open } from '../vault/open.ts'
import { draftFor } from './submit.ts'
import { shelfOf, stateOf } from '../vault/vault.ts'

/**
 * Returns what an intent would change, computed by the ledger's rules before anything is signed. Where it needs a second owner, as if
 * they had approved. Throws as `draftFor`.
 */
export async function review(open: Open, intent: Intent, joins: readonly Join[]): Promise<Review> {
  const { vault } = open
  const { draft } = await draftFor(open, intent, joins, true)
  const before = stateOf(vault)
  const after = draft.proposed ?? preview(draft).state
  const newcomers = new Map([...joins, ...draft.profiles].map(({ member, name }) => [member, name]))
  const nameOf = (member: MemberId) =>
    (vault.profiles.get(member) ?? vault.found.get(member))?.name ?? newcomers.get(member) ?? null
  const folderName = (folder: FolderId) => vault.folderNames.get(folder) ?? null
  const holdsLogins = (folder: FolderId) =>
    (get(after.folders, folder) ?? get(before.folders, folder))?.isRegister !== true
  const all = reachChanges(before, after).map((one) => withoutRegisters(one, holdsLogins))
  const gained = placesIn(after, folderName)
  const taken = placesIn(before, folderName)
  const byLevel = (member: MemberId, reached: ReachChange['gains']) => {
    const folders = new Map<Level, FolderId[]>()
    for (const { level, folder } of reached) {
      const found = folders.get(level)
      if (found === undefined) folders.set(level, [folder])
      else found.push(folder)
    }
    return [...folders].map(([level, on]) => ({ member, who: nameOf(member), level, ...gained(on) }))
  }
  const lost = new Set(all.flatMap(({ loses }) => loses))
  const { ways, placeOf } = collectWays(vault)
  return {
    needsSecondOwner: draft.proposed !== null,
    gains: all.flatMap(({ member, gains }) => byLevel(member, gains)),
    loses: all.flatMap(({ member, lowers, loses }) => [
      ...(loses.length > 0 ? [{ member, who: nameOf(member), level: null, ...taken(loses) }] : []),
      ...byLevel(member, lowers),
    ]),
    keeps: byWay(findKept(before, after).filter(({ folder }) => holdsLogins(folder))).map(
      ({ member, way, folders }) => ({
        member,
        who: nameOf(member),
        way: placeOf(way),
        folders: folders.map(folderName),
      }),
    ),
    ways,
    stops: whoStops(before, after).map(({ member, level }) => ({ member, who: nameOf(member), level })),
    teamOf: countTeam(before, after, intent),
    rekeys: {
      teams: draft.acts.filter(({ act }) => act === 'team re-keyed').length,
      folders: draft.acts.filter(({ act }) => act === 'folder re-keyed').length,
    },
    passwordsToChange: [...lost].flatMap((folder) =>
      [...shelfOf(vault, folder).overviews.values()].map(({ name }) => ({
        name,
        path: visiblePath(before, vault.me, folder).map((one) => folderName(one) ?? '…'),
      })),
    ),
    orphans: findOrphans(before, after).map(folderName),
    personal: countPersonal(before, after),
  }
}

/** Registers hold no login: what a role reads is said beside the role, and who manages a folder reads its records. */
const withoutRegisters = (
  { member, gains, lowers, loses }: ReachChange,
  holdsLogins: (folder: FolderId) => boolean,
) => ({
  member,
  gains: gains.filter(({ folder }) => holdsLogins(folder)),
  lowers: lowers.filter(({ folder }) => holdsLogins(folder)),
  loses: loses.filter(holdsLogins),
})

/**
 * Returns a function from folders to those of them below no other one, by name, and how many the others are. A folder whose name is known
 * stays beside one without.
 */
function placesIn(state: LedgerState, nameOf: (folder: FolderId) => string | null) {
  return (folders: readonly FolderId[]): Pick<Review['gains'][number], 'folders' | 'below'> => {
    const all = new Set(folders)
    const topmost = folders.filter((folder) => {
      const parent = get(state.folders, folder)?.parent ?? null
      return parent === null || !all.has(parent) || (nameOf(parent) === null && nameOf(folder) !== null)
    })
    return { folders: topmost.map(nameOf), below: folders.length - topmost.length }
  }
}

/** Each person once for each reason, with the folders that they keep by it. */
function byWay(kept: readonly Kept[]): { member: MemberId; way: Kept['way']; folders: FolderId[] }[] {
  const lines = new Map<string, { member: MemberId; way: Kept['way']; folders: FolderId[] }>()
  for (const { member, folder, way } of kept) {
    const { kind, id } = way.grant.to
    const key = `${member} ${way.on} ${kind} ${id}`
    const line = lines.get(key) ?? { member, way, folders: [] }
    line.folders.push(folder)
    lines.set(key, line)
  }
  return [...lines.values()]
}

/** Returns how many people the team of an act is; null for an act about no team. */
function countTeam(before: LedgerState, after: LedgerState, intent: Intent): number | null {
  const team =
    intent.do === 'set-members' || intent.do === 'delete-team'
      ? intent.team
      : (intent.do === 'grant' || intent.do === 'revoke') && intent.to.kind === 'team'
        ? intent.to.id
        : null
  if (team === null) return null
  const state = intent.do === 'delete-team' ? before : after
  return membersOf(state, { kind: 'team', id: team }).filter((member) => isMember(state, member)).length
}

/** Returns everybody with a level in a folder that acts close, with the highest of theirs there. */
function whoStops(before: LedgerState, after: LedgerState): { member: MemberId; level: Level }[] {
  const closed = idsIn(after.folders).filter((folder) => !isClosed(before, folder) && isClosed(after, folder))
  if (closed.length === 0) return []
  return idsIn(before.members).flatMap((member) => {
    const level = levelsOf(before, member)
    const held = levels.filter((one) => closed.some((folder) => level(folder) === one)).at(-1)
    return held === undefined ? [] : [{ member, level: held }]
  })
}

/** Returns the topmost folders that somebody manages before, and nobody after. */
function findOrphans(before: LedgerState, after: LedgerState): FolderId[] {
  const isLeft = (folder: FolderId | null | undefined) =>
    folder !== null && folder !== undefined && hasManager(before, folder) && !hasManager(after, folder)
  const shared = idsIn(before.folders).filter((folder) => get(before.folders, folder)?.personal === null)
  return shared.filter((folder) => isLeft(folder) && !isLeft(get(before.folders, folder)?.parent))
}

function countPersonal(before: LedgerState, after: LedgerState): Review['personal'] {
  const left = idsIn(after.folders).flatMap((id) => {
    const folder = get(after.folders, id)
    const person = folder?.personal ?? null
    return folder !== null && person !== null && isMember(before, person) && !isMember(after, person) ? [folder] : []
  })
  const kept = left.filter((folder) => after.policy.recovery && standingShares(after, folder).length >= 2).length
  return { kept, lost: left.length - kept }
}
