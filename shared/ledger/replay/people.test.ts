import { get } from '../../bytes/table.ts'
import { expect, test } from 'vitest'
import { newMemberId, newTeamId } from '../../bytes/ids.ts'
import type { Act, Role } from '../acts.ts'
import { accept, attempt, newMember, newOrg, remove, signedBy, verdict } from '../testing/org.ts'
import type { Org } from '../testing/org.ts'
import { badKeys, invitationFor, joinOf, newPerson, someHash } from '../testing/person.ts'
import type { Person } from '../testing/person.ts'
import { judgeSigned, replayEntry } from './ledger.ts'

const org = await newOrg()
const { owner } = org
const [admin, auditor, member] = [await newMember(org, 'admin'), await newMember(org, 'auditor'), await newMember(org)]
const soon = () => org.state.time + 1_000

/** An invitation that stands in `at`'s ledger. */
async function open(at: Org, by: Person, role: Role = 'member', expires = at.state.time + 1_000) {
  const invitation = await invitationFor(role, expires)
  await accept(at, by, invitation.act)
  return invitation
}

const mayInvite = async (by: Person, role: Role) => attempt(org, by, (await invitationFor(role, soon())).act)

test('L2 S14: owners invite whom they like, admins invite members, and nobody else invites', async () => {
  for (const role of ['member', 'auditor', 'admin'] as const) {
    expect(await mayInvite(owner, role)).toBe('accepted')
    expect(await mayInvite(admin, role)).toBe(role === 'member' ? 'accepted' : 'not-allowed')
    expect(await mayInvite(auditor, role)).toBe('not-allowed')
    expect(await mayInvite(member, role)).toBe('not-allowed')
  }
  expect(await mayInvite(owner, 'owner')).toBe('accepted')
  expect(await mayInvite(admin, 'owner')).toBe('not-allowed')
})

test('an invitation is for teams that are, by an id of its own, and not over when it is made', async () => {
  const { act } = await invitationFor('member', soon())
  expect(await attempt(org, owner, act)).toBe('accepted')
  expect(await attempt(org, owner, act, act)).toBe('already-there')
  expect(await attempt(org, owner, { ...act, teams: [newTeamId()] })).toBe('unknown-team')
  expect(await attempt(org, owner, { ...act, expires: org.state.time + 1 })).toBe('invitation-expired')
})

test('an admin lets in whom an owner invited; a member and the newcomer themselves do not', async () => {
  const invitation = await open(org, owner)
  const newcomer = await newPerson()
  const join = await joinOf(org.state.org, newcomer, invitation)
  expect(await attempt(org, member, join)).toBe('not-allowed')
  expect(await attempt(org, auditor, join)).toBe('not-allowed')
  expect(await attempt(org, newcomer, join)).toBe('unknown-author')
  const state = await accept(org, admin, join)
  expect(get(state.members, newcomer.id)).toMatchObject({
    role: 'member',
    signKey: join.signKey,
    receive: join.receive,
  })
  expect(await attempt(org, owner, join)).toBe('invitation-used')
  const second = await joinOf(org.state.org, await newPerson(), invitation)
  expect(await attempt(org, owner, second)).toBe('invitation-used')
})

test('S14: an admin lets nobody in as owner, though an owner invited them', async () => {
  const invitation = await open(org, owner, 'owner')
  expect(await attempt(org, admin, await joinOf(org.state.org, await newPerson(), invitation))).toBe('not-allowed')
})

test('an invitation ends by the time of the ledger, at its last millisecond', async () => {
  const invitation = await open(org, owner)
  const join = await joinOf(org.state.org, await newPerson(), invitation)
  const { expires } = invitation.act
  const at = async (time: number) =>
    verdict(await replayEntry(org.state, (await signedBy(org, owner, [join], { time })).entry))
  expect(await at(expires)).toBe('accepted')
  expect(await at(expires + 1)).toBe('invitation-expired')
})

test('P4 S1: only who has the invitation’s secret answers it, and with their own key', async () => {
  const invitation = await open(org, owner)
  const [newcomer, server] = [await newPerson(), await newPerson()]
  const join = await joinOf(org.state.org, newcomer, invitation)
  const wrong = await invitationFor('member', soon())
  const guessed = await joinOf(org.state.org, server, { ...invitation, secret: wrong.secret })
  const byServer = await joinOf(org.state.org, server, invitation)
  expect(await attempt(org, owner, guessed)).toBe('bad-signature')
  expect(await attempt(org, owner, await joinOf(org.state.org, server, wrong))).toBe('invitation-unknown')
  expect(await attempt(org, owner, { ...join, byMember: byServer.byMember })).toBe('bad-signature')
  expect(await attempt(org, owner, { ...join, byInvitation: join.byMember })).toBe('bad-signature')
  expect(await attempt(org, owner, join)).toBe('accepted')
})

test('P4 S1: who drafts an entry checks the newcomer’s signatures before they put their own', async () => {
  const invitation = await open(org, owner)
  const join = await joinOf(org.state.org, await newPerson(), invitation)
  const by = { author: owner.id, sequence: org.state.head.sequence + 1, time: org.state.time }
  expect((await judgeSigned(org.state, [join], by)).touched.size).toBe(0)
  const forged = judgeSigned(org.state, [{ ...join, byMember: join.byInvitation }], by)
  await expect(forged).rejects.toMatchObject({ code: 'bad-signature' })
})

test('P4 S1 S2: no key, id or org of an answer can be swapped at the join', async () => {
  const invitation = await open(org, owner)
  const [newcomer, server] = [await newPerson(), await newPerson()]
  const join = await joinOf(org.state.org, newcomer, invitation)
  expect(await attempt(org, owner, { ...join, receive: server.receive })).toBe('bad-signature')
  expect(await attempt(org, owner, { ...join, signKey: server.keys.sign.publicKey })).toBe('bad-signature')
  expect(await attempt(org, owner, { ...join, member: newMemberId() })).toBe('bad-signature')
  const elsewhere = await joinOf((await newOrg()).state.org, newcomer, invitation)
  expect(await attempt(org, owner, elsewhere)).toBe('bad-signature')
  const other = await open(org, owner)
  expect(await attempt(org, owner, { ...join, invitation: other.act.invitation })).toBe('bad-signature')
})

test('S3 S10: nobody joins twice, under their id, under their key, or after a removal', async () => {
  const person = await newMember(org)
  const stranger = await newPerson()
  const invitation = await open(org, owner)
  const again = async (as: Person) => attempt(org, owner, await joinOf(org.state.org, as, invitation))
  expect(await again({ ...stranger, id: person.id })).toBe('already-there')
  expect(await again({ ...person, id: stranger.id })).toBe('already-there')
  await accept(org, owner, remove(person))
  expect(await again(person)).toBe('already-there')
  expect(await again({ ...person, id: stranger.id })).toBe('already-there')
  expect(await again(stranger)).toBe('accepted')
})

test.each(badKeys)('S11: nobody invites or joins with a key %s', async (_name, key) => {
  const { act } = await invitationFor('member', soon())
  expect(await attempt(org, owner, { ...act, key })).toBe('bad-sign-key')
  const join = await joinOf(org.state.org, await newPerson(), await open(org, owner))
  expect(await attempt(org, owner, { ...join, signKey: key })).toBe('bad-sign-key')
})

test('owners remove all but owners, admins too; nobody removes themselves, or whom they do not know', async () => {
  const gone = await newMember(org)
  expect(await attempt(org, owner, remove(admin))).toBe('accepted')
  expect(await attempt(org, admin, remove(member))).toBe('accepted')
  expect(await attempt(org, admin, remove(owner))).toBe('not-allowed')
  expect(await attempt(org, auditor, remove(member))).toBe('not-allowed')
  expect(await attempt(org, member, remove(auditor))).toBe('not-allowed')
  expect(await attempt(org, owner, remove(owner))).toBe('to-oneself')
  expect(await attempt(org, member, remove(member))).toBe('to-oneself')
  expect(await attempt(org, owner, remove(await newPerson()))).toBe('not-a-member')
  await accept(org, owner, remove(gone))
  expect(await attempt(org, owner, remove(gone))).toBe('not-a-member')
})

test('S1 S3: a removed admin cannot come back as a ghost by an invitation of their own making', async () => {
  const leaver = await newMember(org, 'admin')
  const [own, others] = [await open(org, leaver), await open(org, admin)]
  const used = await open(org, leaver)
  const kept = await newPerson()
  await accept(org, owner, await joinOf(org.state.org, kept, used))
  await accept(org, owner, remove(leaver))
  const ghost = await newPerson()
  expect(await attempt(org, owner, await joinOf(org.state.org, ghost, own))).toBe('invitation-unknown')
  expect(await attempt(org, owner, await joinOf(org.state.org, ghost, others))).toBe('accepted')
  expect(await attempt(org, owner, await joinOf(org.state.org, ghost, used))).toBe('invitation-unknown')
  expect(get(org.state.members, kept.id)?.removedAt).toBeNull()
})

test('S14: one owner makes a second; from then on one alone neither makes nor removes an owner', async () => {
  const at = await newOrg()
  const invited = [await open(at, at.owner, 'owner'), await open(at, at.owner, 'owner')] as const
  const [second, third] = [await newPerson(), await newPerson()]
  const joins: [Act, Act] = [
    await joinOf(at.state.org, second, invited[0]),
    await joinOf(at.state.org, third, invited[1]),
  ]
  expect(await attempt(at, at.owner, ...joins)).toBe('needs-two-owners')
  await accept(at, at.owner, joins[0])
  expect(await attempt(at, at.owner, joins[1])).toBe('needs-two-owners')
  expect(await attempt(at, second, joins[1])).toBe('needs-two-owners')
  expect(await attempt(at, second, (await invitationFor('owner', at.state.time + 9)).act)).toBe('accepted')
  expect(await attempt(at, second, remove(at.owner))).toBe('needs-two-owners')
  expect(await attempt(at, at.owner, remove(second))).toBe('needs-two-owners')
  expect(await attempt(at, second, (await invitationFor('admin', at.state.time + 9)).act)).toBe('accepted')
})

test('what an entry says of a profile is kept as it is', async () => {
  const join = await joinOf(org.state.org, await newPerson(), await open(org, owner))
  const profile = await someHash()
  expect(get((await accept(org, owner, { ...join, profile })).members, join.member)?.profile).toBe(profile)
})
