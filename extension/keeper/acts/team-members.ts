import { get } from '../../../shared/bytes/table.ts'
import type { InvitationId, MemberId, TeamId } from '../../../shared/bytes/ids.ts'
import { atLeast, levelOf } from '../../../shared/ledger/replay/level.ts'
import { preview } from './draft.ts'
import type { Draft } from './draft.ts'
import { wrapTeam } from './seal-keys.ts'

/** Who joins and who leaves a team; whoever joins gets its seed. Throws Refused, Failure `no-key`. */
export async function setMembers(draft: Draft, team: TeamId, added: MemberId[], removed: MemberId[]): Promise<void> {
  draft.acts.push({ act: 'team members set', team, added, removed })
  // A seed that is out goes to nobody: the re-keying that follows seals the next one to everybody.
  const { state } = preview(draft)
  if (get(state.teams, team)?.staleSince === null) await wrapTeam(draft, state, team, added)
}

/** Brings a newcomer into those teams of their invitation that this member can add to. */
export async function joinTeams(draft: Draft, invitation: InvitationId, member: MemberId): Promise<void> {
  const teams = get(preview(draft).state.invitations, invitation)?.teams ?? []
  for (const team of teams) if (canAdd(draft, team)) await setMembers(draft, team, [member], [])
}

/** Whether this member can add to the team: manages its home, holds its seed, and nobody has left with it. */
function canAdd(draft: Draft, id: TeamId): boolean {
  const { vault } = draft
  const { state } = preview(draft)
  const team = get(state.teams, id)
  if (team === null || team.staleSince !== null || vault.teamSeeds.get(id)?.has(team.generations.length) !== true)
    return false
  return atLeast(levelOf(state, vault.me, team.home), 'manage')
}
