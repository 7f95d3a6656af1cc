import { emptyTable, get, has, idsIn } from '../bytes/table.ts'
import type { FolderId, MemberId, TeamId } from '../bytes/ids.ts'
import { levelOf, reachOf, upFrom } from '../ledger/replay/level.ts'
import type { LedgerState } from '../ledger/replay/state.ts'

/** Folders where the member has any level, parents before children. */
export function visibleFolders(state: LedgerState, member: MemberId): FolderId[] {
  const depth = (folder: FolderId) => [...upFrom(state, folder)].length
  return [...reachOf(state, member)]
    .filter((folder) => levelOf(state, member, folder) !== null)
    .map((folder) => ({ folder, depth: depth(folder) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ folder }) => folder)
}

/** Teams that the member is in: those whose seed they hold. */
export const teamsOf = (state: LedgerState, member: MemberId): TeamId[] =>
  idsIn(get(state.members, member)?.teams ?? emptyTable)

/** Teams whose name the member may know: their own, and those whose home they reach. */
export const visibleTeams = (state: LedgerState, member: MemberId): TeamId[] =>
  idsIn(state.teams).filter((team) => {
    const found = get(state.teams, team)
    return found !== null && (has(found.members, member) || levelOf(state, member, found.home) !== null)
  })

/** Folder ids from the top of what the member sees down to the folder itself. */
export const visiblePath = (state: LedgerState, member: MemberId, folder: FolderId): FolderId[] =>
  [...upFrom(state, folder)].filter((at) => levelOf(state, member, at) !== null).reverse()
