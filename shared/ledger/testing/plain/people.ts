import type { Hash, MemberId, SignPublic, TeamId } from '../../../bytes/ids.ts'
import { joinProof, rotationProof } from '../../../crypto/contexts.ts'
import { verify } from '../../../crypto/verify.ts'
import type { ActOf, Role } from '../../acts.ts'
import { found, isOwner, levelOf, manages, memberOf, need, owners, rank } from './book.ts'
import { take } from './forms.ts'
import { loseAfter, makeTeamStale, reached } from './lose.ts'
import { newKey, soundKey } from './sign-key.ts'
import type { Judging } from './judging.ts'
import { giveByRole, onRegister } from './register.ts'

const DAY = 24 * 60 * 60 * 1000

const isOwnerOrAdmin = ({ book, author }: Judging) =>
  isOwner(book, author) || book.members.get(author)?.role === 'admin'

/** "Two owners". */
export function twoOwners({ book, author, approved }: Judging) {
  need(isOwner(book, author), 'not-allowed')
  need(approved || owners(book).length === 1, 'needs-two-owners')
}

export function join(
  { book }: Judging,
  of: { member: MemberId; signKey: SignPublic; receive: Hash; profile: Hash },
  role: Role,
) {
  const { member, signKey, receive, profile } = of
  need(!book.everMembers.has(member), 'already-there')
  newKey(book, signKey)
  book.everMembers.add(member)
  book.members.set(member, { role, signKey, receive, profile, generation: 1 })
}

type Asked = { role: Role; teams: readonly TeamId[]; replaces: MemberId | null }

/** "By an owner, or for the role member by an admin, or, while the policy has it, by a manager of the home of each of its teams". */
function invites(at: Judging, { role, teams, replaces }: Asked): boolean {
  const { book, author } = at
  if (isOwner(book, author)) return true
  if (role !== 'member') return false
  if (isOwnerOrAdmin(at)) return true
  const homes = teams.map((team) => book.teams.get(team)?.home)
  const manageAll = homes.every((home) => home !== undefined && manages(book, author, home))
  return book.policy.managersInvite && homes.length > 0 && manageAll && replaces === null
}

export function invited(at: Judging, act: ActOf<'member invited'>) {
  const { book, author } = at
  need(invites(at, act), 'not-allowed')
  need(act.expires > book.time, 'invitation-expired')
  need(act.expires <= book.time + 90 * DAY, 'too-far')
  need(!book.invitations.has(act.invitation), 'already-there')
  for (const team of act.teams) found(book.teams, team, 'unknown-team')
  need(act.role !== 'auditor' || act.teams.length === 0, 'auditor')
  need(act.replaces === null || book.everMembers.has(act.replaces), 'not-a-member')
  soundKey(act.key)
  const { key, role, teams, expires, replaces } = act
  book.invitations.set(act.invitation, {
    key,
    role,
    teams,
    expires,
    replaces,
    by: author,
    keys: memberOf(book, author).generation,
    formed: take(at, { line: 'joiner', invitation: act.invitation, teams }),
  })
}

export function cancelled(at: Judging, { invitation: id }: ActOf<'invitation cancelled'>) {
  const { book, author } = at
  const invitation = found(book.invitations, id, 'invitation-unknown')
  const isTheirs = invitation.by === author
  need(isTheirs || isOwner(book, author) || (isOwnerOrAdmin(at) && invitation.role === 'member'), 'not-allowed')
  need(!book.usedInvitations.has(id), 'invitation-used')
  need(!book.cancelledInvitations.has(id), 'nothing-to-do')
  book.cancelledInvitations.add(id)
}

export async function added(at: Judging, act: ActOf<'member added'>) {
  const { book } = at
  const invitation = found(book.invitations, act.invitation, 'invitation-unknown')
  need(!book.cancelledInvitations.has(act.invitation), 'invitation-cancelled')
  need(book.members.get(invitation.by)?.generation === invitation.keys, 'invitation-unknown')
  need(!book.usedInvitations.has(act.invitation), 'invitation-used')
  need(book.time <= invitation.expires, 'invitation-expired')
  need(isOwnerOrAdmin(at) || (invitation.by === at.author && invites(at, invitation)), 'not-allowed')
  if (invitation.role === 'owner') twoOwners(at)
  need(invitation.replaces === null || !book.members.has(invitation.replaces), 'already-there')
  const proof = joinProof({
    org: book.org,
    invitation: act.invitation,
    member: act.member,
    signKey: act.signKey,
    receiveHash: act.receive,
  })
  need(await verify(invitation.key, proof, act.byInvitation), 'bad-signature')
  need(await verify(act.signKey, proof, act.byMember), 'bad-signature')
  join(at, act, invitation.role)
  giveByRole(book, act.member, invitation.role)
  if (invitation.replaces !== null) book.replaced.set(act.member, invitation.replaces)
  book.usedInvitations.add(act.invitation)
  if (invitation.formed) book.promised.set(act.member, new Set(invitation.teams))
}

export function removed(at: Judging, { member }: ActOf<'member removed'>) {
  const { book, author } = at
  memberOf(book, member)
  need(member !== author, 'to-oneself')
  need(isOwnerOrAdmin(at), 'not-allowed')
  if (isOwner(book, member)) {
    twoOwners(at)
    need(owners(book).length > 2, 'last-owner')
  }
  loseAfter(at, [member], reached(book, member), 'managers may go', () => {
    for (const team of book.teams.values()) if (team.members.delete(member)) makeTeamStale(at, team)
    for (const folder of book.folders.values()) folder.grants.delete(`member ${member}`)
    book.members.delete(member)
  })
}

export function roleSet(at: Judging, { member, role }: ActOf<'member role set'>) {
  const { book, author } = at
  const target = memberOf(book, member)
  need(target.role !== role, 'nothing-to-do')
  need(isOwner(book, author), 'not-allowed')
  if (role === 'owner' || target.role === 'owner') twoOwners(at)
  if (target.role === 'owner') need(owners(book).length > 2, 'last-owner')
  const { register } = book
  if (role === 'auditor') {
    for (const { members } of book.teams.values()) need(!members.has(member), 'auditor')
    for (const [id, { grants, personal }] of book.folders)
      need(id === book.register || personal === member || !grants.has(`member ${member}`), 'auditor')
  }
  target.role = role
  if (register === null) return
  if (onRegister[role] >= levelOf(book, member, register)) giveByRole(book, member, role)
  else loseAfter(at, [member], [register], 'managers stay', () => giveByRole(book, member, role))
}

export async function rotated(at: Judging, act: ActOf<'member keys rotated'>) {
  const { book, author } = at
  const member = memberOf(book, author)
  newKey(book, act.signKey)
  const proof = rotationProof({
    org: book.org,
    member: author,
    generation: member.generation + 1,
    signKey: act.signKey,
    receiveHash: act.receive,
  })
  need(await verify(act.signKey, proof, act.proof), 'bad-signature')
  member.generation += 1
  member.signKey = act.signKey
  member.receive = act.receive
  for (const team of book.teams.values()) if (team.members.has(author)) makeTeamStale(at, team)
  at.weigh(reached(book, author).length)
  for (const folder of reached(book, author)) {
    const mayWrite = levelOf(book, author, folder, 'dates aside') >= rank('edit')
    if (mayWrite) at.makeStale(folder)
    else at.makeStaleUntouched(folder)
  }
}

export function profileSet(at: Judging, { member, profile }: ActOf<'member profile set'>) {
  const { book, author } = at
  const target = memberOf(book, member)
  const isBelow = target.role === 'member' || target.role === 'auditor'
  need(isOwner(book, author) || (isOwnerOrAdmin(at) && isBelow), 'not-allowed')
  target.profile = profile
}
