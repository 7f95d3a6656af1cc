import { afterAll, beforeAll, expect, test } from 'vitest'
import { newItemId } from '../../shared/bytes/ids.ts'
import type { FolderId, ItemId, MemberId } from '../../shared/bytes/ids.ts'
import { callAs } from '../../extension/keeper/desk/call-as.ts'
import { stateOf } from '../../extension/keeper/vault/vault.ts'
import { get } from '../../shared/bytes/table.ts'
import type { Stack } from '../stack.ts'
import { between, fieldsOf, hire, need, newFolder, newOrg, save } from './org.ts'
import { itemsIn, refresh, sign } from './person.ts'
import type { Person } from './person.ts'

// L11: an editor deletes an item, a manager restores it. Mona manages the folder, Ed may edit, Rita reads, Paul fills.
const DAY = 24 * 3_600_000
let stack: Stack
let owner: Person
let mona: Person
let ed: Person
let rita: Person
let paul: Person
let folder: FolderId

beforeAll(async () => {
  ;({ stack, owner } = await newOrg())
  const hired: [Person, MemberId][] = []
  for (const name of ['Mona', 'Ed', 'Rita', 'Paul']) {
    const { person, member } = await hire(stack, owner, name)
    hired.push([person, member])
  }
  ;[mona, ed, rita, paul] = hired.map(([person]) => person) as [Person, Person, Person, Person]
  folder = await newFolder(owner, 'Banque')
  const levels = ['manage', 'edit', 'read', 'fill'] as const
  for (const [i, [, id]] of hired.entries())
    await sign(owner, { do: 'grant', folder, to: { kind: 'member', id }, level: need(levels[i]) })
  for (const [person] of hired) await refresh(person)
})
afterAll(() => stack.stop())

async function login(name: string): Promise<ItemId> {
  const item = newItemId()
  await save(mona, folder, name, item)
  for (const one of [ed, rita, paul]) await refresh(one)
  return item
}
async function deleteAs(person: Person, item: ItemId): Promise<void> {
  const { journal } = need(need(person.keeper.open).vault.shelves.get(folder))
  const { revision } = need(get(journal.items, item))
  expect(await person.ask['item.delete']({ folder, item, base: revision }, '')).toMatchObject({ unsent: null })
  for (const one of [mona, ed, rita, paul]) await refresh(one)
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error as { code: string }).code,
  )
const namesFor = async (person: Person) => {
  const seen = await itemsIn(person, folder)
  return 'items' in seen ? seen.items.map(({ name }) => name).sort() : seen.refused
}
const deletedFor = (person: Person) => person.ask['items.deleted']({ folder }, '')
const restore = (person: Person, item: ItemId) => person.ask['item.restore']({ folder, item }, '')

/** Asks the server directly, as a modified client could. */
async function askForDeleted(person: Person, items: ItemId[]) {
  const { desk, session } = person.keeper.needOpen()
  return callAs(desk, session, 'deleted', { folder, items })
}

test('L11: a manager restores what an editor deleted, and everybody reads and fills it as before', async () => {
  const item = await login('Portail')
  await deleteAs(ed, item)
  expect(await namesFor(mona)).toEqual([])
  const { items } = await deletedFor(mona)
  const { at, until } = need(items[0])
  const seen = { folder, path: ['Banque'], item, name: 'Portail', username: 'Portail-user', at, until }
  // Mona may not see the names of colleagues; the owner sees who deleted the item.
  expect(items).toEqual([{ ...seen, by: null }])
  await refresh(owner)
  expect(await deletedFor(owner)).toEqual({ items: [{ ...seen, by: 'Ed' }] })
  expect(Math.abs(until - at - 30 * DAY)).toBeLessThan(60_000)
  await restore(mona, item)
  for (const one of [mona, ed, rita, paul]) {
    await refresh(one)
    expect(await namesFor(one)).toEqual(['Portail'])
  }
  expect(await rita.ask['item.read']({ folder, item }, '')).toMatchObject({
    fields: fieldsOf('Portail'),
    revision: 3,
  })
  expect(await deletedFor(mona)).toEqual({ items: [] })
  // Restoring a second time changes nothing, and the item can be edited as any other.
  await restore(mona, item)
  await deleteAs(ed, item)
  expect((await deletedFor(mona)).items.map(({ name }) => name)).toEqual(['Portail'])
})

test('L11: the server shows deleted items to no member who may only edit, read or fill, and lets none restore one', async () => {
  const item = await login('Extranet')
  await deleteAs(ed, item)
  for (const one of [ed, rita, paul]) {
    expect(await codeOf(deletedFor(one))).toBe('not-allowed')
    expect(await codeOf(restore(one, item))).toBe('not-allowed')
    expect(await codeOf(askForDeleted(one, [item]))).toBe('not-allowed')
  }
  // What the server sends for a use or to a new desk does not contain it, for managers neither.
  for (const one of [ed, mona]) {
    const { desk, session } = one.keeper.needOpen()
    const body = { folder, item, purpose: 'edit' as const }
    expect(await codeOf(callAs(desk, session, 'use', body))).toBe('not-found')
    const { shelves } = one.keeper.needOpen().vault
    expect(get(need(shelves.get(folder)).journal.items, item)).toMatchObject({ parts: null })
    expect(need(shelves.get(folder)).overviews.has(item)).toBe(false)
    expect(need(shelves.get(folder)).parts.size).toBe(0)
  }
})

test('L11 P5: a wrong overview for a deleted item shows no name, and the item that the journal names is still restored', async () => {
  const [first, second] = [await login('Un'), await login('Deux')]
  for (const one of [first, second]) await deleteAs(ed, one)
  const stop = between(mona, async ({ path }, pass) => {
    const answer = await pass()
    if (path !== '/api/deleted') return answer
    const { parts } = (await answer.json()) as { parts: { item: ItemId; sealed: string }[] }
    const of = (item: ItemId) => need(parts.find((one) => one.item === item)).sealed
    const swapped = { [first]: of(second), [second]: of(first) }
    return Response.json({ parts: parts.map((one) => ({ ...one, sealed: swapped[one.item] ?? one.sealed })) })
  })
  const { items } = await deletedFor(mona)
  stop()
  expect(items.filter(({ item }) => [first, second].includes(item)).map(({ name }) => name)).toEqual([null, null])
  await restore(mona, first)
  expect(await namesFor(mona)).toContain('Un')
  await deleteAs(ed, first)
})

test('L11 P7: a deleted login is restored in a folder re-keyed since, and opens for those who have access now', async () => {
  const item = await login('Ancien')
  await deleteAs(ed, item)
  const { person: zoe, member } = await hire(stack, owner, 'Zoé')
  await sign(owner, { do: 'grant', folder, to: { kind: 'member', id: member }, level: 'edit' })
  await sign(owner, { do: 'remove-member', member })
  await refresh(mona)
  expect(need(get(stateOf(mona.keeper.needOpen().vault).folders, folder)).generations.length).toBeGreaterThan(1)
  await restore(mona, item)
  await refresh(rita)
  expect(await rita.ask['item.read']({ folder, item }, '')).toMatchObject({ fields: fieldsOf('Ancien') })
  await refresh(zoe)
  expect(zoe.keeper.open).toBeNull()
  await deleteAs(ed, item)
})

test('all folders that somebody manages are asked for what was deleted in them, and no other', async () => {
  const second = await newFolder(owner, 'Assurance')
  const { item } = await save(owner, second, 'Ailleurs')
  await owner.ask['item.delete']({ folder: second, item, base: 1 }, '')
  const here = await login('Partout')
  await deleteAs(ed, here)
  await refresh(owner)
  const namesOf = async (person: Person) =>
    (await person.ask['items.deleted']({ folder: null }, '')).items.map(({ name, path }) => [name, ...path])
  expect(await namesOf(owner)).toEqual(
    expect.arrayContaining([
      ['Ailleurs', 'Assurance'],
      ['Partout', 'Banque'],
    ]),
  )
  expect((await namesOf(mona)).filter(([name]) => name === 'Ailleurs')).toEqual([])
  for (const person of [ed, rita, paul]) expect(await namesOf(person)).toEqual([])
})
