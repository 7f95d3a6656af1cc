import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FolderId, TeamId } from '../../shared/bytes/ids.ts'
import { get, has } from '../../shared/bytes/table.ts'
import { levelOf } from '../../shared/ledger/replay/level.ts'
import { stateOf } from '../../extension/keeper/vault/vault.ts'
import type { Stack } from '../stack.ts'
import { hire, need, newFolder, newOrg, save } from './org.ts'
import { look, refresh, sign } from './person.ts'
import type { Person } from './person.ts'

// Two people manage a team's home folder: Mallory, who is in no team, and the lead, who is in this one with an agent.
let stack: Stack
let owner: Person
let [mallory, lead, agent] = [] as unknown as [Hired, Hired, Hired]
let homes: FolderId
let team: TeamId
type Hired = Awaited<ReturnType<typeof hire>>

beforeAll(async () => {
  const org = await newOrg()
  stack = org.stack
  owner = org.owner
  mallory = await hire(stack, owner, 'Mallory')
  lead = await hire(stack, owner, 'Lead')
  agent = await hire(stack, owner, 'Agent')
  homes = await newFolder(owner, 'Teams')
  for (const { member } of [mallory, lead])
    await sign(owner, { do: 'grant', folder: homes, to: { kind: 'member', id: member }, level: 'manage' })
  team = need((await sign(owner, { do: 'create-team', name: 'Banque', home: homes })).team)
  await sign(owner, { do: 'set-members', team, added: [lead.member, agent.member], removed: [] })
  const me = owner.keeper.needOpen().vault.me
  await sign(owner, { do: 'set-members', team, added: [], removed: [me] })
  for (const { person } of [mallory, lead, agent]) await refresh(person)
})
afterAll(() => stack.stop())

const stateFor = ({ person }: Hired) => stateOf(person.keeper.needOpen().vault)
const membersOf = (by: Hired) => need(get(stateFor(by).teams, team)).members

test('who manages a team’s home and is not in it may take people out there, and brings nobody in', async () => {
  const mine = async ({ person }: Hired) => need((await look(person)).teams.find((one) => one.team === team))
  expect(await mine(mallory)).toMatchObject({ managesHome: true, canManage: false })
  expect(await mine(lead)).toMatchObject({ managesHome: true, canManage: true })
  expect(await mine(agent)).toMatchObject({ managesHome: false, canManage: false })
  await refresh(mallory.person)
  const added = [owner.keeper.needOpen().vault.me]
  await expect(sign(mallory.person, { do: 'set-members', team, added, removed: [] })).rejects.toMatchObject({
    code: 'no-key',
  })
})

test('H1 S14: in the shipped console, removing a team’s lead does not bring the remover in; a colleague’s client renews the key', async () => {
  await refresh(owner)
  const bank = await newFolder(owner, 'Bank')
  const { item } = await save(owner, bank, 'Portal')
  await sign(owner, { do: 'grant', folder: bank, to: { kind: 'team', id: team }, level: 'read' })
  for (const { person } of [mallory, lead, agent]) await refresh(person)
  const wish = { do: 'set-members' as const, team, added: [mallory.member], removed: [] }
  await expect(sign(mallory.person, wish)).rejects.toMatchObject({ code: 'to-oneself' })

  await sign(mallory.person, { do: 'set-members', team, added: [], removed: [lead.member] })
  for (const { person } of [agent, mallory]) await refresh(person)
  await refresh(owner)
  for (const { person } of [agent, mallory]) await refresh(person)
  expect([has(membersOf(mallory), mallory.member), levelOf(stateFor(mallory), mallory.member, bank)]).toEqual([
    false,
    null,
  ])
  expect(need(get(stateFor(agent).teams, team))).toMatchObject({ staleSince: null, members: { count: 1 } })
  await expect(mallory.person.ask['item.read']({ folder: bank, item }, '')).rejects.toMatchObject({ name: 'Failure' })
  expect((await agent.person.ask['item.read']({ folder: bank, item }, '')).fields.password).toBe('Brume-81')
})
