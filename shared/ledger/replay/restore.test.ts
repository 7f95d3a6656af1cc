/** What is deleted can be brought back, by a manager alone and as it was (L11). */
import { expect, test } from 'vitest'
import { newItemId } from '../../bytes/ids.ts'
import { get } from '../../bytes/table.ts'
import {
  attemptToWrite,
  change,
  deletion,
  freshPart,
  judged,
  newBook,
  planRestore,
  write,
  writtenBy,
} from '../testing/journal.ts'
import { accept, grant, newFolder, newMember, newOrg, rekeyFolder, remove, toMember } from '../testing/org.ts'
import { startAtSnapshot } from './journal.ts'
import { readSnapshot, snapshotHash, snapshotOf } from './snapshot.ts'
import { Refused } from './state.ts'

/** A folder from which an editor has deleted what another editor wrote. */
async function emptied() {
  const org = await newOrg()
  const { owner } = org
  const [author, rogue] = [await newMember(org), await newMember(org)]
  const folder = await newFolder(org, owner)
  for (const one of [author, rogue]) await accept(org, owner, grant(folder, toMember(one), 'edit'))
  const book = newBook(org, folder)
  const item = newItemId()
  await write(book, author, await change(1, item))
  const before = get(book.journal.items, item)
  await write(book, rogue, deletion(item, 2))
  return { org, owner, author, rogue, folder, book, item, before }
}

test('L11 S14: who may edit deletes, and brings nothing back; who manages does, as it was and under its own author', async () => {
  const { owner, author, rogue, book, item, before } = await emptied()
  expect(get(book.journal.items, item)).toMatchObject({ revision: 2, parts: null, gone: before?.parts })
  const back = planRestore(book, item)
  for (const one of [author, rogue]) expect(await attemptToWrite(book, one, [back])).toBe('not-allowed')
  const { items } = await write(book, owner, back)
  expect(get(items, item)).toMatchObject({ revision: 3, parts: before?.parts, gone: null, changedBy: owner.id })
  expect(get(items, item)?.parts?.secret.author).toBe(author.id)
  // From then on it is an item as any other.
  await write(book, author, await change(4, item))
  await write(book, rogue, deletion(item, 5))
  expect(await attemptToWrite(book, owner, [planRestore(book, item)])).toBe('accepted')
})

test('L11 S7 S14: nothing else than what was there comes back: no other part, hash, revision or generation', async () => {
  const { owner, book, item } = await emptied()
  const { parts, revision } = planRestore(book, item)
  if (parts === null) throw new Error('no parts')
  const { overview, secret } = parts
  const wrong = [
    { overview, secret: await freshPart(revision) },
    { overview: await freshPart(revision), secret },
    { overview: secret, secret: overview },
    { overview: { ...overview, revision }, secret },
    { overview, secret: { ...secret, generation: 2 } },
  ]
  for (const parts of wrong)
    expect(await attemptToWrite(book, owner, [{ item, revision, parts }])).toBe('wrong-revision')
  for (const at of [revision - 1, revision + 1])
    expect(await attemptToWrite(book, owner, [{ item, revision: at, parts }])).toBe('wrong-revision')
  expect(await attemptToWrite(book, owner, [deletion(item, revision)])).toBe('wrong-revision')
})

test('L11 P7: in a folder that has a new key since, it comes back under the key that it was sealed with', async () => {
  const { org, owner, rogue, folder, book, item, before } = await emptied()
  await accept(org, owner, remove(rogue))
  expect(await attemptToWrite(book, owner, [planRestore(book, item)])).toBe('stale')
  await accept(org, owner, await rekeyFolder(org, folder))
  const { items } = await write(book, owner, planRestore(book, item))
  expect(get(items, item)?.parts).toEqual(before?.parts)
  expect(get(items, item)?.parts?.overview.generation).toBe(1)
})

test('L11 S7: a desk that starts at a snapshot knows what can be brought back, and takes nothing else for it', async () => {
  const { org, owner, author, folder, book, item } = await emptied()
  const { items } = book.journal
  const content = snapshotOf(items)
  expect(readSnapshot(content)).toEqual(items)
  const { entry } = await writtenBy(book, owner, [], { snapshot: await snapshotHash(items) })
  const ledgers = { at: (at: number) => org.states[at - 1] ?? null, now: org.state }
  const fresh = await startAtSnapshot(org.state.org, folder, entry, content, ledgers)
  if (fresh instanceof Refused) throw fresh
  book.journal = fresh
  expect(await judged(book, fresh, (await writtenBy(book, owner, [planRestore(book, item)])).entry)).toHaveProperty(
    'state',
  )
  expect(await attemptToWrite(book, author, [planRestore(book, item)])).toBe('not-allowed')
  expect(await attemptToWrite(book, owner, [await change(3, item)])).toBe('wrong-revision')
})
