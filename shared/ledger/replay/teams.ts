import { Growing } from '../../bytes/growing.ts'
import { drop, get, emptyTable, has, idsIn, put } from '../../bytes/table.ts'
import type { FolderId, Hash, MemberId, TeamId } from '../../bytes/ids.ts'
import type { ActOf } from '../acts.ts'
import {
  folderOf,
  memberOf,
  need,
  needLevel,
  needNoAuditor,
  needNotClosed,
  needShared,
  needRightToSet,
  settle,
  teamOf,
  withFolder,
  withGrants,
  withMember,
  withGeneration,
  withTeam,
} from './context.ts'
import type { Context } from './context.ts'
import { formsOfSeats, keepPromise, takeLine } from './forms.ts'
import { atLeast, grantTo, levelOf, reachOf, same, subtree } from './level.ts'
import { left } from './people.ts'
import { registerGeneration } from './register.ts'
import type { LedgerState } from './state.ts'

/** A new team in a home folder that its creator manages. Whoever holds the seed is listed: the creator is a member. */
export function teamCreated(state: LedgerState, act: ActOf<'team created'>, context: Context): LedgerState {
  need(!has(state.teams, act.team) && !has(state.deleted.teams, act.team), 'already-there')
  const home = folderOf(state, act.home)
  needLevel(state, context, act.home, 'manage')
  needShared(state, act.home)
  need(home.staleSince === null, 'stale')
  needNotClosed(state, act.home)
  need(act.members.includes(context.author) && new Set(act.members).size === act.members.length, 'malformed')
  for (const member of act.members) needNoAuditor(state, member)
  const team = {
    home: act.home,
    members: emptyTable,
    generations: Growing.of({ commitment: act.commitment, receive: act.receive, since: context.sequence }),
    description: {
      revision: 1,
      hash: act.description,
      author: context.author,
      folderGeneration: home.generations.length,
      teamGeneration: 1,
      registerGeneration: registerGeneration(state),
    },
    staleSince: null,
    grants: emptyTable,
  }
  const next = withFolder(state, act.home, { teams: put(home.teams, act.team, true) })
  return joined({ ...next, teams: put(next.teams, act.team, team) }, act.team, act.members, () => null, context)
}

function joined(
  state: LedgerState,
  team: TeamId,
  newcomers: readonly MemberId[],
  formFor: (member: MemberId) => Hash | null,
  { sequence }: Context,
): LedgerState {
  let { members } = teamOf(state, team)
  let next = state
  for (const member of newcomers) {
    members = put(members, member, { since: sequence, form: formFor(member) })
    next = withMember(next, member, { teams: put(memberOf(next, member).teams, team, true) })
  }
  return withTeam(next, team, { members })
}

export function teamDescribed(state: LedgerState, act: ActOf<'team described'>, context: Context): LedgerState {
  const team = teamOf(state, act.team)
  const home = folderOf(state, team.home)
  needLevel(state, context, team.home, 'manage')
  need(team.staleSince === null && home.staleSince === null, 'stale')
  need(act.revision === team.description.revision + 1, 'wrong-revision')
  return withTeam(state, act.team, {
    description: {
      revision: act.revision,
      hash: act.description,
      author: context.author,
      folderGeneration: home.generations.length,
      teamGeneration: team.generations.length,
      registerGeneration: registerGeneration(state),
    },
  })
}

/** Adds and takes out members; nobody adds themselves, and nobody is added to a team whose seed is out (P7). */
export function membersSet(state: LedgerState, act: ActOf<'team members set'>, context: Context): LedgerState {
  const team = teamOf(state, act.team)
  needLevel(state, context, team.home, 'manage')
  needRightToAppoint(state, act.team, context)
  need(act.added.length + act.removed.length > 0, 'nothing-to-do')
  need(!act.added.includes(context.author), 'to-oneself')
  need(new Set([...act.added, ...act.removed]).size === act.added.length + act.removed.length, 'malformed')
  // Where nobody is in it, nobody is handed the seed that is out: whoever comes in makes the next.
  need(act.added.length === 0 || team.staleSince === null || team.members.count === 0, 'stale')
  for (const member of act.added) {
    needNoAuditor(state, member)
    need(!has(team.members, member), 'already-there')
  }
  for (const member of act.removed) need(has(team.members, member), 'not-a-member')
  const forms = formsOfSeats(state, act.team, act.added, context)
  for (const member of act.removed) takeLine(context, { line: 'departure', team: act.team, member })
  const kept = act.added.reduce((one, member) => keepPromise(one, act.team, member), state)
  const gone = left(kept, act.team, act.removed, context)
  const next = joined(gone, act.team, act.added, (member) => forms.get(member) ?? null, context)
  const folders = new Set(act.removed.flatMap((member) => [...reachOf(state, member)]))
  return settle(state, next, context, act.removed, folders)
}

/** Ends a team: whoever was in it loses what they reached by it, as if each grant to it and each of them had been taken out. */
export function teamDeleted(state: LedgerState, act: ActOf<'team deleted'>, context: Context): LedgerState {
  const { home, members, grants } = teamOf(state, act.team)
  needLevel(state, context, home, 'manage')
  needRightToAppoint(state, act.team, context)
  const gone = idsIn(members)
  const reached = new Set<FolderId>()
  let next = left(state, act.team, gone, context)
  for (const folder of idsIn(grants)) {
    for (const one of subtree(state, folder)) reached.add(one)
    const kept = folderOf(next, folder).grants.filter(({ to }) => !same(to, { kind: 'team', id: act.team }))
    next = withGrants(next, folder, kept)
  }
  next = withFolder(next, home, { teams: drop(folderOf(next, home).teams, act.team) })
  const deleted = { ...next.deleted, teams: put(next.deleted.teams, act.team, true as const) }
  return settle(state, { ...next, teams: drop(next.teams, act.team), deleted }, context, gone, reached)
}

/**
 * Who joins a team that manages folders becomes a manager of them, and one appoints below, not beside: who joins or leaves
 * it is for those who may give and take `manage` there. Wherever its home lies, since a home can be moved (H2).
 */
function needRightToAppoint(state: LedgerState, team: TeamId, context: Context) {
  for (const folder of idsIn(teamOf(state, team).grants))
    if (grantTo(folderOf(state, folder).grants, { kind: 'team', id: team })?.level === 'manage')
      needRightToSet(state, context, folder, 'manage')
}

/**
 * A new seed for those who are in the team now, by one of them who manages its home; where none does, by any of them: who
 * makes a seed holds it, so nobody who is not in the team may (H1).
 */
export function teamRekeyed(state: LedgerState, act: ActOf<'team re-keyed'>, context: Context): LedgerState {
  const team = teamOf(state, act.team)
  need(has(team.members, context.author), 'not-allowed')
  if (team.staleSince === null || hasKeyholder(state, act.team)) needLevel(state, context, team.home, 'manage')
  need(act.generation === team.generations.length + 1, 'wrong-generation')
  const { commitment, receive } = act
  return withTeam(state, act.team, {
    generations: withGeneration(team.generations, { commitment, receive, since: context.sequence }),
    staleSince: null,
  })
}

/** Whether some member of the team manages its home, and so can re-key it. */
export function hasKeyholder(state: LedgerState, team: TeamId): boolean {
  const found = get(state.teams, team)
  return found !== null && idsIn(found.members).some((member) => atLeast(levelOf(state, member, found.home), 'manage'))
}
