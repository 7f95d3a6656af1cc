import { get } from '../../bytes/table.ts'
import { newItemId } from '../../bytes/ids.ts'
import type { FolderId, ItemId } from '../../bytes/ids.ts'
import type { Change, JournalBody, PartLink } from '../entry.ts'
import { replayJournalEntry } from '../replay/journal.ts'
import { emptyJournal } from '../replay/journal-state.ts'
import type { JournalState } from '../replay/journal-state.ts'
import { Refused } from '../replay/state.ts'
import type { LedgerState } from '../replay/state.ts'
import { signJournalEntry } from '../sign-entry.ts'
import type { Org } from './org.ts'
import { someHash } from './person.ts'
import type { Person } from './person.ts'

/** One folder's journal as its tests write it. */
export type Book = { org: Org; folder: FolderId; journal: JournalState; entries: Uint8Array<ArrayBuffer>[] }

export const newBook = (org: Org, folder: FolderId): Book => ({
  org,
  folder,
  journal: emptyJournal(org.state.org, folder),
  entries: [],
})

/** A part that is new in revision `revision`, at the folder's generation. */
export const freshPart = async (revision: number, generation = 1): Promise<PartLink> => ({
  revision,
  generation,
  hash: await someHash(),
})

/** An item's change with both parts new, or its deletion. */
export async function change(revision = 1, item: ItemId = newItemId(), generation = 1): Promise<Change> {
  const parts = { overview: await freshPart(revision, generation), secret: await freshPart(revision, generation) }
  return { item, revision, parts }
}
export const deletion = (item: ItemId, revision: number): Change => ({ item, revision, parts: null })

/** What brings a deleted item back: the very parts that it had. */
export function planRestore({ journal }: Book, item: ItemId): Change {
  const old = get(journal.items, item)
  if (old === null || old.gone === null) throw new Error('not deleted')
  const link = ({ revision, generation, hash }: PartLink): PartLink => ({ revision, generation, hash })
  const parts = { overview: link(old.gone.overview), secret: link(old.gone.secret) }
  return { item, revision: old.revision + 1, parts }
}

/** The next entry as `by` signs it on the newest ledger; `otherwise` is what a test wants else in its body. */
export async function writtenBy(book: Book, by: Person, changes: Change[], otherwise: Partial<JournalBody> = {}) {
  const { org, folder, journal } = book
  return signJournalEntry(by.keys.sign, {
    org: org.state.org,
    sequence: journal.head.sequence + 1,
    previous: journal.head.hash,
    time: Math.max(org.state.time, journal.time),
    author: by.id,
    folder,
    ledger: org.state.head,
    generation: get(org.state.folders, folder)?.generations.length ?? 1,
    changes,
    ...otherwise,
  })
}

/** What a desk makes of an entry that knows the ledger as `now`, which is all of it unless a test says otherwise. */
export const judged = (
  { org }: Book,
  journal: JournalState,
  entry: Uint8Array<ArrayBuffer>,
  now: LedgerState = org.state,
) =>
  replayJournalEntry(journal, entry, {
    at: (at) => (at > now.head.sequence ? null : (org.states[at - 1] ?? null)),
    now,
  })

/** The verdict on an entry, without appending. */
export async function attemptToWrite(book: Book, by: Person, changes: Change[], otherwise: Partial<JournalBody> = {}) {
  const result = await judged(book, book.journal, (await writtenBy(book, by, changes, otherwise)).entry)
  return result instanceof Refused ? result.code : 'accepted'
}

/** Appends an entry. Throws Refused. */
export async function write(book: Book, by: Person, ...changes: Change[]): Promise<JournalState> {
  const { entry } = await writtenBy(book, by, changes)
  const result = await judged(book, book.journal, entry)
  if (result instanceof Refused) throw result
  book.journal = result.state
  book.entries.push(entry)
  book.org.journals.set(book.folder, result.state.head)
  return result.state
}

/** The verdict of a fresh desk on a whole journal as it was served. */
export async function replayed(book: Book, entries: Uint8Array<ArrayBuffer>[], now: LedgerState = book.org.state) {
  let journal = emptyJournal(book.org.state.org, book.folder)
  for (const entry of entries) {
    const result = await judged(book, journal, entry, now)
    if (result instanceof Refused) return result.code
    journal = result.state
  }
  return journal
}
