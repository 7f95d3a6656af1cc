/** What a folder says of its client: who reads it, who does not, that names and it are kept apart, and its colour. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FolderId, MemberId } from '../../shared/bytes/ids.ts'
import { plainClient } from '../../shared/vault/about-client.ts'
import type { Stack } from '../stack.ts'
import { hire, need, newFolder, newOrg } from './org.ts'
import { look, newPerson, refresh, sign } from './person.ts'
import type { Person } from './person.ts'

let stack: Stack
let owner: Person
let agent: Person
let agentId: MemberId
let admin: Person
let auditor: Person
let azur: FolderId

const about = {
  hue: 9,
  start: '2026-01-01',
  end: '2026-12-31',
  sensitive: true,
  contact: 'Zoé Martin\n01 23 45 67 89',
  channels: ['chat', 'voix'],
}
const see = async (person: Person, folder: FolderId) =>
  need((await look(person)).folders.find((one) => one.folder === folder))

beforeAll(async () => {
  ;({ stack, owner } = await newOrg())
  ;({ person: agent, member: agentId } = await hire(stack, owner, 'Ines'))
  ;({ person: admin } = await hire(stack, owner, 'Adam', 'admin'))
  ;({ person: auditor } = await hire(stack, owner, 'Aude', 'auditor'))
  azur = await newFolder(owner, 'Banque Azur')
  await sign(owner, { do: 'grant', folder: azur, to: { kind: 'member', id: agentId }, level: 'fill' })
  await sign(owner, { do: 'describe-client', folder: azur, about })
  for (const one of [agent, admin, auditor]) await refresh(one)
})
afterAll(() => stack.stop())

test('who fills here reads contract, contact and channels of the client; the name is as it was', async () => {
  expect(await see(owner, azur)).toMatchObject({ name: 'Banque Azur', hue: 9, about })
  expect(await see(agent, azur)).toMatchObject({ name: 'Banque Azur', hue: 9, about })
})

test('P1: who reads the name by the register reads nothing else of the client', async () => {
  for (const one of [admin, auditor]) {
    expect(await see(one, azur)).toMatchObject({ name: 'Banque Azur', level: null, about: null })
    expect(JSON.stringify(await look(one))).not.toContain('Martin')
  }
})

test('a new name leaves what is said of the client, and what is said leaves the name', async () => {
  await sign(owner, { do: 'rename-folder', folder: azur, name: 'Banque Azur SA' })
  expect(await see(owner, azur)).toMatchObject({ name: 'Banque Azur SA', about })
  await sign(owner, { do: 'describe-client', folder: azur, about: { ...about, sensitive: false } })
  await refresh(agent)
  expect(await see(agent, azur)).toMatchObject({
    name: 'Banque Azur SA',
    about: { contact: about.contact, sensitive: false },
  })
})

test('a worker that starts again knows it from the disk, and one who is let in later from the folder’s own key', async () => {
  const woken = newPerson(agent.desk, agent.key)
  await woken.keeper.wake()
  expect(woken.keeper.needOpen().vault.abouts.get(azur)?.channels).toEqual(['chat', 'voix'])
  expect(await see(woken, azur)).toMatchObject({ about: { channels: ['chat', 'voix'] } })
  const member = need((await look(owner)).people.find(({ name }) => name === 'Adam')).member
  await sign(owner, { do: 'grant', folder: azur, to: { kind: 'member', id: member }, level: 'read' })
  await refresh(admin)
  expect(await see(admin, azur)).toMatchObject({ about: { contact: about.contact } })
  await sign(owner, { do: 'revoke', folder: azur, to: { kind: 'member', id: member } })
  await refresh(admin)
  expect(await see(admin, azur)).toMatchObject({ name: 'Banque Azur SA', about: null })
})

test('who does not manage the folder says nothing of the client', async () => {
  await expect(sign(agent, { do: 'describe-client', folder: azur, about })).rejects.toMatchObject({
    code: 'not-allowed',
  })
})

test('twelve new clients side by side have twelve colours', async () => {
  const top = await newFolder(owner, 'Nord')
  const made: FolderId[] = []
  for (let at = 0; at < 12; at += 1) made.push(await newFolder(owner, `Client ${String(at)}`, top))
  const hues = await Promise.all(made.map(async (folder) => (await see(owner, folder)).hue))
  expect(new Set(hues).size).toBe(12)
  expect((await see(owner, need(made[0]))).about).toEqual(plainClient(need(hues[0])))
})
