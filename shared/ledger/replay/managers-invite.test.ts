import { get } from '../../bytes/table.ts'
import { expect, test } from 'vitest'
import { newTeamId } from '../../bytes/ids.ts'
import type { Role } from '../acts.ts'
import { accept, attempt, grant, newFolder, newMember, newOrg, newTeam, toMember } from '../testing/org.ts'
import { invitationFor, joinOf, newPerson } from '../testing/person.ts'
import { firstPolicy } from './owners.ts'

const org = await newOrg()
const { owner } = org
const [admin, manager, editor, other] = [
  await newMember(org, 'admin'),
  await newMember(org),
  await newMember(org),
  await newMember(org),
]
const [north, south] = [await newFolder(org, owner), await newFolder(org, owner)]
await accept(org, owner, grant(north, toMember(manager), 'manage'), grant(north, toMember(editor), 'edit'))
await accept(org, owner, grant(south, toMember(other), 'manage'))
const [night, day] = [await newTeam(org, manager, north), await newTeam(org, other, south)]

/** Also where it is so already, since each test may run alone. */
const allow = async (managersInvite: boolean) =>
  org.state.policy.managersInvite !== managersInvite &&
  (await accept(org, owner, { act: 'policy set', policy: { ...firstPolicy, managersInvite } }))
async function into(teams: (typeof night)[], role: Role = 'member') {
  const invitation = await invitationFor(role, org.state.time + 1_000_000)
  return { ...invitation, act: { ...invitation.act, teams } }
}

test('L2 S14: a manager invites nobody until the policy lets managers invite', async () => {
  expect(await attempt(org, manager, (await into([night])).act)).toBe('not-allowed')
  await allow(true)
  expect(await attempt(org, manager, (await into([night])).act)).toBe('accepted')
})

test('L2 S14: a manager invites members, and into teams of which they manage every home', async () => {
  await allow(true)
  expect(await attempt(org, editor, (await into([night])).act)).toBe('not-allowed')
  for (const teams of [[], [day], [night, day], [newTeamId()]])
    expect(await attempt(org, manager, (await into(teams)).act)).toBe('not-allowed')
  for (const role of ['admin', 'owner'] as const)
    expect(await attempt(org, manager, (await into([night], role)).act)).toBe('not-allowed')
  expect(await attempt(org, manager, (await into([], 'auditor')).act)).toBe('not-allowed')
  const { act } = await into([night])
  expect(await attempt(org, manager, { ...act, replaces: editor.id })).toBe('not-allowed')
  expect(await attempt(org, admin, { ...act, replaces: editor.id })).toBe('accepted')
})

test('L2 P4 S14: a manager lets in whom they invited, and nobody whom somebody else did', async () => {
  await allow(true)
  const [mine, theirs] = [await into([night]), await into([night])]
  await accept(org, manager, mine.act)
  await accept(org, admin, theirs.act)
  const newcomer = await newPerson()
  const join = await joinOf(org.state.org, newcomer, mine)
  expect(await attempt(org, other, join)).toBe('not-allowed')
  expect(await attempt(org, manager, await joinOf(org.state.org, await newPerson(), theirs))).toBe('not-allowed')
  const state = await accept(org, manager, join)
  expect(get(state.members, newcomer.id)).toMatchObject({ role: 'member' })
})

test('L2: whoever manages the team no more, or under a stricter policy, lets nobody in any more', async () => {
  await allow(true)
  const mine = await into([night])
  await accept(org, manager, mine.act)
  const join = await joinOf(org.state.org, await newPerson(), mine)
  await allow(false)
  expect(await attempt(org, manager, join)).toBe('not-allowed')
  expect(await attempt(org, admin, join)).toBe('accepted')
  await allow(true)
  await accept(org, owner, grant(north, toMember(manager), 'edit'))
  expect(await attempt(org, manager, join)).toBe('not-allowed')
})
