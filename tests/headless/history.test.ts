import { afterAll, beforeAll, expect, test } from 'vitest'
import { callAs } from '../../extension/keeper/desk/call-as.ts'
import type { FolderId, ItemId, MemberId } from '../../shared/bytes/ids.ts'
import type { Stack } from '../stack.ts'
import { fieldsOf, hire, newFolder, newOrg, save } from './org.ts'
import { refresh, sign } from './person.ts'
import type { Person } from './person.ts'

// The passwords that a login had before: made by the keeper, read by who may read, lost by no merge.
let stack: Stack
let owner: Person
let ed: Person
let paul: Person
let folder: FolderId

beforeAll(async () => {
  ;({ stack, owner } = await newOrg())
  const hired: Record<string, { person: Person; member: MemberId }> = {}
  folder = await newFolder(owner, 'Banque')
  for (const [name, level] of [
    ['Ed', 'edit'],
    ['Paul', 'fill'],
  ] as const) {
    hired[name] = await hire(stack, owner, name)
    await sign(owner, { do: 'grant', folder, to: { kind: 'member', id: hired[name].member }, level })
    await refresh(hired[name].person)
  }
  if (!hired.Ed || !hired.Paul) throw new Error('nobody')
  ed = hired.Ed.person
  paul = hired.Paul.person
})
afterAll(() => stack.stop())

const change = (by: Person, item: ItemId, base: number, from: string, to: string) =>
  by.ask['item.save']({ folder, item, base, was: fieldsOf('Portail', from), fields: fieldsOf('Portail', to) }, '')
const historyFor = async (by: Person, item: ItemId) =>
  (await by.ask['item.history']({ folder, item }, '')).history.map(({ password }) => password)

test('a password that is changed is kept with its time, and one used again is an edit that keeps the other', async () => {
  const { item } = await save(owner, folder, 'Portail')
  const first = fieldsOf('Portail').password
  await change(owner, item, 1, first, 'Marée-17')
  await change(owner, item, 2, 'Marée-17', first)
  expect(await historyFor(owner, item)).toEqual(['Marée-17', first])
  expect(await owner.ask['item.read']({ folder, item }, '')).toMatchObject({ past: 2, fields: { password: first } })
  const [newest] = (await owner.ask['item.history']({ folder, item }, '')).history
  expect(Math.abs((newest?.until ?? 0) - Date.now())).toBeLessThan(60_000)
})

test('two people who change it on the same revision lose neither: what one chose replaces what the other wrote', async () => {
  const { item } = await save(owner, folder, 'Portail')
  const first = fieldsOf('Portail').password
  await refresh(ed)
  await change(owner, item, 1, first, 'Owner-2')
  const mine = await change(ed, item, 1, first, 'Ed-2')
  expect(mine.unsent).toBe('needs-choice')
  expect((await ed.ask['unsent.settle']({ as: 'chosen', folder, item, revision: 2, theirs: [] }, '')).unsent).toBeNull()
  await refresh(owner)
  for (const one of [owner, ed]) expect(await historyFor(one, item)).toEqual(['Owner-2', first])
})

test('P5: a page cannot write a history, and an edit that leaves the password keeps what there was', async () => {
  const { item } = await save(owner, folder, 'Portail')
  await change(owner, item, 1, fieldsOf('Portail').password, 'Neuf-3')
  const fields = { ...fieldsOf('Portail', 'Neuf-3'), notes: 'x' }
  await owner.ask['item.save']({ folder, item, base: 2, was: fieldsOf('Portail', 'Neuf-3'), fields }, '')
  expect(await historyFor(owner, item)).toEqual([fieldsOf('Portail').password])
})

test('P5: who may only fill is shown no earlier password', async () => {
  const { item } = await save(owner, folder, 'Portail')
  await change(owner, item, 1, fieldsOf('Portail').password, 'Neuf-4')
  await refresh(paul)
  await expect(historyFor(paul, item)).rejects.toMatchObject({ code: 'not-allowed' })
})

test('in a witnessed folder an earlier password is a recorded use', async () => {
  const { item } = await save(owner, folder, 'Portail')
  await change(owner, item, 1, fieldsOf('Portail').password, 'Neuf-5')
  await sign(owner, { do: 'witness-folder', folder, witnessed: true })
  const uses = async () => {
    const { desk, session } = owner.keeper.needOpen()
    return (await callAs(desk, session, 'uses', { folder, before: null })).uses.filter((one) => one.item === item)
  }
  const before = (await uses()).length
  expect(await historyFor(owner, item)).toEqual([fieldsOf('Portail').password])
  expect((await uses()).slice(0, -before || undefined)).toMatchObject([{ purpose: 'read' }])
  await sign(owner, { do: 'witness-folder', folder, witnessed: false })
})

test('a note keeps a file to the byte, and a login larger than the server keeps is refused with all that was typed', async () => {
  const bytes = Buffer.alloc(100_000, 7).toString('base64url')
  const note = { ...fieldsOf('Certificat'), kind: 'note' as const, files: [{ name: 'a.p12', type: '', bytes }] }
  const { item } = await save(owner, folder, 'Vide')
  const saved = await owner.ask['item.save']({ folder, item, base: 1, was: fieldsOf('Vide'), fields: note }, '')
  expect(saved.unsent).toBeNull()
  await refresh(ed)
  expect((await ed.ask['item.read']({ folder, item }, '')).fields).toEqual(note)
  const notes = 'é'.repeat(20_000)
  const custom = Array.from({ length: 20 }, (_, i) => ({ label: String(i), value: 'x'.repeat(5_000) }))
  const large = { ...note, notes, custom }
  await expect(owner.ask['item.save']({ folder, item, base: 2, was: note, fields: large }, '')).rejects.toMatchObject({
    code: 'login-too-large',
  })
})
