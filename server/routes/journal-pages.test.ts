import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toBase64url } from '../../shared/bytes/base64url.ts'
import { newFolderId, newItemId, zero32 } from '../../shared/bytes/ids.ts'
import type { FolderId } from '../../shared/bytes/ids.ts'
import { sha256 } from '../../shared/crypto/hash.ts'
import type { LedgerHead } from '../../shared/ledger/acts.ts'
import type { FetchReply, FetchRequest } from '../../shared/protocol/sync.ts'
import { answerRoom } from '../store/journal-page.ts'
import { snapshots } from '../store/schema.ts'
import { newDesk } from '../testing/desk.ts'
import type { Desk } from '../testing/desk.ts'
import { found } from '../testing/person.ts'
import type { Person } from '../testing/person.ts'
import { folderCreated, journalBodyOf, must } from '../testing/writes.ts'
import type { Sealed } from '../testing/writes.ts'

let desk: Desk
let owner: Person
let folder: FolderId
let on: LedgerHead
const [large, small] = [newFolderId(), newFolderId()]
const items = Array.from({ length: 40 }, () => newItemId())
/** Bytes of each sealed part: with both parts of 40 items, some four answers. */
const size = 40_000

beforeAll(async () => {
  desk = await newDesk()
  owner = await found(desk)
  folder = newFolderId()
  for (const one of [folder, large, small]) await must(desk, owner, await folderCreated(one))
  on = { sequence: 0, hash: zero32 }
  for (const item of items) await write(await sealed(item, 1))
  for (const [one, bytes] of [
    [large, 65_000],
    [small, 100],
  ] as const) {
    const body = await journalBodyOf(desk, owner, one, [await sealed(newItemId(), 1, bytes)])
    expect((await desk.ask('appendJournal', body, owner)).status).toBe(200)
  }
})
afterAll(() => desk.close())

async function sealed(item: (typeof items)[number], revision: number, bytes = size): Promise<Sealed> {
  const part = async (name: 'overview' | 'secret') => {
    const blob = randomBytes(bytes)
    const link = { revision, generation: 1, hash: await sha256(blob) }
    return { link, row: { item, part: name, revision, sealed: toBase64url(blob) } }
  }
  const [overview, secret] = [await part('overview'), await part('secret')]
  const parts = { overview: overview.link, secret: secret.link }
  return { change: { item, revision, parts }, parts: [overview.row, secret.row] }
}
async function write(one: Sealed): Promise<void> {
  const { status, body } = await desk.ask(
    'appendJournal',
    await journalBodyOf(desk, owner, folder, [one], { on }),
    owner,
  )
  expect(status).toBe(200)
  on = body as LedgerHead
}

type Asked = FetchRequest['journals']
type Page = FetchReply['journals'][number]
const none = { wraps: [], descriptions: [], receiveKeys: [], profiles: [], journalHeads: [], erased: [] }
/** All pages of these journals, in the order in which they came; `between` is what happens after each answer. */
async function pagesOf(first: Asked, between: (answers: number) => Promise<void> = () => Promise.resolve()) {
  const came: Page[] = []
  let asked = first
  let answers = 0
  for (; asked.length > 0; answers++) {
    const { status, body } = await desk.ask('fetch', { ...none, journals: asked }, owner)
    expect(status).toBe(200)
    const { journals } = body as FetchReply
    // One item with both parts may be begun at the very end of the room.
    expect(JSON.stringify(journals).length).toBeLessThan(answerRoom + 200_000)
    came.push(...journals)
    asked = journals.flatMap(({ folder: of, next }) => (next === null ? [] : [{ folder: of, ...next }]))
    await between(answers)
  }
  return { came, answers }
}
const start = (of: FolderId) => ({ folder: of, from: 0, item: null })
const keys = (pages: readonly Page[]) => pages.flatMap(({ parts }) => parts.map(({ item, part }) => `${item} ${part}`))
const all = items.flatMap((item) => [`${item} overview`, `${item} secret`])

test('L8: a journal comes in answers of a bounded size, each entry and each part once', async () => {
  const { came, answers } = await pagesOf([start(folder)])
  expect(answers).toBeGreaterThan(3)
  expect(came.flatMap(({ entries }) => entries)).toHaveLength(items.length)
  expect(keys(came).sort()).toEqual([...all].sort())
})

test('L8: of many journals in one request, those for which there is no room come with the next, and none is lost', async () => {
  const { came } = await pagesOf([start(folder), start(large), start(small)])
  const nothing = { entries: [], parts: [], snapshot: null, next: { from: 0, item: null } }
  expect(came[2]).toEqual({ folder: small, ...nothing })
  for (const one of [large, small]) {
    const { came: whole } = await pagesOf([start(one)])
    expect(whole).toHaveLength(1)
    expect(came.filter((page) => page.folder === one && page.entries.length > 0)).toEqual(whole)
  }
})

test('L8: what is sealed anew while pages are fetched comes with the entry that says so', async () => {
  const [early, late] = [items[0], items.at(-1)]
  if (early === undefined || late === undefined) throw new Error('no items')
  const second = [await sealed(early, 2), await sealed(late, 2)]
  const { came } = await pagesOf([start(folder)], async (answers) => {
    if (answers === 0) for (const one of second) await write(one)
  })
  expect(came.flatMap(({ entries }) => entries)).toHaveLength(on.sequence)
  const last = new Map(came.flatMap(({ parts }) => parts).map((row) => [`${row.item} ${row.part}`, row]))
  for (const { parts } of second) for (const row of parts) expect(last.get(`${row.item} ${row.part}`)).toEqual(row)
  expect([...last.keys()].sort()).toEqual([...all].sort())
})

test('L8: beside a snapshot the parts come item by item, then what was written since', async () => {
  const content = toBase64url(randomBytes(2_000))
  await desk.database.db.insert(snapshots).values({ folder, sequence: 20, content })
  const anew = await sealed(items[7] ?? newItemId(), 2)
  const { came, answers } = await pagesOf([start(folder)], async (turn) => {
    if (turn === 1) await write(anew)
  })
  expect(answers).toBeGreaterThan(3)
  expect(came.map(({ snapshot }) => snapshot).filter((one) => one !== null)).toEqual([content])
  expect(came.flatMap(({ entries }) => entries)).toHaveLength(on.sequence - 19)
  const served = came.flatMap(({ parts }) => parts)
  expect(new Set(keys(came))).toEqual(new Set(all))
  for (const row of anew.parts) expect(served).toContainEqual(row)
})
