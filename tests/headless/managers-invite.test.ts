/** Where the policy lets managers invite: into their teams, and no further. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FolderId, TeamId } from '../../shared/bytes/ids.ts'
import { firstPolicy } from '../../shared/ledger/replay/owners.ts'
import type { Stack } from '../stack.ts'
import { hire, need, newFolder, newOrg, PIN } from './org.ts'
import { join, look, newPerson, refresh, sign, unlock } from './person.ts'
import type { Person } from './person.ts'

let stack: Stack
let owner: Person
let manager: Person
let other: Person
let region: FolderId
let team: TeamId

const managerOf = async (name: string, folder: FolderId) => {
  const { person, member } = await hire(stack, owner, name)
  await sign(owner, { do: 'grant', folder, to: { kind: 'member', id: member }, level: 'manage' })
  await refresh(person)
  return person
}

beforeAll(async () => {
  ;({ stack, owner } = await newOrg())
  region = await newFolder(owner, 'Nord')
  manager = await managerOf('Mona', region)
  const south = await newFolder(owner, 'Sud')
  other = await managerOf('Oscar', south)
  await sign(other, { do: 'create-team', name: 'Jour', home: south })
  team = need((await sign(manager, { do: 'create-team', name: 'Nuit', home: region })).team)
  await sign(manager, { do: 'grant', folder: region, to: { kind: 'team', id: team }, level: 'fill' })
})
afterAll(() => stack.stop())

const invite = (by: Person, name: string, teams: TeamId[]) =>
  sign(by, { do: 'invite', name, email: `${name.toLowerCase()}@atlas.example`, role: 'member', teams })
const setPolicy = async (managersInvite: boolean) => {
  await sign(owner, { do: 'set-policy', policy: { ...firstPolicy, managersInvite } })
  for (const person of [manager, other]) await refresh(person)
}
const invited = async (by: Person) =>
  (await look(by)).invitations.filter(({ name }) => name !== '').map(({ name, state }) => `${name} ${state}`)

test('without the policy a manager is offered no invitation, and none is taken from them', async () => {
  expect((await look(manager)).may.invite).toBe(false)
  await expect(invite(manager, 'Ines', [team])).rejects.toMatchObject({ code: 'not-allowed' })
})

test('M3 S14: with it they invite into their team, let the newcomer in, and another manager learns of neither', async () => {
  await setPolicy(true)
  expect((await look(manager)).may).toMatchObject({ invite: true, remove: false, setRoles: false })
  const { code } = await invite(manager, 'Ines', [team])
  await refresh(manager)
  await refresh(other)
  expect(await invited(manager)).toEqual(['Ines open'])
  expect(await invited(other)).toEqual([])

  const newcomer = newPerson()
  await join(newcomer, stack.origin, need(code), PIN)
  await refresh(manager)
  await refresh(other)
  expect(await invited(manager)).toEqual(['Ines asked'])
  expect(await invited(other)).toEqual([])
  const [asked] = (await look(manager)).invitations
  expect(asked).toMatchObject({ mayLetIn: true, mayCancel: true, mayRenew: true })
  await expect(sign(other, { do: 'approve', invitation: need(asked).invitation })).rejects.toMatchObject({
    code: 'invitation-unknown',
  })
  await sign(manager, { do: 'approve', invitation: need(asked).invitation })
  await unlock(newcomer, PIN)
  expect((await look(newcomer)).folders.map(({ name }) => name)).toEqual(['Nord'])
  await refresh(manager)
  expect((await look(manager)).people.map(({ name }) => name).sort()).toEqual(['Ines', 'Mona'])
})

test('what a manager invited stays for owners and admins once the policy is stricter', async () => {
  await invite(manager, 'Rosa', [team])
  await setPolicy(false)
  await refresh(owner)
  expect(await invited(owner)).toEqual(['Rosa open'])
  expect((await look(manager)).may.invite).toBe(false)
})
