import { eq } from 'drizzle-orm'
import { toBase64url } from '../../shared/bytes/base64url.ts'
import type { FolderId, ItemId } from '../../shared/bytes/ids.ts'
import { journalBody, readEntry } from '../../shared/ledger/entry.ts'
import type { FetchReply, FetchRequest } from '../../shared/protocol/sync.ts'
import type { Transaction } from './connection.ts'
import { entriesAfter, takeFitting, keyOf, lettersOf, liveParts, partsAfter, sealedOf } from './read-journal.ts'
import type { PartRevision, PartName, SizedPart } from './read-journal.ts'
import { snapshots } from './schema.ts'

type Asked = FetchRequest['journals'][number]
type Page = FetchReply['journals'][number]

/** Letters that one answer spends on journals (L8); what cannot be cut, one entry with its parts or a snapshot, may go over it once. */
export const answerRoom = 1_000_000

/**
 * Journals from where each was left, as far as there is room, and where each goes on: null at its end. Memory and answer are as large as
 * the room, not as the journals. `shown`: which parts of a folder are served.
 */
export async function journalPages(
  tx: Transaction,
  asked: readonly Asked[],
  shown: (folder: FolderId) => readonly PartName[],
): Promise<Page[]> {
  const pages: Page[] = []
  let room = answerRoom
  for (const one of asked) {
    const page = await pageOf(tx, one, shown(one.folder), room)
    room -= page.spent
    pages.push(page.page)
  }
  return pages
}

type Spent = { page: Page; spent: number }

async function pageOf(tx: Transaction, asked: Asked, shown: readonly PartName[], room: number): Promise<Spent> {
  const { folder, from, item } = asked
  const page: Page = { folder, entries: [], parts: [], snapshot: null, next: { from, item } }
  if (room <= 0) return { page, spent: 0 }
  let spent = 0
  let after = from
  let beside: { from: ItemId | null } | null = item === null ? null : { from: item }
  if (from === 0) {
    const [snapshot] = await tx.select().from(snapshots).where(eq(snapshots.folder, folder))
    if (snapshot !== undefined) {
      page.snapshot = snapshot.content
      const [first] = await entriesAfter(tx, folder, snapshot.sequence - 1, 1)
      if (first !== undefined) page.entries.push(toBase64url(first.entry))
      spent += snapshot.content.length + lettersOf(first?.entry.length ?? 0)
      after = snapshot.sequence
      beside = { from: null }
    }
  }
  if (beside !== null) {
    const came = await partsAfter(tx, folder, beside.from, shown, room - spent)
    page.parts.push(...came.parts)
    spent += came.spent
    if (came.last !== null) return { page: { ...page, next: { from: after, item: came.last } }, spent }
  }
  if (spent >= room) return { page: { ...page, next: { from: after, item: null } }, spent }
  const came = await entriesWithParts(tx, folder, after, shown, room - spent)
  page.entries.push(...came.entries)
  page.parts.push(...came.parts)
  page.next = came.upTo === null ? null : { from: came.upTo, item: null }
  return { page, spent: spent + came.spent }
}

/** Entries with the parts that they name and that still are what they name. `upTo` is the last of them, null where there are no more. */
async function entriesWithParts(
  tx: Transaction,
  folder: FolderId,
  after: number,
  shown: readonly PartName[],
  room: number,
): Promise<{ entries: string[]; parts: Page['parts']; spent: number; upTo: number | null }> {
  const rows = await entriesAfter(tx, folder, after, room)
  const named = await Promise.all(rows.map(({ entry }) => linksOf(entry)))
  const here = await liveParts(tx, folder, [...new Set(named.flatMap((links) => links.map(({ item }) => item)))])
  const chosen = new Map<string, SizedPart>()
  const served = named.map((links) =>
    links.flatMap((link) => {
      const one = here.get(keyOf(link))
      if (one === undefined || one.revision !== link.revision || !shown.includes(one.part)) return []
      if (chosen.has(keyOf(one))) return []
      chosen.set(keyOf(one), one)
      return [one]
    }),
  )
  const costs = rows.map(({ entry }, at) =>
    lettersOf(entry.length + (served[at] ?? []).reduce((sum, { size }) => sum + size, 0)),
  )
  const { taken, spent } = takeFitting(
    rows.map((row, at) => ({ row, at })),
    ({ at }) => costs[at] ?? 0,
    room,
  )
  const last = taken.at(-1)?.row
  return {
    entries: taken.map(({ row }) => toBase64url(row.entry)),
    parts: await sealedOf(tx, folder, served.slice(0, taken.length).flat()),
    spent,
    upTo: last?.more === true ? last.sequence : null,
  }
}

/** The parts that an entry leaves its items with, new or as they were. */
async function linksOf(entry: Uint8Array<ArrayBuffer>): Promise<PartRevision[]> {
  const { body } = await readEntry(journalBody, entry)
  return body.changes.flatMap(({ item, parts: links }) =>
    links === null
      ? []
      : [
          { item, part: 'overview' as const, revision: links.overview.revision },
          { item, part: 'secret' as const, revision: links.secret.revision },
        ],
  )
}
