/** The register of one folder: who manages the folder holds its key and nobody else, whatever happens to them. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stateOf } from '../../extension/keeper/vault/vault.ts'
import type { FolderId, MemberId } from '../../shared/bytes/ids.ts'
import { get } from '../../shared/bytes/table.ts'
import { registerOf } from '../../shared/ledger/replay/level.ts'
import type { Stack } from '../stack.ts'
import { hire, need, newFolder, newOrg, save } from './org.ts'
import { look, refresh, sign } from './person.ts'
import type { Person } from './person.ts'

let stack: Stack
let owner: Person
let lead: Person
let leadId: MemberId
let agent: Person
let client: FolderId
let register: FolderId

const toMember = (id: MemberId) => ({ kind: 'member' as const, id })
const stateFor = (person: Person) => stateOf(person.keeper.needOpen().vault)
const holds = (person: Person) => person.keeper.needOpen().vault.folderKeys.get(register)?.size ?? 0

beforeAll(async () => {
  ;({ stack, owner } = await newOrg())
  ;({ person: lead, member: leadId } = await hire(stack, owner, 'Lea'))
  const hired = await hire(stack, owner, 'Ines')
  agent = hired.person
  const region = await newFolder(owner, 'Nord')
  client = await newFolder(owner, 'Banque Azur', region)
  await save(owner, client, 'Portail')
  await sign(owner, { do: 'grant', folder: client, to: toMember(hired.member), level: 'edit' })
  register = need((await sign(owner, { do: 'create-register', folder: client })).folder)
  await sign(owner, { do: 'grant', folder: client, to: toMember(leadId), level: 'manage' })
  for (const one of [owner, lead, agent]) await refresh(one)
})
afterAll(() => stack.stop())

test('P4: its key reaches who comes to manage the folder, by whoever manages it already, and no editor', async () => {
  await refresh(owner)
  await refresh(lead)
  expect([holds(owner), holds(lead), holds(agent)]).toEqual([1, 1, 0])
  expect(registerOf(stateFor(agent), client)).toBe(register)
  expect((await look(agent)).folders.map(({ name }) => name)).toEqual(['Banque Azur'])
  expect((await look(lead)).folders).toMatchObject([{ name: 'Banque Azur', hasRegister: true }])
})

test('P7: who manages the folder no more opens nothing new in its register, though they still edit there', async () => {
  await sign(owner, { do: 'grant', folder: client, to: toMember(leadId), level: 'edit' })
  for (const one of [owner, lead]) await refresh(one)
  const found = need(get(stateFor(owner).folders, register))
  expect([found.staleSince, found.generations.length, holds(owner), holds(lead)]).toEqual([null, 2, 2, 0])
})

test('a folder is deleted with its register, by who stands above it', async () => {
  const spare = await newFolder(owner, 'Cantine')
  await sign(owner, { do: 'create-register', folder: spare })
  await sign(owner, { do: 'delete-folder', folder: spare })
  expect((await look(owner)).folders.map(({ name }) => name)).not.toContain('Cantine')
})
