import { afterEach, beforeEach, expect, test } from 'vitest'
import { newFolderId, newItemId, zero32 } from '../../shared/bytes/ids.ts'
import type { FolderId, ItemId } from '../../shared/bytes/ids.ts'
import type { LedgerHead } from '../../shared/ledger/acts.ts'
import { destroyDeleted, keptFor } from '../store/deleted-parts.ts'
import { sweep } from '../store/sweep.ts'
import { newDesk } from '../testing/desk.ts'
import type { Desk } from '../testing/desk.ts'
import { found, signIn } from '../testing/person.ts'
import type { Person } from '../testing/person.ts'
import { folderCreated, hire, itemChange, journalBodyOf, must, only } from '../testing/writes.ts'
import type { Sealed } from '../testing/writes.ts'

// L11: what the server keeps of a deleted item, for whom, and for how long.
let desk: Desk
let owner: Person
let editor: Person
let folder: FolderId
let item: ItemId
let made: Sealed
let at: LedgerHead

beforeEach(async () => {
  desk = await newDesk()
  owner = await found(desk)
  editor = await hire(desk, owner)
  folder = newFolderId()
  await must(desk, owner, await folderCreated(folder))
  await must(desk, owner, grant(editor, 'edit'))
  item = newItemId()
  made = await itemChange(item)
  at = { sequence: 0, hash: zero32 }
  await written(owner, made)
})
afterEach(() => desk.close())

const grant = ({ member }: Person, level: 'fill' | 'edit') =>
  only({ act: 'folder granted', folder, to: { kind: 'member', id: member }, level, from: null, until: null })
const deletion: () => Sealed = () => ({ change: { item, revision: 2, parts: null }, parts: [] })
const back: () => Sealed = () => ({ change: { ...made.change, revision: 3 }, parts: [] })
const bodyOf = (by: Person, sealed: Sealed) => journalBodyOf(desk, by, folder, [sealed], { on: at })
async function answerTo(by: Person, sealed: Sealed) {
  const { status, body } = await desk.ask('appendJournal', await bodyOf(by, sealed), by)
  if (status === 200) at = body as LedgerHead
  return status === 200 ? 'taken' : `${String(body.code)} ${String(body.title)}`
}
async function written(by: Person, sealed: Sealed): Promise<void> {
  expect(await answerTo(by, sealed)).toBe('taken')
}
const later = async (ahead: number) => {
  desk.clock.ahead = ahead
  for (const person of [owner, editor]) person.token = (await signIn(desk, person)).token
}
const rows = async () => (await desk.database.sql`select "part" from parts where item = ${bytesOf(item)}`).length
const bytesOf = (id: string) => Buffer.from(id, 'base64url')
const shownTo = async (by: Person, items = [item]) => (await desk.ask('deleted', { folder, items }, by)).body
const fetched = async (by: Person) => {
  const journals = [{ folder, from: 0, item: null }]
  const none = { wraps: [], descriptions: [], receiveKeys: [], profiles: [], journalHeads: [], erased: [] }
  return (await desk.ask('fetch', { ...none, journals }, by)).body.journals[0].parts as { item: ItemId }[]
}

test('L11: a deletion destroys nothing for thirty days: managers are shown the overview, nobody else anything', async () => {
  await written(editor, deletion())
  expect(await rows()).toBe(2)
  const [overview] = made.parts
  const { parts } = await shownTo(owner)
  expect(parts).toEqual([{ item, sealed: overview?.sealed, until: expect.any(Number) }])
  expect(Math.abs(parts[0].until - desk.now() - keptFor)).toBeLessThan(60_000)
  expect(await shownTo(editor)).toMatchObject({ code: 'not-allowed' })
  for (const one of [owner, editor]) expect(await fetched(one)).toEqual([])
  const use = { folder, item, purpose: 'edit' }
  for (const one of [owner, editor]) expect((await desk.ask('use', use, one)).body.code).toBe('not-found')
  await sweep(desk.database.db, desk.now() + keptFor - 60_000)
  expect(await rows()).toBe(2)
})

test('L11: a manager’s entry brings it back whole, an editor’s is refused, and nothing comes along with it', async () => {
  await written(editor, deletion())
  expect(await answerTo(editor, back())).toBe('refused not-allowed')
  expect(await answerTo(owner, { ...back(), parts: made.parts })).toMatch(/^bad-request/)
  await written(owner, back())
  expect((await fetched(editor)).length).toBe(2)
  expect(await shownTo(owner)).toEqual({ parts: [] })
  await sweep(desk.database.db, desk.now() + 2 * keptFor)
  expect(await rows()).toBe(2)
})

test('L11: after thirty days it is shown to nobody and not brought back, swept or not; then it is destroyed', async () => {
  await written(editor, deletion())
  await later(keptFor + 60_000)
  expect(await shownTo(owner)).toEqual({ parts: [] })
  expect(await answerTo(owner, back())).toMatch(/^parts-destroyed/)
  await sweep(desk.database.db, desk.now())
  expect(await rows()).toBe(0)
  expect(await answerTo(owner, back())).toMatch(/^parts-destroyed/)
  // Nothing of the refused entries has landed.
  await written(owner, await itemChange())
})

test('L11 M2: what a repair brings again, a deletion or a restoral, settles the parts as it was, from its own day on', async () => {
  const again = newFolderId()
  await must(desk, owner, await folderCreated(again))
  const repair = async (by: Person, { change, parts }: Sealed, days: number, on?: LedgerHead): Promise<LedgerHead> => {
    const time = desk.now() - days * 24 * 3_600_000
    const sealed = [{ change, parts }]
    const { entry } = await journalBodyOf(desk, by, again, sealed, on === undefined ? { time } : { time, on })
    const { status, body } = await desk.ask('repairJournal', { folder: again, entries: [entry], parts }, owner)
    expect([status, body.lacking]).toEqual([200, []])
    return body.head
  }
  const shown = async () => (await desk.ask('deleted', { folder: again, items: [item] }, owner)).body.parts
  const first = await repair(owner, made, 9)
  const deleted = await repair(owner, deletion(), 8, first)
  const [{ until }] = await shown()
  expect(Math.abs(until - desk.now() - keptFor + 8 * 24 * 3_600_000)).toBeLessThan(60_000)
  const restored = await repair(owner, back(), 7, deleted)
  expect(await shown()).toEqual([])
  await destroyDeleted(desk.database.db, desk.now() + 2 * keptFor)
  // A repair with nothing to give leaves it so.
  const { body } = await desk.ask('repairJournal', { folder: again, entries: [], parts: [] }, owner)
  expect(body).toMatchObject({ head: restored, lacking: [] })
})
