import { get, idsIn } from '../../../shared/bytes/table.ts'
import type { InvitationId, MemberId, TeamId } from '../../../shared/bytes/ids.ts'
import { atLeast, levelOf } from '../../../shared/ledger/replay/level.ts'
import { Refused } from '../../../shared/ledger/replay/state.ts'
import { stateOf } from '../vault/vault.ts'
import { preview } from './draft.ts'
import type { Draft } from './draft.ts'
import { wrapTeam } from './seal-keys.ts'

/** Adds members to a team, who get its seed, and removes others. Throws Refused, Failure `no-key`. */
export async function setMembers(draft: Draft, team: TeamId, added: MemberId[], removed: MemberId[]): Promise<void> {
  draft.acts.push({ act: 'team members set', team, added, removed })
  // Whom this person only knows by having found them: the server asks how they came to.
  const { profiles, found } = draft.vault
  draft.found?.push(...added.flatMap((member) => (profiles.has(member) ? [] : (found.get(member) ?? []))))
  // A stale seed is sealed to nobody: the re-keying that follows seals the new one to every member.
  const { state } = preview(draft)
  if (get(state.teams, team)?.staleSince === null) await wrapTeam(draft, state, team, added)
}

/**
 * Takes a member out of every team and grant, their personal folder aside: an auditor opens nothing. An owner is made no auditor by
 * one alone, and leaves theirs before. Throws Refused `auditor` where somebody else must do it, `last-manager`.
 */
export function leaveAll(draft: Draft, member: MemberId): void {
  const state = stateOf(draft.vault)
  const found = get(state.members, member)
  if (found === null || found.role === 'owner') return
  for (const team of idsIn(found.teams))
    draft.acts.push({ act: 'team members set', team, added: [], removed: [member] })
  for (const folder of idsIn(found.grants)) {
    if (get(state.folders, folder)?.personal === member) continue
    draft.acts.push({ act: 'folder revoked', folder, to: { kind: 'member', id: member } })
  }
  try {
    preview(draft)
  } catch (error) {
    throw error instanceof Refused && error.code === 'not-allowed' ? new Refused('auditor') : error
  }
}

/** Adds a newcomer to those teams of their invitation that this member can add to. Throws as `setMembers`. */
export async function joinTeams(draft: Draft, invitation: InvitationId, member: MemberId): Promise<void> {
  const teams = get(preview(draft).state.invitations, invitation)?.teams ?? []
  for (const team of teams) if (canAdd(draft, team)) await setMembers(draft, team, [member], [])
}

/** Returns whether this member can add to the team: they manage its home folder, hold its seed, and it is not stale. */
function canAdd(draft: Draft, id: TeamId): boolean {
  const { vault } = draft
  const { state } = preview(draft)
  const team = get(state.teams, id)
  if (team === null || team.staleSince !== null || vault.teamSeeds.get(id)?.has(team.generations.length) !== true)
    return false
  return atLeast(levelOf(state, vault.me, team.home), 'manage')
}
