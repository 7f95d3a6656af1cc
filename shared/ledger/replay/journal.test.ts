import { get } from '../../bytes/table.ts'
import { expect, test } from 'vitest'
import { split } from '../../bytes/encode.ts'
import { newFolderId, newItemId, newMemberId, signature, zero32 } from '../../bytes/ids.ts'
import type { ItemId } from '../../bytes/ids.ts'
import { packEntry } from '../entry.ts'
import {
  accept,
  grant,
  newFolder,
  newMember,
  newOrg,
  rekeyFolder,
  remove,
  revoke,
  signedBy,
  toMember,
} from '../testing/org.ts'
import {
  attemptToWrite,
  change,
  deletion,
  freshPart,
  judged,
  newBook,
  replayed,
  write,
  writtenBy,
} from '../testing/journal.ts'
import type { Book } from '../testing/journal.ts'
import { newPerson, someHash } from '../testing/person.ts'
import type { Person } from '../testing/person.ts'
import { isShortened } from './journal.ts'
import { Refused } from './state.ts'

/** A folder with a journal of one item, an editor, a reader, and somebody who fills. */
async function desk() {
  const org = await newOrg()
  const [editor, reader, filler] = [await newMember(org), await newMember(org), await newMember(org)]
  const folder = await newFolder(org, org.owner)
  const grants = [
    grant(folder, toMember(editor), 'edit'),
    grant(folder, toMember(reader), 'read'),
    grant(folder, toMember(filler), 'fill'),
  ]
  await accept(org, org.owner, ...grants)
  const book = newBook(org, folder)
  const item = newItemId()
  await write(book, editor, await change(1, item))
  return { org, owner: org.owner, editor, reader, filler, folder, book, item }
}

/** The item's parts, which a later revision may leave as they are. */
function partsOf({ journal }: Book, item: ItemId) {
  const parts = get(journal.items, item)?.parts
  if (parts === undefined || parts === null) throw new Error('no such item')
  const link = ({ revision, generation, hash }: typeof parts.overview) => ({ revision, generation, hash })
  return { overview: link(parts.overview), secret: link(parts.secret) }
}

const entryVerdict = async (book: Book, entry: Uint8Array<ArrayBuffer>) => {
  const result = await judged(book, book.journal, entry)
  return result instanceof Refused ? result.code : 'accepted'
}

test('an editor writes, changes and deletes items, and the journal says who and when', async () => {
  const { editor, owner, book, item } = await desk()
  const second = newItemId()
  await write(book, owner, await change(2, item), await change(1, second))
  const { head, items } = await write(book, editor, deletion(item, 3))
  expect(head.sequence).toBe(3)
  expect(get(items, item)).toMatchObject({ revision: 3, parts: null, changedBy: editor.id })
  expect(get(items, second)?.parts?.overview).toMatchObject({ revision: 1, generation: 1, author: owner.id })
  expect(await replayed(book, book.entries)).toEqual(book.journal)
})

test('P5 S5: an entry of another org, folder or place in the chain is refused', async () => {
  const { org, editor, book } = await desk()
  const other = await newOrg()
  const elsewhere = await newFolder(org, org.owner)
  const changes = [await change()]
  const verdict = async (otherwise: Parameters<typeof attemptToWrite>[3]) =>
    attemptToWrite(book, editor, changes, otherwise)
  expect(await verdict({})).toBe('accepted')
  expect(await verdict({ org: other.state.org })).toBe('wrong-org')
  expect(await verdict({ folder: elsewhere })).toBe('wrong-org')
  expect(await verdict({ sequence: 1 })).toBe('wrong-sequence')
  expect(await verdict({ sequence: 3 })).toBe('wrong-sequence')
  expect(await verdict({ previous: zero32 })).toBe('wrong-previous')
  expect(await verdict({ time: book.journal.time - 1 })).toBe('time-runs-back')
  expect(await verdict({ changes: [] })).toBe('no-acts')
  const unknown = newBook(org, newFolderId())
  expect(await attemptToWrite(unknown, editor, changes)).toBe('unknown-folder')
})

test('P4 S14: only who may edit there writes, also with the server’s help', async () => {
  const { org, owner, editor, reader, filler, book } = await desk()
  const changes = [await change()]
  expect(await attemptToWrite(book, owner, changes)).toBe('accepted')
  for (const one of [reader, filler]) expect(await attemptToWrite(book, one, changes)).toBe('not-allowed')
  expect(await attemptToWrite(book, await newPerson(), changes)).toBe('unknown-author')
  const elsewhere = newBook(org, await newFolder(org, owner))
  expect(await attemptToWrite(elsewhere, editor, changes)).toBe('not-allowed')
  expect(await attemptToWrite(book, reader, changes, { author: editor.id })).toBe('bad-signature')
  expect(await attemptToWrite(book, editor, changes, { author: newMemberId() })).toBe('unknown-author')
})

test('P5 S11: a signature of the ledger, of another entry, or none, is not one of the journal', async () => {
  const { org, owner, book } = await desk()
  const { entry } = await writtenBy(book, owner, [await change()])
  const [body] = split(entry).fields
  if (body === undefined) throw new Error('no entry')
  const ledger = await signedBy(org, owner, [await rekeyFolder(org, book.folder)])
  const [, by] = split(ledger.entry).fields
  expect(await entryVerdict(book, packEntry(body, signature.read(by ?? new Uint8Array())))).toBe('bad-signature')
  expect(await entryVerdict(book, packEntry(body, signature.read(new Uint8Array(64))))).toBe('bad-signature')
  expect(await entryVerdict(book, ledger.entry)).toBe('malformed')
  expect(await entryVerdict(book, new Uint8Array([...entry, 0]))).toBe('malformed')
  expect(await entryVerdict(book, new Uint8Array())).toBe('malformed')
})

test('P5 S8: an entry names a ledger that this desk verified, with its hash, and never an older one than before', async () => {
  const { org, owner, editor, folder, book } = await desk()
  const changes = [await change()]
  const [before, head] = [org.states.at(-2)?.head, org.state.head]
  if (before === undefined) throw new Error('no ledger')
  const naming = async (ledger: typeof head) => attemptToWrite(book, editor, changes, { ledger })
  expect(await naming({ ...head, hash: await someHash() })).toBe('wrong-ledger-head')
  expect(await naming({ ...head, sequence: before.sequence })).toBe('wrong-ledger-head')
  expect(await naming({ ...head, sequence: head.sequence + 1 })).toBe('wrong-ledger-head')
  expect(await naming({ sequence: 0, hash: zero32 })).toBe('wrong-ledger-head')
  await accept(org, owner, grant(folder, toMember(await newMember(org)), 'read'))
  expect(await naming(head)).toBe('accepted')
  await write(book, owner, await change())
  expect(await naming(head)).toBe('before-the-cut')
})

test('a right is judged where the entry stands in the ledger: who got it later had none then', async () => {
  const { org, owner, reader, folder, book } = await desk()
  const head = org.state.head
  await accept(org, owner, grant(folder, toMember(reader), 'edit'))
  const changes = [await change()]
  expect(await attemptToWrite(book, reader, changes, { ledger: head })).toBe('not-allowed')
  expect(await attemptToWrite(book, reader, changes)).toBe('accepted')
})

/** Who could edit until the ledger said otherwise: three ways to lose it. */
const endings: [string, (at: Awaited<ReturnType<typeof desk>>) => Promise<unknown>][] = [
  ['removed', ({ org, owner, editor }) => accept(org, owner, remove(editor))],
  ['lowered to read', ({ org, owner, editor, folder }) => accept(org, owner, grant(folder, toMember(editor), 'read'))],
  ['revoked', ({ org, owner, editor, folder }) => accept(org, owner, revoke(folder, toMember(editor)))],
]
test.each(endings)(
  'S14: an editor who was %s forges nothing with an old ledger and the server’s help',
  async (_, end) => {
    const at = await desk()
    const { org, owner, editor, book, folder, item } = at
    const last = org.state.head
    await end(at)
    const forged = [await change(2, item)]
    expect(await attemptToWrite(book, editor, forged)).toBe('not-allowed')
    expect(await attemptToWrite(book, editor, forged, { ledger: last })).toBe('past-the-cut')
    if (get(org.state.folders, folder)?.staleSince !== null) await accept(org, owner, await rekeyFolder(org, folder))
    expect(await attemptToWrite(book, editor, forged, { ledger: last, generation: 1 })).toBe('past-the-cut')
    await write(book, owner, await change(2, item, get(org.state.folders, folder)?.generations.length))
    expect(await attemptToWrite(book, editor, [await change(3, item)], { ledger: last, generation: 1 })).toBe(
      'before-the-cut',
    )
  },
)

test('S7 S14: what stood at the cut cannot be rewritten by who was removed', async () => {
  const { org, owner, editor, book, item } = await desk()
  await write(book, owner, await change(2, item))
  const before = { ...book, journal: await firstOf(book) }
  const forged = await writtenBy(before, editor, [await change(2, item)])
  await accept(org, owner, remove(editor))
  expect(await replayed(book, book.entries)).toEqual(book.journal)
  expect(await replayed(book, [...book.entries.slice(0, 1), forged.entry])).toBe('wrong-previous')
})

test('S7: nobody writes behind a cut on a ledger that knows of it', async () => {
  const { org, owner, editor, book, item } = await desk()
  const before = { ...book, journal: book.journal }
  await write(book, owner, await change(2, item))
  await accept(org, owner, grant(book.folder, toMember(editor), 'read'))
  const late = await writtenBy(before, owner, [await change(2, item)])
  expect(await replayed(book, [...book.entries.slice(0, 1), late.entry])).toBe('before-the-cut')
})

test('P7 S10: a stale folder takes no writes, and after its re-key only writes under the newest key', async () => {
  const { org, owner, reader, folder, book, item } = await desk()
  await accept(org, owner, remove(reader))
  expect(await attemptToWrite(book, owner, [await change(2, item)])).toBe('stale')
  await accept(org, owner, await rekeyFolder(org, folder))
  const old = [await change(2, item, 1)]
  expect(await attemptToWrite(book, owner, old, { generation: 1 })).toBe('wrong-generation')
  expect(await attemptToWrite(book, owner, [await change(2, item, 3)], { generation: 3 })).toBe('wrong-generation')
  expect(await attemptToWrite(book, owner, old)).toBe('wrong-revision')
  expect(await attemptToWrite(book, owner, [await change(2, item, 2)])).toBe('accepted')
})

test('S7: no revision is left out, told twice, or brought back as another', async () => {
  const { owner, editor, book, item } = await desk()
  for (const revision of [0, 1, 3])
    expect(await attemptToWrite(book, editor, [await change(revision, item)])).toBe('wrong-revision')
  expect(await attemptToWrite(book, editor, [await change(2)])).toBe('wrong-revision')
  expect(await attemptToWrite(book, editor, [deletion(newItemId(), 1)])).toBe('wrong-revision')
  await write(book, editor, deletion(item, 2))
  expect(await attemptToWrite(book, editor, [await change(1, item)])).toBe('wrong-revision')
  expect(await attemptToWrite(book, owner, [await change(3, item)])).toBe('wrong-revision')
  expect(await attemptToWrite(book, editor, [await change(3, item)])).toBe('not-allowed')
  expect(await attemptToWrite(book, editor, [deletion(item, 3)])).toBe('wrong-revision')
})

test('P5 S5: a part that did not change keeps its revision, generation and author', async () => {
  const { org, owner, editor, folder, book, item } = await desk()
  const { overview, secret } = partsOf(book, item)
  await accept(org, owner, await rekeyFolder(org, folder))
  const fresh = await freshPart(2, 2)
  const verdict = async (parts: { overview: typeof secret; secret: typeof secret }) =>
    attemptToWrite(book, owner, [{ item, revision: 2, parts }])
  expect(await verdict({ overview, secret: { ...secret, revision: 2, generation: 2 } })).toBe('wrong-revision')
  expect(await verdict({ overview, secret: { ...secret, generation: 2 } })).toBe('wrong-revision')
  expect(await verdict({ overview: secret, secret: fresh })).toBe('wrong-revision')
  expect(await verdict({ overview, secret: { ...fresh, revision: 1 } })).toBe('wrong-revision')
  expect(await verdict({ overview, secret: { ...fresh, generation: 1 } })).toBe('wrong-revision')
  const { items } = await write(book, owner, { item, revision: 2, parts: { overview, secret: fresh } })
  expect(get(items, item)?.parts?.overview).toEqual({ ...overview, author: editor.id })
  expect(get(items, item)?.parts?.secret).toEqual({ ...fresh, author: owner.id })
})

test('S7: a journal with an entry dropped, doubled or out of order is refused', async () => {
  const { editor, book, item } = await desk()
  await write(book, editor, await change(2, item))
  await write(book, editor, await change())
  const [first, second, third] = book.entries
  if (first === undefined || second === undefined || third === undefined) throw new Error('no journal')
  expect(await replayed(book, [first, third])).toBe('wrong-sequence')
  expect(await replayed(book, [second, third])).toBe('wrong-sequence')
  expect(await replayed(book, [first, second, second])).toBe('wrong-sequence')
  expect(await replayed(book, [first, third, second])).toBe('wrong-sequence')
  expect(await replayed(book, [first, second, third])).toEqual(book.journal)
})

test('S7: a journal served short of a cut shows, until the rest comes', async () => {
  const { org, owner, reader, editor, book, item } = await desk()
  const short = book.journal
  await write(book, editor, await change(2, item))
  expect(isShortened(org.state, short)).toBe(false)
  await accept(org, owner, remove(reader))
  expect(isShortened(org.state, short)).toBe(true)
  expect(isShortened(org.state, newBook(org, book.folder).journal)).toBe(true)
  expect(isShortened(org.state, book.journal)).toBe(false)
})

test('S7 S8: a desk that read on before a cut sees that the cut tells another story', async () => {
  const { org, owner, reader, editor, book, item } = await desk()
  const forked = await readOn(book, editor, item)
  await write(book, owner, await change(2, item))
  await accept(org, owner, remove(reader))
  expect(isShortened(org.state, forked)).toBe(true)
  expect(isShortened(org.state, book.journal)).toBe(false)
})

test('S7 S8: a desk that holds more than a cut tells of sees that something was dropped', async () => {
  const { org, owner, reader, editor, book, item } = await desk()
  const longer = await readOn(book, editor, item)
  await accept(org, owner, remove(reader))
  expect(isShortened(org.state, longer)).toBe(true)
  await accept(org, owner, await rekeyFolder(org, book.folder))
  expect(isShortened(org.state, await write(book, owner, await change(2, item, 2)))).toBe(false)
})

/** The journal with one more entry that this desk alone was served. */
async function readOn(book: Book, by: Person, item: Parameters<typeof deletion>[0]) {
  const result = await judged(book, book.journal, (await writtenBy(book, by, [await change(2, item)])).entry)
  if (result instanceof Refused) throw result
  return result.state
}

async function firstOf(book: Book) {
  const journal = await replayed(book, book.entries.slice(0, 1))
  if (typeof journal === 'string') throw new Error(journal)
  return journal
}
