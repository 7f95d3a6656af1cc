/** Snapshots of a journal (P5, S7), and writes by date, by new keys, in what is closed. */
import { get } from '../../bytes/table.ts'
import { expect, test } from 'vitest'
import { rotationProof } from '../../crypto/contexts.ts'
import { newItemId } from '../../bytes/ids.ts'
import type { JournalBody } from '../entry.ts'
import { accept, grant, newFolder, newMember, newOrg, rekeyFolder, remove, toMember } from '../testing/org.ts'
import { attemptToWrite, change, deletion, judged, newBook, replayed, write, writtenBy } from '../testing/journal.ts'
import type { Book } from '../testing/journal.ts'
import { newPerson, someHash } from '../testing/person.ts'
import type { Person } from '../testing/person.ts'
import { replayJournal, startAtSnapshot } from './journal.ts'
import { emptyJournal } from './journal-state.ts'
import type { Ledgers } from './journal.ts'
import { snapshotHash, snapshotOf } from './snapshot.ts'
import { Refused } from './state.ts'

const HOUR = 3_600_000

/** A folder with a live item and a deleted one, its manager and an editor. */
async function desk() {
  const org = await newOrg()
  const editor = await newMember(org)
  const folder = await newFolder(org, org.owner)
  await accept(org, org.owner, grant(folder, toMember(editor), 'edit'))
  const book = newBook(org, folder)
  const [live, gone] = [newItemId(), newItemId()]
  await write(book, editor, await change(1, live), await change(1, gone))
  await write(book, org.owner, deletion(gone, 2))
  return { org, owner: org.owner, editor, folder, book, live, gone }
}

const snapshot = async ({ journal }: Book): Promise<Partial<JournalBody>> => ({
  snapshot: await snapshotHash(journal.items),
})

async function append(book: Book, by: Person, otherwise: Partial<JournalBody>) {
  const { entry } = await writtenBy(book, by, [], otherwise)
  const result = await judged(book, book.journal, entry)
  if (result instanceof Refused) throw result
  book.journal = result.state
  book.entries.push(entry)
  book.org.journals.set(book.folder, result.state.head)
  return entry
}

const ledgersOf = ({ org }: Book): Ledgers => ({ at: (at) => org.states[at - 1] ?? null, now: org.state })

/** What a fresh desk makes of a snapshot. */
async function started(book: Book, entry: Uint8Array<ArrayBuffer>, content: Uint8Array) {
  const result = await startAtSnapshot(book.org.state.org, book.folder, entry, content, ledgersOf(book))
  return result instanceof Refused ? result.code : result
}

test('S7: a manager’s snapshot stands when it is of what the folder holds; an editor’s never', async () => {
  const { owner, editor, book } = await desk()
  const right = await snapshot(book)
  expect(await attemptToWrite(book, owner, [], right)).toBe('accepted')
  expect(await attemptToWrite(book, editor, [], right)).toBe('not-allowed')
  expect(await attemptToWrite(book, owner, [], { snapshot: await someHash() })).toBe('wrong-snapshot')
  const before = await replayed(book, book.entries.slice(0, 1))
  if (typeof before === 'string') throw new Error(before)
  expect(await attemptToWrite(book, owner, [], await snapshot({ ...book, journal: before }))).toBe('wrong-snapshot')
  expect(await attemptToWrite(book, owner, [await change()], right)).toBe('no-acts')
})

test('S7: a fresh desk starts at a snapshot, and goes on as the others do', async () => {
  const { owner, editor, book, live, gone } = await desk()
  const content = snapshotOf(book.journal.items)
  const entry = await append(book, owner, await snapshot(book))
  const fresh = await started(book, entry, content)
  expect(fresh).toEqual(book.journal)
  if (typeof fresh === 'string') throw new Error(fresh)
  const next = await writtenBy(book, editor, [await change(2, live)])
  expect(await judged(book, fresh, next.entry)).toEqual(await judged(book, book.journal, next.entry))
  const back = await writtenBy(book, editor, [await change(1, gone)])
  expect(await judged(book, fresh, back.entry)).toMatchObject({ code: 'wrong-revision' })
})

test('S7 S14: content that is not of the snapshot’s hash starts nobody, nor does an entry that is none', async () => {
  const { org, owner, editor, folder, book, live } = await desk()
  const content = snapshotOf(book.journal.items)
  const entry = await append(book, owner, await snapshot(book))
  const forged = content.slice()
  forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1
  expect(await started(book, entry, forged)).toBe('wrong-snapshot')
  expect(await started(book, entry, new Uint8Array())).toBe('wrong-snapshot')
  const { entry: other } = await writtenBy(book, owner, [await change(2, live)])
  expect(await started(book, other, content)).toBe('wrong-snapshot')
  const { entry: unfit } = await writtenBy(book, editor, [], { snapshot: await snapshotHash(book.journal.items) })
  expect(await started(book, unfit, content)).toBe('not-allowed')
  const elsewhere = await newFolder(org, owner)
  expect(await started({ ...book, folder: elsewhere }, entry, content)).toBe('wrong-org')
  expect(await started(book, new Uint8Array([1, 2]), content)).toBe('malformed')
  await accept(org, owner, remove(editor), await rekeyFolder(org, folder))
  expect(await started(book, entry, content)).toMatchObject({ head: book.journal.head })
})

test('S7: one list of items has one form, whatever order they came in', async () => {
  const { book } = await desk()
  const content = snapshotOf(book.journal.items)
  const again = snapshotOf((await replayedTwice(book)).items)
  expect(again).toEqual(content)
})

async function replayedTwice(book: Book) {
  const again = await replayed(book, book.entries)
  if (typeof again === 'string') throw new Error(again)
  return again
}

test('P5 S14: a dated editor writes from the first moment to just before the end, by the entry’s time', async () => {
  const org = await newOrg()
  const [editor, folder] = [await newMember(org), await newFolder(org, org.owner)]
  const [from, until] = [org.state.time + HOUR, org.state.time + 2 * HOUR]
  const to = toMember(editor)
  await accept(org, org.owner, { act: 'folder granted', folder, to, level: 'edit', from, until })
  const book = newBook(org, folder)
  const changes = [await change()]
  const at = (time: number) => attemptToWrite(book, editor, changes, { time })
  expect(await at(from - 1)).toBe('not-allowed')
  expect(await at(from)).toBe('accepted')
  expect(await at(until - 1)).toBe('accepted')
  expect(await at(until)).toBe('not-allowed')
})

test('S14: an entry dated before the ledger it names is judged at the ledger’s time', async () => {
  const org = await newOrg()
  const [editor, folder] = [await newMember(org), await newFolder(org, org.owner)]
  const until = org.state.time + 2
  const to = toMember(editor)
  await accept(org, org.owner, { act: 'folder granted', folder, to, level: 'edit', from: null, until })
  await accept(org, org.owner, grant(folder, toMember(await newMember(org)), 'read'))
  const book = newBook(org, folder)
  expect(await attemptToWrite(book, editor, [await change()], { time: until - 1 })).toBe('not-allowed')
})

test('S11: who took new keys writes with them, and on a ledger before that with the old ones', async () => {
  const { org, editor, folder, book } = await desk()
  const next = await newPerson()
  const { publicKey: signKey } = next.keys.sign
  const of = { org: org.state.org, member: editor.id, generation: 2, signKey, receiveHash: next.receive }
  const proof = await next.keys.sign.sign(rotationProof(of))
  await accept(org, editor, { act: 'member keys rotated', signKey, receive: next.receive, proof })
  expect(await attemptToWrite(book, org.owner, [await change()])).toBe('stale')
  await accept(org, org.owner, await rekeyFolder(org, folder))
  const changes = [await change(1, newItemId(), 2)]
  expect(await attemptToWrite(book, editor, changes)).toBe('bad-signature')
  expect(await attemptToWrite(book, { ...editor, keys: next.keys }, changes)).toBe('accepted')
  expect(await replayed(book, book.entries)).toEqual(book.journal)
})

test('a closed folder takes no writes, nor what lies below it', async () => {
  const { org, owner, folder, book, live } = await desk()
  const child = await newFolder(org, owner, folder)
  await accept(org, owner, { act: 'folder closed', folder })
  expect(await attemptToWrite(book, owner, [await change(2, live)])).toBe('closed')
  expect(await attemptToWrite(book, owner, [], await snapshot(book))).toBe('closed')
  expect(await attemptToWrite(newBook(org, child), owner, [await change()])).toBe('closed')
  expect(get(org.state.folders, child)?.closedSince).toBeNull()
})

test('S11: a journal is read in one run, up to the first signature that is wrong', async () => {
  const { org, editor, folder, book, live } = await desk()
  const unsigned = await writtenBy(book, { ...editor, keys: org.owner.keys }, [await change(2, live)])
  const read = await replayJournal(
    emptyJournal(org.state.org, folder),
    [...book.entries, unsigned.entry],
    ledgersOf(book),
  )
  expect(read).toMatchObject({ run: [{}, {}], refused: { code: 'bad-signature' } })
})

test('no item is named twice in one entry', async () => {
  const { owner, book, live } = await desk()
  expect(await attemptToWrite(book, owner, [await change(2, live), await change(3, live)])).toBe('malformed')
})
