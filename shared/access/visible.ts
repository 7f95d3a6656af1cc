import { emptyTable, get, has, idsIn } from '../bytes/table.ts'
import type { FolderId, MemberId, TeamId } from '../bytes/ids.ts'
import { levelOf, reachOf, upFrom } from '../ledger/replay/level.ts'
import type { LedgerState, Team } from '../ledger/replay/state.ts'

/** Folders where the member has any level, parents before children. */
export function visibleFolders(state: LedgerState, member: MemberId): FolderId[] {
  const depth = (folder: FolderId) => [...upFrom(state, folder)].length
  return [...reachOf(state, member)]
    .filter((folder) => levelOf(state, member, folder) !== null)
    .map((folder) => ({ folder, depth: depth(folder) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ folder }) => folder)
}

/** As `visibleFolders`, without registers, which are in no tree and hold no login. */
export const treeFolders = (state: LedgerState, member: MemberId): FolderId[] =>
  visibleFolders(state, member).filter((folder) => get(state.folders, folder)?.isRegister === false)

/** Teams that the member is in: those whose seed they hold. */
export const teamsOf = (state: LedgerState, member: MemberId): TeamId[] =>
  idsIn(get(state.members, member)?.teams ?? emptyTable)

/** Whether the member reads every name: by the organisation's register, which owners, admins and auditors have. */
export const readsNames = (state: LedgerState, member: MemberId): boolean =>
  state.register !== null && levelOf(state, member, state.register) !== null

/** Folders whose name the member may know: those that they see; for who reads the register all that are nobody's personal ones. */
export const namedFolders = (state: LedgerState, member: MemberId): FolderId[] =>
  readsNames(state, member)
    ? idsIn(state.folders).filter(
        (folder) => isInRegister(get(state.folders, folder)) || levelOf(state, member, folder) !== null,
      )
    : visibleFolders(state, member)

/** Teams whose name the member may know: their own, and those whose home they reach; all for who reads the register. */
export const namedTeams = (state: LedgerState, member: MemberId): TeamId[] =>
  idsIn(state.teams).filter((team) => {
    const found = get(state.teams, team)
    if (found === null) return false
    if (has(found.members, member) || levelOf(state, member, found.home) !== null) return true
    return isInRegister(found) && readsNames(state, member)
  })

/** Whether its name, as it is now, is sealed to the register: that of a personal folder never is. */
const isInRegister = (of: Pick<Team, 'description'> | null): boolean =>
  of !== null && of.description.registerGeneration !== null

/** Folder ids from the top of what the member sees down to the folder itself. */
export const visiblePath = (state: LedgerState, member: MemberId, folder: FolderId): FolderId[] =>
  [...upFrom(state, folder)].filter((at) => levelOf(state, member, at) !== null).reverse()
