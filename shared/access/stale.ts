import { hasKeyholder } from '../ledger/replay/teams.ts'
import { get, has, idsIn } from '../bytes/table.ts'
import type { FolderId, MemberId, TeamId } from '../bytes/ids.ts'
import { atLeast, levelOf } from '../ledger/replay/level.ts'
import type { LedgerState } from '../ledger/replay/state.ts'
import { visibleFolders } from './visible.ts'

/** Stale teams that this member can re-key: those whose home they manage, and that they are in or that no such member is in (P7). */
export const teamsToRekey = (state: LedgerState, member: MemberId): TeamId[] =>
  idsIn(state.teams).filter((id) => {
    const team = get(state.teams, id)
    return (
      team !== null &&
      team.staleSince !== null &&
      (has(team.members, member) || !hasKeyholder(state, id)) &&
      atLeast(levelOf(state, member, team.home), 'manage')
    )
  })

/** Stale folders that this member manages, parents first, so that a child is sealed to its parent's new key (P7). */
export const foldersToRekey = (state: LedgerState, member: MemberId): FolderId[] =>
  visibleFolders(state, member).filter(
    (folder) => get(state.folders, folder)?.staleSince !== null && atLeast(levelOf(state, member, folder), 'manage'),
  )
