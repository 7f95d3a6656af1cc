import { idsIn } from '../bytes/ids.ts'
import type { FolderId, MemberId, TeamId } from '../bytes/ids.ts'
import { levelOf, upFrom } from '../ledger/replay/level.ts'
import type { LedgerState } from '../ledger/replay/state.ts'

/** Folders where the member has any level, parents before children. */
export function visibleFolders(state: LedgerState, member: MemberId): FolderId[] {
  const depth = (folder: FolderId) => [...upFrom(state, folder)].length
  return idsIn(state.folders)
    .filter((folder) => levelOf(state, member, folder) !== null)
    .sort((a, b) => depth(a) - depth(b))
}

/** Teams that the member is in: those whose seed they hold. */
export const teamsOf = (state: LedgerState, member: MemberId): TeamId[] =>
  idsIn(state.teams).filter((team) => state.teams[team]?.members.includes(member))

/** Teams whose name the member may know: their own, and those whose home they reach. */
export const visibleTeams = (state: LedgerState, member: MemberId): TeamId[] =>
  idsIn(state.teams).filter((team) => {
    const found = state.teams[team]
    return found !== undefined && (found.members.includes(member) || levelOf(state, member, found.home) !== null)
  })

/** Folder ids from the top of what the member sees down to the folder itself. */
export const visiblePath = (state: LedgerState, member: MemberId, folder: FolderId): FolderId[] =>
  [...upFrom(state, folder)].filter((at) => levelOf(state, member, at) !== null).reverse()
