import { drop, emptyTable, get, has, idsIn, put } from '../../bytes/table.ts'
import type { FolderId, MemberId, SignPublic, TeamId } from '../../bytes/ids.ts'
import { joinProof, rotationProof } from '../../crypto/contexts.ts'
import { isSoundSignKey } from '../../crypto/verify.ts'
import type { ActOf, Role } from '../acts.ts'
import {
  folderOf,
  isOwner,
  memberOf,
  need,
  needOwners,
  settle,
  staleFolder,
  staleTeam,
  teamOf,
  weigh,
  withGrants,
  withMember,
  withTeam,
} from './context.ts'
import type { Context } from './context.ts'
import { takeLine } from './forms.ts'
import { atLeast, everLevelsOf, isMember, levelOf, reachOf, same } from './level.ts'
import { followRole } from './register.ts'
import type { Invitation, LedgerState } from './state.ts'

/** An invitation is answered within so many ms. */
export const longestInvitation = 90 * 24 * 3_600_000

type Asked = Pick<Invitation, 'role' | 'teams' | 'replaces'>

/**
 * Whether somebody may invite into a role: owners into any, admins members; and while the policy has it, who manages each team of the
 * invitation, members into these. Whoever lost their keys is for owners and admins, since keys of theirs are taken away for it.
 */
export function mayInvite(state: LedgerState, by: MemberId, { role, teams, replaces }: Asked): boolean {
  const author = memberOf(state, by).role
  if (author === 'owner') return true
  if (role !== 'member') return false
  if (author === 'admin') return true
  return state.policy.managersInvite && replaces === null && teams.length > 0 && teams.every(managedBy(state, by))
}

/** Whether there is a team into which somebody may invite a member. */
export const mayInviteSomebody = (state: LedgerState, by: MemberId): boolean =>
  idsIn(state.teams).some((team) => mayInvite(state, by, { role: 'member', teams: [team], replaces: null }))

const managedBy = (state: LedgerState, member: MemberId) => (team: TeamId) => {
  const found = get(state.teams, team)
  return found !== null && levelOf(state, member, found.home) === 'manage'
}

/** Owners and admins deal with people; whatever makes or unmakes an owner takes two owners once there are two. */
function needRightOver(state: LedgerState, context: Context, role: Role) {
  if (role === 'owner') return needOwners(state, context)
  const author = memberOf(state, context.author).role
  need(author === 'owner' || author === 'admin', 'not-allowed')
}

/** Who may let somebody in, owners aside: owners, admins, and whoever invited them and still might. */
export function mayLetIn(state: LedgerState, by: MemberId, invitation: Invitation): boolean {
  const { role } = memberOf(state, by)
  if (role === 'owner' || role === 'admin') return true
  return invitation.invitedBy === by && mayInvite(state, by, invitation)
}

/** Refuses a key that would verify anything (all zero, small order), and one that was there before. */
export function needNewSignKey(state: LedgerState | null, key: SignPublic) {
  need(isSoundSignKey(key), 'bad-sign-key')
  need(state === null || !has(state.signKeys, key), 'already-there')
}

/** Any owner may invite an owner; to let one in takes two. `replaces` is whom the newcomer was under their lost keys. */
export function invited(state: LedgerState, act: ActOf<'member invited'>, context: Context): LedgerState {
  const author = memberOf(state, context.author)
  weigh(context, act.teams.length)
  // Roles are for owners to give, by whatever act.
  need(mayInvite(state, context.author, act), 'not-allowed')
  need(!has(state.invitations, act.invitation), 'already-there')
  need(act.expires > context.time, 'invitation-expired')
  need(act.expires <= context.time + longestInvitation, 'too-far')
  for (const team of act.teams) teamOf(state, team)
  need(act.role !== 'auditor' || act.teams.length === 0, 'auditor')
  if (act.replaces !== null) need(has(state.members, act.replaces), 'not-a-member')
  need(isSoundSignKey(act.key), 'bad-sign-key')
  const { key, role, teams, expires, replaces, invitee } = act
  const by = { invitedBy: context.author, underKeys: author.keyGeneration }
  const form = takeLine(context, { line: 'joiner', invitation: act.invitation, teams })
  const invitation = { key, role, teams, expires, ...by, usedBy: null, isCancelled: false, replaces, invitee, form }
  return { ...state, invitations: put(state.invitations, act.invitation, invitation) }
}

/**
 * Takes back an invitation that nobody has answered: by whoever made it, or who might have. One that has expired, or is void, may
 * be taken back as well: it is then gone from everybody's list.
 */
export function invitationCancelled(state: LedgerState, act: ActOf<'invitation cancelled'>, context: Context) {
  const invitation = get(state.invitations, act.invitation)
  need(invitation !== null, 'invitation-unknown')
  const { invitedBy, usedBy } = invitation
  const { role } = memberOf(state, context.author)
  const mightInvite = role === 'owner' || (role === 'admin' && invitation.role === 'member')
  need(mightInvite || invitedBy === context.author, 'not-allowed')
  need(usedBy === null, 'invitation-used')
  need(!invitation.isCancelled, 'nothing-to-do')
  return { ...state, invitations: put(state.invitations, act.invitation, { ...invitation, isCancelled: true }) }
}

/** Whether it was not cancelled and who invited is a member still, under the same keys: whoever took those has its secret (S1). */
export const stands = (state: LedgerState, { invitedBy, underKeys, isCancelled }: Invitation) =>
  !isCancelled && isMember(state, invitedBy) && get(state.members, invitedBy)?.keyGeneration === underKeys

export function added(state: LedgerState, act: ActOf<'member added'>, context: Context): LedgerState {
  const invitation = get(state.invitations, act.invitation)
  need(invitation !== null, 'invitation-unknown')
  need(!invitation.isCancelled, 'invitation-cancelled')
  need(stands(state, invitation), 'invitation-unknown')
  need(invitation.usedBy === null, 'invitation-used')
  need(context.time <= invitation.expires, 'invitation-expired')
  if (invitation.role === 'owner') needOwners(state, context)
  need(mayLetIn(state, context.author, invitation), 'not-allowed')
  // Whoever comes back under new keys must be gone under the old ones: an act before this one removes them.
  need(invitation.replaces === null || !isMember(state, invitation.replaces), 'already-there')
  need(!has(state.members, act.member), 'already-there')
  needNewSignKey(state, act.signKey)
  // S1: the invitation's secret and the newcomer's own key must both have signed exactly these keys.
  const { signKey, receive, profile, invitation: id, member } = act
  const message = () => joinProof({ org: state.org, invitation: id, member, signKey, receiveHash: receive })
  context.claims.push({ key: invitation.key, message, signature: act.byInvitation, letsIn: signKey })
  context.claims.push({ key: signKey, message, signature: act.byMember, letsIn: signKey })
  const { role, replaces, form, teams } = invitation
  const promised = form === null || teams.length === 0 ? null : { form, teams }
  const newcomer = { role, signKey, receive, keyGeneration: 1, profile, addedAt: context.sequence, removedAt: null }
  const next = {
    ...state,
    owners: role === 'owner' ? put(state.owners, member, true) : state.owners,
    signKeys: put(state.signKeys, signKey, true),
    members: put(state.members, member, { ...newcomer, replaces, promised, teams: emptyTable, grants: emptyTable }),
    invitations: put(state.invitations, id, { ...invitation, usedBy: member }),
  }
  return followRole(state, next, member, context)
}

/** Ends membership, every team membership and every direct grant; what the member held keys of becomes stale (P7). */
export function removed(state: LedgerState, act: ActOf<'member removed'>, context: Context): LedgerState {
  const gone = memberOf(state, act.member)
  need(act.member !== context.author, 'to-oneself')
  needRightOver(state, context, gone.role)
  let next = withMember(withRole(state, act.member, null), act.member, { removedAt: context.sequence })
  for (const folder of idsIn(gone.grants)) {
    const { grants } = folderOf(next, folder)
    next = withGrants(
      next,
      folder,
      grants.filter(({ to }) => !same(to, { kind: 'member', id: act.member })),
    )
  }
  for (const team of idsIn(gone.teams)) next = left(next, team, [act.member], context)
  return settle(state, next, context, [act.member], reachOf(state, act.member), true)
}

export function roleSet(state: LedgerState, act: ActOf<'member role set'>, context: Context): LedgerState {
  const { role } = memberOf(state, act.member)
  need(role !== act.role, 'nothing-to-do')
  need(isOwner(state, context.author), 'not-allowed')
  if (role === 'owner' || act.role === 'owner') needOwners(state, context)
  if (act.role === 'auditor') need(opensNothing(state, act.member), 'auditor')
  const next = withRole(withMember(state, act.member, { role: act.role }), act.member, act.role)
  return followRole(state, next, act.member, context)
}

/** Whether somebody is in no team and has no grant by name, their personal folder and the register aside: what an auditor must be. */
export const opensNothing = (state: LedgerState, member: MemberId): boolean => {
  const found = memberOf(state, member)
  const isOwn = (one: FolderId) => one === state.register || get(state.folders, one)?.personal === member
  return found.teams.count === 0 && idsIn(found.grants).every(isOwn)
}

/** Keeps the list of owners; once there are two there are never fewer, and never none. */
function withRole(state: LedgerState, member: MemberId, role: Role | null): LedgerState {
  if (role === 'owner') return { ...state, owners: put(state.owners, member, true) }
  if (!has(state.owners, member)) return state
  need(state.owners.count > 2, 'last-owner')
  return { ...state, owners: drop(state.owners, member) }
}

/**
 * The author's own new keys. The old ones are believed seen: all that they open is stale, as after a removal (P7), and
 * waits for those who manage it.
 */
export function keysRotated(state: LedgerState, act: ActOf<'member keys rotated'>, context: Context): LedgerState {
  const member = context.author
  const { teams, keyGeneration } = memberOf(state, member)
  needNewSignKey(state, act.signKey)
  const generation = keyGeneration + 1
  const { signKey, receive } = act
  const message = () => rotationProof({ org: state.org, member, generation, signKey, receiveHash: receive })
  context.claims.push({ key: signKey, message, signature: act.proof, letsIn: signKey })
  let next = withMember(state, member, { signKey, receive, keyGeneration: generation })
  next = { ...next, signKeys: put(next.signKeys, signKey, true) }
  for (const team of idsIn(teams)) next = staleTeam(next, context, team)
  const level = everLevelsOf(state, member)
  const reached = reachOf(state, member)
  weigh(context, reached.size)
  for (const folder of reached) {
    // A journal takes nothing from whoever may not edit: no cut, which would be theirs to make up, keeps it from them (H3).
    next = staleFolder(next, context, folder, atLeast(level(folder), 'edit'))
  }
  return next
}

/** A new name or address, by whoever deals with people: a name that one gives oneself could be anybody's. */
export function profileSet(state: LedgerState, act: ActOf<'member profile set'>, context: Context): LedgerState {
  const author = memberOf(state, context.author).role
  const { role } = memberOf(state, act.member)
  need(author === 'owner' || (author === 'admin' && (role === 'member' || role === 'auditor')), 'not-allowed')
  return withMember(state, act.member, { profile: act.profile })
}

/** Takes members out of a team; if any was in it, its seed is out and the team is stale. */
export function left(state: LedgerState, team: TeamId, gone: readonly MemberId[], context: Context): LedgerState {
  let { members } = teamOf(state, team)
  let next = state
  for (const member of gone) {
    if (!has(members, member)) continue
    members = drop(members, member)
    next = withMember(next, member, { teams: drop(get(next.members, member)?.teams ?? emptyTable, team) })
  }
  return next === state ? state : staleTeam(withTeam(next, team, { members }), context, team)
}
