import { hasKeyholder } from '../ledger/replay/teams.ts'
import { get, has, idsIn } from '../bytes/table.ts'
import type { FolderId, MemberId, TeamId } from '../bytes/ids.ts'
import { atLeast, isMember, levelOf, membersOf, upFrom } from '../ledger/replay/level.ts'
import type { LedgerState } from '../ledger/replay/state.ts'
import { visibleFolders } from './visible.ts'

/** Stale teams that this member is in and can re-key: those whose home they manage, or that nobody is in who does (P7). */
export const teamsToRekey = (state: LedgerState, member: MemberId): TeamId[] =>
  idsIn(state.teams).filter((id) => {
    const team = get(state.teams, id)
    return (
      team !== null &&
      team.staleSince !== null &&
      has(team.members, member) &&
      (atLeast(levelOf(state, member, team.home), 'manage') || !hasKeyholder(state, id))
    )
  })

/** Who could re-key a stale team: its members who manage its home; where there are none, all of its members. */
export function rekeyersOfTeam(state: LedgerState, id: TeamId): MemberId[] {
  const team = get(state.teams, id)
  if (team === null) return []
  const managers = managersOf(state, team.home).filter((member) => has(team.members, member))
  return managers.length > 0 ? managers : idsIn(team.members)
}

/** Everybody who manages the folder, and so may re-key it. */
export function managersOf(state: LedgerState, folder: FolderId): MemberId[] {
  const grants = [...upFrom(state, folder)].flatMap((one) => get(state.folders, one)?.grants ?? [])
  const named = grants.filter(({ level }) => level === 'manage').flatMap(({ to }) => membersOf(state, to))
  return [...new Set(named)].filter((member) => isMember(state, member))
}

/** Stale folders that this member manages, parents first, so that a child is sealed to its parent's new key (P7). */
export const foldersToRekey = (state: LedgerState, member: MemberId): FolderId[] =>
  visibleFolders(state, member).filter(
    (folder) => get(state.folders, folder)?.staleSince !== null && atLeast(levelOf(state, member, folder), 'manage'),
  )
