/** New keys for somebody who stays, somebody who comes back, and new profiles. */
import { emptyTable, get } from '../../bytes/table.ts'
import { expect, test } from 'vitest'
import { rotationProof } from '../../crypto/contexts.ts'
import type { Act, ActOf } from '../acts.ts'
import {
  accept,
  attempt,
  creation,
  cutOf,
  grant,
  newFolder,
  newMember,
  newOrg,
  newTeam,
  remove,
  toMember,
  toTeam,
} from '../testing/org.ts'
import type { Org } from '../testing/org.ts'
import { approval, attemptAt, DAY, propose, setRole, threeOwners } from '../testing/owners.ts'
import { badKeys, invitationFor, joinOf, newPerson, someHash } from '../testing/person.ts'
import type { Person } from '../testing/person.ts'
import { everLevelOf } from './level.ts'

/** The rotation of `person` to the keys of `next`, as generation 2 unless a test says otherwise. */
async function rotation({ state }: Org, person: Person, next: Person, generation = 2) {
  const { publicKey: signKey } = next.keys.sign
  const proof = rotationProof({ org: state.org, member: person.id, generation, signKey, receiveHash: next.receive })
  const act: ActOf<'member keys rotated'> = {
    act: 'member keys rotated',
    signKey,
    receive: next.receive,
    proof: await next.keys.sign.sign(proof),
  }
  return act
}

test('P7 S10: new keys make stale all that the old ones open: teams, folders, and what lies below', async () => {
  const org = await newOrg()
  const { owner } = org
  const person = await newMember(org)
  const top = await newFolder(org, owner)
  const child = await newFolder(org, owner, top)
  const [own, beside] = [await newFolder(org, owner), await newFolder(org, owner)]
  const [team, idle] = [await newTeam(org, owner, beside, [person]), await newTeam(org, owner, beside)]
  const later = {
    act: 'folder granted',
    folder: own,
    to: toMember(person),
    level: 'edit',
    from: org.state.time + DAY,
  } as const
  await accept(org, owner, grant(top, toTeam(team), 'fill'), { ...later, until: null })
  const act = await rotation(org, person, await newPerson())
  expect(await attempt(org, person, act)).toBe('cut-missing')
  const state = await accept(org, person, act)
  const stale = [top, child, own, beside].map((one) => get(state.folders, one)?.staleSince !== null)
  expect(stale).toEqual([true, true, true, false])
  expect([team, idle].map((one) => get(state.teams, one)?.staleSince !== null)).toEqual([true, false])
  expect(get(state.members, person.id)).toMatchObject({ signKey: act.signKey, receive: act.receive, keyGeneration: 2 })
  expect(everLevelOf(state, person.id, child)).toBe('fill')
})

test('S11: after a rotation the new key signs, and the old one never again', async () => {
  const org = await newOrg()
  const [person, next] = [await newMember(org), await newPerson()]
  await accept(org, person, await rotation(org, person, next))
  const { parent: _, ...made } = await creation(org, null)
  const act: Act = { ...made, act: 'personal folder created' }
  expect(await attempt(org, person, act)).toBe('bad-signature')
  const renewed = { ...person, keys: next.keys }
  expect(await attempt(org, renewed, act)).toBe('accepted')
  expect(await attempt(org, renewed, await rotation(org, person, person, 3))).toBe('already-there')
  expect(await attempt(org, renewed, await rotation(org, person, await newPerson(), 3))).toBe('accepted')
})

test('S2 S11: a rotation is proved by the new key, for this person, these keys, this generation and org', async () => {
  const org = await newOrg()
  const [person, next, thief] = [await newMember(org), await newPerson(), await newPerson()]
  const act = await rotation(org, person, next)
  expect(await attempt(org, person, act)).toBe('accepted')
  expect(await attempt(org, org.owner, act)).toBe('bad-signature')
  expect(await attempt(org, person, { ...act, receive: thief.receive })).toBe('bad-signature')
  expect(await attempt(org, person, { ...act, signKey: thief.keys.sign.publicKey })).toBe('bad-signature')
  for (const generation of [1, 3])
    expect(await attempt(org, person, await rotation(org, person, next, generation))).toBe('bad-signature')
  expect(await attempt(org, person, await rotation(await newOrg(), person, next))).toBe('bad-signature')
  const proof = (await rotation(org, person, thief)).proof
  expect(await attempt(org, person, { ...act, proof })).toBe('bad-signature')
})

test.each(badKeys)('S11: nobody rotates to a key %s', async (_name, signKey) => {
  const org = await newOrg()
  const act = await rotation(org, org.owner, await newPerson())
  expect(await attempt(org, org.owner, { ...act, signKey })).toBe('bad-sign-key')
})

test('S3: nobody rotates to a key that somebody has or had', async () => {
  const org = await newOrg()
  const [person, gone] = [await newMember(org), await newMember(org)]
  await accept(org, org.owner, remove(gone))
  for (const taken of [person, org.owner, gone])
    expect(await attempt(org, person, await rotation(org, person, taken))).toBe('already-there')
  const next = await newPerson()
  await accept(org, person, await rotation(org, person, next))
  const invitation = await invitationFor('member', org.state.time + DAY)
  const join = await joinOf(org.state.org, { ...(await newPerson()), keys: next.keys }, invitation)
  expect(await attempt(org, org.owner, invitation.act, join)).toBe('already-there')
})

test('L3 S3: new keys void what was signed under the old ones and still waits: invitations, proposals', async () => {
  const { org, owner, second } = await threeOwners()
  const [admin, next, person] = [await newMember(org, 'admin'), await newPerson(), await newMember(org)]
  const invitation = await invitationFor('member', org.state.time + DAY)
  await accept(org, admin, invitation.act)
  const join = await joinOf(org.state.org, await newPerson(), invitation)
  expect(await attempt(org, owner, join)).toBe('accepted')
  await accept(org, admin, await rotation(org, admin, next))
  expect(await attempt(org, owner, join)).toBe('invitation-unknown')
  expect(await attempt(org, owner, (await invitationFor('member', org.state.time + DAY)).act)).toBe('accepted')

  await accept(org, second, propose(setRole(person, 'owner')))
  const approves = approval(org)
  expect(await attempt(org, owner, approves)).toBe('accepted')
  await accept(org, second, await rotation(org, second, await newPerson()))
  expect(await attempt(org, owner, approves)).toBe('not-allowed')
})

test('H3 P5: new keys owe a cut only where their person could have written', async () => {
  const org = await newOrg()
  const [person, next] = [await newMember(org), await newPerson()]
  const [filled, edited] = [await newFolder(org, org.owner), await newFolder(org, org.owner)]
  await accept(org, org.owner, grant(filled, toMember(person), 'read'), grant(edited, toMember(person), 'edit'))
  const act = await rotation(org, person, next)
  expect(await attempt(org, person, act, cutOf(org, edited), cutOf(org, filled))).toBe('cut-unasked')
  const state = await accept(org, person, act)
  for (const folder of [filled, edited]) expect(get(state.folders, folder)?.staleSince).toBe(state.head.sequence)
  expect([filled, edited].map((folder) => get(state.folders, folder)?.cuts.length)).toEqual([0, 1])
})

test('M4 S14: names are set by owners and, of members and auditors, by admins: nobody gives themselves another’s', async () => {
  const org = await newOrg()
  const [admin, auditor, person] = [
    await newMember(org, 'admin'),
    await newMember(org, 'auditor'),
    await newMember(org),
  ]
  const profile = await someHash()
  const set = ({ id }: Person): Act => ({ act: 'member profile set', member: id, profile })
  for (const one of [admin, org.owner]) expect(await attempt(org, one, set(person))).toBe('accepted')
  for (const one of [person, auditor, admin]) expect(await attempt(org, one, set(one))).toBe('not-allowed')
  expect(await attempt(org, admin, set(auditor))).toBe('accepted')
  expect(await attempt(org, auditor, set(person))).toBe('not-allowed')
  expect(await attempt(org, person, set(admin))).toBe('not-allowed')
  expect(await attempt(org, admin, set(org.owner))).toBe('not-allowed')
  expect(await attempt(org, org.owner, set(org.owner))).toBe('accepted')
  expect(await attempt(org, org.owner, set(await newPerson()))).toBe('not-a-member')
  expect(get((await accept(org, admin, set(person))).members, person.id)?.profile).toBe(profile)
})

test('S3 S10: who lost their keys comes back as somebody new, once they are gone under the old ones', async () => {
  const org = await newOrg()
  const { owner } = org
  const [old, again] = [await newMember(org), await newPerson()]
  const invitation = await invitationFor('member', org.state.time + DAY)
  const act = { ...invitation.act, replaces: old.id }
  expect(await attempt(org, owner, { ...act, replaces: again.id })).toBe('not-a-member')
  await accept(org, owner, act)
  const join = await joinOf(org.state.org, again, { ...invitation, act })
  expect(await attempt(org, owner, join)).toBe('already-there')
  expect(await attempt(org, owner, join, remove(old))).toBe('already-there')
  const state = await accept(org, owner, remove(old), join)
  expect(get(state.members, again.id)).toMatchObject({ replaces: old.id, teams: emptyTable, grants: emptyTable })
  expect(get(state.members, old.id)?.removedAt).toBe(state.head.sequence)
  expect(
    await attempt(org, owner, { ...(await invitationFor('member', state.time + DAY)).act, replaces: old.id }),
  ).toBe('accepted')
})

test('an invitation is open for ninety days and no longer', async () => {
  const org = await newOrg()
  const time = org.state.time + 1
  const { act } = await invitationFor('member', time + 90 * DAY)
  expect(await attemptAt(org, org.owner, time, act)).toBe('accepted')
  expect(await attemptAt(org, org.owner, time, { ...act, expires: act.expires + 1 })).toBe('too-far')
})
