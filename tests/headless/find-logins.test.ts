/** Ctrl+K: what a search over every folder is given to search. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FolderId } from '../../shared/bytes/ids.ts'
import type { Stack } from '../stack.ts'
import { fieldsOf, hire, newFolder, newOrg, save } from './org.ts'
import { refresh, sign } from './person.ts'
import type { Person } from './person.ts'

let stack: Stack
let owner: Person
let agent: Person
let bank: FolderId

beforeAll(async () => {
  ;({ stack, owner } = await newOrg())
  const hired = await hire(stack, owner, 'Ines')
  agent = hired.person
  bank = await newFolder(owner, 'Banque')
  await save(owner, bank, 'Portail')
  await save(owner, bank, 'Agenda')
  await save(owner, await newFolder(owner, 'Secret'), 'Coffre')
  await sign(owner, { do: 'grant', folder: bank, to: { kind: 'member', id: hired.member }, level: 'fill' })
  await refresh(agent)
})
afterAll(() => stack.stop())

const found = async (person: Person) => person.ask['logins.find'](null, '')

test('a search is given every login that the person reaches, by name, and no secret', async () => {
  expect((await found(owner)).map(({ name }) => name)).toEqual(['Agenda', 'Coffre', 'Portail'])
  const { username, urls } = fieldsOf('Agenda')
  expect((await found(agent))[0]).toEqual({
    folder: bank,
    item: expect.any(String),
    name: 'Agenda',
    username,
    kind: 'login',
    also: urls.map(({ address }) => address).join(' '),
  })
})

test('a login of a folder that the person does not reach is not among them', async () => {
  expect((await found(agent)).map(({ name }) => name)).toEqual(['Agenda', 'Portail'])
})

test('P10: a locked desk searches nothing', async () => {
  await agent.ask.lock(null, '')
  await expect(found(agent)).rejects.toMatchObject({ code: 'locked' })
})
