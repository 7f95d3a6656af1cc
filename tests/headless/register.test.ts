/** The organisation's register: who reads every name, who counts what they cannot name, and what nobody can do about it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { draftFor, signDraft } from '../../extension/keeper/acts/submit.ts'
import { callAs } from '../../extension/keeper/desk/call-as.ts'
import { stateOf } from '../../extension/keeper/vault/vault.ts'
import { descriptionHash } from '../../shared/access/description-hash.ts'
import { toBase64url } from '../../shared/bytes/base64url.ts'
import { get } from '../../shared/bytes/table.ts'
import type { FolderId, MemberId } from '../../shared/bytes/ids.ts'
import { newWords, sealNameForRegister } from '../../shared/vault/seal-description.ts'
import type { Stack } from '../stack.ts'
import { hire, need, newFolder, newOrg, save } from './org.ts'
import { itemsIn, look, refresh, sign } from './person.ts'
import type { Person } from './person.ts'

let stack: Stack
let owner: Person
let manager: Person
let managerId: MemberId
let auditor: Person
let auditorId: MemberId
let agent: Person
let top: FolderId
let region: FolderId
let client: FolderId

const folderOf = async (person: Person, folder: FolderId) =>
  (await look(person)).folders.find((one) => one.folder === folder) ?? null
const personOf = async (viewer: Person, member: MemberId) =>
  need((await look(viewer)).people.find((one) => one.member === member))
const toMember = (id: MemberId) => ({ kind: 'member' as const, id })

beforeAll(async () => {
  ;({ stack, owner } = await newOrg())
  ;({ person: manager, member: managerId } = await hire(stack, owner, 'Mona'))
  ;({ person: auditor, member: auditorId } = await hire(stack, owner, 'Aude', 'auditor'))
  const hired = await hire(stack, owner, 'Ines')
  agent = hired.person
  top = await newFolder(owner, 'Directions')
  region = await newFolder(owner, 'Nord', top)
  await sign(owner, { do: 'grant', folder: region, to: toMember(managerId), level: 'manage' })
  await refresh(manager)
  client = await newFolder(manager, 'Banque Azur', region)
  await save(manager, client, 'Portail')
  await sign(manager, { do: 'create-team', name: 'Nuit', home: client })
  for (const one of [owner, auditor, agent]) await refresh(one)
})
afterAll(() => stack.stop())

test('D2: an auditor reads the name of a folder and a team that a manager made, with who has access, and no login', async () => {
  expect(await folderOf(auditor, client)).toMatchObject({ name: 'Banque Azur', level: null, items: 0, parent: region })
  expect((await look(auditor)).teams.map(({ name }) => name)).toEqual(['Nuit'])
  expect(await itemsIn(auditor, client)).toMatchObject({ items: [] })
  expect(auditor.keeper.needOpen().vault.folderKeys.has(client)).toBe(false)
  expect(await personOf(auditor, managerId)).toMatchObject({ unseen: { teams: 0, folders: 0 } })
})

test('D2: a member reads no name beside what is granted to them, and a manager counts who comes from above', async () => {
  expect((await look(agent)).folders).toEqual([])
  expect((await look(agent)).teams).toEqual([])
  const state = stateOf(agent.keeper.needOpen().vault)
  expect(agent.keeper.needOpen().vault.descriptions.has(need(state.register))).toBe(false)
  // The owner's grant on the folder above is nothing that the manager sees: it is counted.
  expect(await folderOf(manager, region)).toMatchObject({ parent: null, unseenAbove: 1 })
})

test('no screen has the register as a folder, and nothing can be saved in it', async () => {
  const register = need(stateOf(owner.keeper.needOpen().vault).register)
  for (const one of [owner, auditor]) expect(await folderOf(one, register)).toBe(null)
  expect(owner.keeper.needOpen().vault.folderKeys.has(register)).toBe(true)
  await expect(
    sign(owner, { do: 'grant', folder: register, to: toMember(managerId), level: 'read' }),
  ).rejects.toMatchObject({ code: 'register' })
})

test('P5 S14: a manager who seals another name for the auditors than for the team shows them none, and they are told', async () => {
  const open = manager.keeper.needOpen()
  const { draft } = await draftFor(open, { do: 'rename-folder', folder: client, name: 'Banque Azur Nord' }, [])
  const [row] = draft.descriptions
  const [act] = draft.acts
  const state = stateOf(open.vault)
  const register = need(state.register)
  const generations = need(get(state.folders, register)).generations
  const keyHash = need(generations.last).receive
  if (row?.kind !== 'folder' || act?.act !== 'folder described') throw new Error('no name')
  const at = { org: open.vault.org, kind: 'folder' as const, id: client, revision: row.revision, author: managerId }
  const place = { ...at, register, generation: generations.length, keyHash }
  const other = await sealNameForRegister(need(draft.publicKeys.get(keyHash)), place, newWords('Cantine'))
  const forged = { ...row, forRegister: toBase64url(other) }
  const acts = [{ ...act, description: await descriptionHash(forged) }]
  const { append } = await signDraft({ ...draft, acts, descriptions: [forged] })
  await callAs(open.desk, open.session, 'appendLedger', append)
  await refresh(auditor)
  expect(await folderOf(auditor, client)).toMatchObject({ name: '…' })
  const { status } = await look(auditor)
  expect(status).toMatchObject({ warnings: [{ kind: 'tampered-names', count: 1 }] })
  await refresh(manager)
  expect(await folderOf(manager, client)).toMatchObject({ name: 'Banque Azur Nord' })
  await sign(manager, { do: 'rename-folder', folder: client, name: 'Banque Azur' })
  await refresh(auditor)
  expect(await folderOf(auditor, client)).toMatchObject({ name: 'Banque Azur' })
})

test('P7: who is an auditor no more keeps no name, and opens none that is made afterwards', async () => {
  await sign(owner, { do: 'set-role', member: auditorId, role: 'member' })
  await refresh(auditor)
  expect((await look(auditor)).folders).toEqual([])
  const { vault } = auditor.keeper.needOpen()
  expect([...vault.folderNames.values(), ...vault.teamNames.values()]).toEqual([])
  expect(need(get(stateOf(vault).folders, need(stateOf(vault).register))).generations.length).toBe(2)
})
