import { idsIn } from '../../bytes/ids.ts'
import type { FolderId, MemberId, TeamId } from '../../bytes/ids.ts'
import { joinProof } from '../../crypto/contexts.ts'
import { checkSignKey, verify } from '../../crypto/verify.ts'
import type { ActOf } from '../acts.ts'
import { folderOf, memberOf, need, settle, withFolder, withTeam } from './context.ts'
import type { Context } from './context.ts'
import { isMember } from './level.ts'
import type { LedgerState } from './state.ts'

const owners = (state: LedgerState) =>
  idsIn(state.members).filter((member) => isMember(state, member) && state.members[member]?.role === 'owner').length

/** Owners and admins deal with people; whatever makes an owner once there are two takes two of them. */
function needRightOver(state: LedgerState, context: Context, role: string) {
  const author = memberOf(state, context.author).role
  need(author === 'owner' || (author === 'admin' && role !== 'owner'), 'not-allowed')
  need(role !== 'owner' || owners(state) < 2, 'needs-two-owners')
}

/** Throws `bad-sign-key` for a key that would verify anything (all zero, small order), as replay's own refusal. */
export function needGoodKey(key: Parameters<typeof checkSignKey>[0]) {
  let good = true
  try {
    checkSignKey(key)
  } catch {
    good = false
  }
  need(good, 'bad-sign-key')
}

export function invited(state: LedgerState, act: ActOf<'member invited'>, context: Context): LedgerState {
  needRightOver(state, context, act.role)
  need(state.invitations[act.invitation] === undefined, 'already-there')
  need(act.expires > context.time, 'invitation-expired')
  need(
    act.teams.every((team) => state.teams[team] !== undefined),
    'unknown-team',
  )
  needGoodKey(act.key)
  const { key, role, teams, expires } = act
  const invitation = { key, role, teams, expires, invitedBy: context.author, usedBy: null }
  return { ...state, invitations: { ...state.invitations, [act.invitation]: invitation } }
}

export async function added(state: LedgerState, act: ActOf<'member added'>, context: Context): Promise<LedgerState> {
  const invitation = state.invitations[act.invitation]
  need(invitation !== undefined, 'invitation-unknown')
  need(invitation.usedBy === null, 'invitation-used')
  need(context.time <= invitation.expires, 'invitation-expired')
  needRightOver(state, context, invitation.role)
  const known = idsIn(state.members).some(
    (member) => member === act.member || state.members[member]?.signKey === act.signKey,
  )
  need(!known, 'already-there')
  needGoodKey(act.signKey)
  // S1: the invitation's secret and the newcomer's own key must both have signed exactly these keys.
  const proof = joinProof({
    org: state.org,
    invitation: act.invitation,
    member: act.member,
    signKey: act.signKey,
    receiveHash: act.receive,
  })
  need(await verify(invitation.key, proof, act.byInvitation), 'bad-signature')
  need(await verify(act.signKey, proof, act.byMember), 'bad-signature')
  const { signKey, receive, profile } = act
  const member = { role: invitation.role, signKey, receive, profile, addedAt: context.sequence, removedAt: null }
  return {
    ...state,
    members: { ...state.members, [act.member]: member },
    invitations: { ...state.invitations, [act.invitation]: { ...invitation, usedBy: act.member } },
  }
}

/**
 * Ends membership, every team membership and every direct grant; what the member held keys of becomes stale (P7).
 * Invitations of theirs that nobody used are void: whoever made one knows its secret, and could answer it as a ghost.
 */
export function removed(state: LedgerState, act: ActOf<'member removed'>, context: Context): LedgerState {
  const gone = memberOf(state, act.member)
  need(act.member !== context.author, 'to-oneself')
  const author = memberOf(state, context.author).role
  need(author === 'owner' || (author === 'admin' && gone.role !== 'owner'), 'not-allowed')
  need(gone.role !== 'owner', 'needs-two-owners')
  let next: LedgerState = {
    ...state,
    members: { ...state.members, [act.member]: { ...gone, removedAt: context.sequence } },
    invitations: Object.fromEntries(
      Object.entries(state.invitations).filter(([, one]) => one.usedBy !== null || one.invitedBy !== act.member),
    ),
  }
  for (const folder of idsIn(state.folders)) next = withoutGrantsTo(next, folder, act.member)
  for (const team of idsIn(state.teams)) next = left(next, team, [act.member], context)
  return settle(state, next, context, [act.member], idsIn(state.folders))
}

function withoutGrantsTo(state: LedgerState, folder: FolderId, member: MemberId): LedgerState {
  const { grants } = folderOf(state, folder)
  const kept = grants.filter(({ to }) => to.kind !== 'member' || to.id !== member)
  return kept.length === grants.length ? state : withFolder(state, folder, { grants: kept })
}

/** Takes members out of a team; if any was in it, its seed is out and the team is stale. */
export function left(state: LedgerState, team: TeamId, gone: MemberId[], context: Context) {
  const found = state.teams[team]
  if (found === undefined || !gone.some((member) => found.members.includes(member))) return state
  return withTeam(state, team, {
    members: found.members.filter((member) => !gone.includes(member)),
    staleSince: found.staleSince ?? context.sequence,
  })
}
