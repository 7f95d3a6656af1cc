/** A client that ended is archived: offered and filled nowhere, for everybody; access as it was; brought back by who manages it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exactAddress } from '../../extension/messages/item-fields.ts'
import { popupView } from '../../extension/keeper/doors/views/popup.ts'
import { newItemId } from '../../shared/bytes/ids.ts'
import type { FolderId, ItemId, MemberId } from '../../shared/bytes/ids.ts'
import type { Stack } from '../stack.ts'
import { nodeDesk } from './node-desk.ts'
import { fieldsOf, hire, need, newFolder, newOrg } from './org.ts'
import { itemsIn, look, newPerson, refresh, sign } from './person.ts'
import type { Person } from './person.ts'
import { pageAt, tabOf } from './tab.ts'

const PAGE = 'https://azur.example'

let stack: Stack
let owner: Person
/** Reads the whole client. */
let agent: Person
/** Reads one folder of it alone, and sees nothing of the folder above. */
let expert: Person
let azur: FolderId
let cards: FolderId
let old: FolderId
let portal: { folder: FolderId; item: ItemId }
let inCards: { folder: FolderId; item: ItemId }
let filled: string[] = []

const tab = tabOf(
  () => [pageAt(PAGE)],
  ({ values }) => filled.push(values.username),
)

async function save(folder: FolderId, name: string) {
  const fields = { ...fieldsOf(name), urls: [exactAddress(PAGE)] }
  const { item } = await owner.ask['item.save']({ folder, item: newItemId(), base: null, fields }, '')
  return { folder, item }
}
const grant = (folder: FolderId, id: MemberId) =>
  sign(owner, { do: 'grant', folder, to: { kind: 'member', id }, level: 'read' })
const archive = (by: Person, folder: FolderId, archived = true) => sign(by, { do: 'archive-folder', folder, archived })
const howIs = async (person: Person, folder: FolderId) =>
  need((await look(person)).folders.find((one) => one.folder === folder)).archived
const offered = async (person: Person) => {
  const { here, all, near } = await person.keeper.look(() => popupView(person.keeper, PAGE))
  return { here: here.length, all: all.length, near: near.map(({ fit }) => (fit.is === 'withheld' ? fit.why : fit.is)) }
}
async function refreshAll() {
  for (const one of [owner, agent, expert]) await refresh(one)
}

beforeAll(async () => {
  ;({ stack, owner } = await newOrg())
  const top = await newFolder(owner, 'Direction')
  azur = await newFolder(owner, 'Banque Azur', top)
  cards = await newFolder(owner, 'Cartes', azur)
  old = await newFolder(owner, 'Ancien portail', azur)
  portal = await save(azur, 'portail')
  inCards = await save(cards, 'cartes')
  agent = newPerson(nodeDesk(), null, tab)
  expert = newPerson(nodeDesk(), null, tab)
  const { member } = await hire(stack, owner, 'Inès', 'member', [], agent)
  const { member: other } = await hire(stack, owner, 'Ben', 'member', [], expert)
  await grant(azur, member)
  await grant(cards, other)
  await archive(owner, old)
  await refreshAll()
})
afterAll(() => stack.stop())

test('P8: what is archived is offered and filled for nobody, also not for who sees a folder below alone', async () => {
  expect(await offered(agent)).toEqual({ here: 2, all: 2, near: [] })
  expect(await offered(expert)).toEqual({ here: 1, all: 1, near: [] })
  await archive(owner, azur)
  await refreshAll()
  expect(await offered(agent)).toEqual({ here: 0, all: 0, near: ['archived', 'archived'] })
  expect(await offered(expert)).toEqual({ here: 0, all: 0, near: ['archived'] })
  for (const [person, login] of [[agent, portal] as const, [agent, inCards] as const, [expert, inCards] as const])
    await expect(person.ask.fill({ ...login, tab: 1 }, '')).rejects.toMatchObject({ code: 'archived' })
  expect(filled).toEqual([])
})

test('access is as it was: whoever read a login reads it, and no key is renewed', async () => {
  expect(await howIs(agent, azur)).toBe('itself')
  expect(await howIs(agent, cards)).toBe('above')
  // This person does not see the folder above: for them it is the one that is archived.
  expect(await howIs(expert, cards)).toBe('itself')
  expect(await itemsIn(agent, azur)).toMatchObject({ items: [{ name: 'portail' }] })
  const read = await expert.ask['item.read'](inCards, '')
  expect(read).toMatchObject({ fields: { password: 'Brume-81' } })
  expect((await look(owner)).renewals).toEqual([])
})

test('a desk that starts again refuses still', async () => {
  const woken = newPerson(agent.desk, agent.key, tab)
  await woken.keeper.wake()
  await expect(woken.ask.fill({ ...portal, tab: 1 }, '')).rejects.toMatchObject({ code: 'archived' })
})

test('nothing goes into an archive or leaves it but by who manages it', async () => {
  await expect(archive(agent, azur, false)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(archive(owner, azur)).rejects.toMatchObject({ code: 'nothing-to-do' })
  await expect(newFolder(owner, 'Neuf', azur)).rejects.toMatchObject({ code: 'archived' })
  await expect(sign(owner, { do: 'move-folder', folder: cards, parent: null })).rejects.toMatchObject({
    code: 'archived',
  })
})

test('what is said of the client and its name change, and it stays archived', async () => {
  const { about } = need((await look(owner)).folders.find(({ folder }) => folder === azur))
  await sign(owner, { do: 'describe-client', folder: azur, about: { ...need(about), end: '2026-11-30' } })
  await sign(owner, { do: 'rename-folder', folder: azur, name: 'Banque Azur (fin)' })
  await refresh(agent)
  expect(await howIs(agent, azur)).toBe('itself')
})

test('brought back, all is offered and filled as before; what was archived by itself before stays so', async () => {
  await archive(owner, azur, false)
  await refreshAll()
  expect(await howIs(agent, azur)).toBe('no')
  expect(await howIs(expert, cards)).toBe('no')
  expect(await howIs(owner, old)).toBe('itself')
  expect(await offered(expert)).toEqual({ here: 1, all: 1, near: [] })
  filled = []
  await agent.ask.fill({ ...portal, tab: 1 }, '')
  expect(filled).toEqual(['portail-user'])
})

test('a folder that came later than the archive above it is archived too, for who sees both', async () => {
  const vault = owner.keeper.needOpen().vault
  const said = need(vault.abouts.get(azur))
  vault.abouts.set(azur, { ...said, archived: 'itself' })
  expect(await howIs(owner, cards)).toBe('above')
  vault.abouts.set(azur, said)
})
