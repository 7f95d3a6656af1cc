import { and, asc, eq, gt, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm'
import type { FolderId, ItemId } from '../../shared/bytes/ids.ts'
import type { Part } from '../../shared/protocol/objects.ts'
import type { Transaction } from './connection.ts'
import { journalEntries, parts } from './schema.ts'

export type PartName = Part['part']
/** A part at the revision that an entry names. */
export type PartRevision = { item: ItemId; part: PartName; revision: number }
/** A part that lives, and its size in bytes. */
export type SizedPart = PartRevision & { size: number }
/** `more`: whether another follows. */
type Entry = { sequence: number; entry: Uint8Array<ArrayBuffer>; more: boolean }

/** What one statement looks at. */
const mostRows = 1_000

export const lettersOf = (bytes: number) => Math.ceil((bytes * 4) / 3)
export const keyOf = ({ item, part }: Pick<SizedPart, 'item' | 'part'>) => `${item} ${part}`

/** As many as there is room for, in order: at least one, so that whoever asks again gets on. */
export function takeFitting<T>(
  all: readonly T[],
  costOf: (one: T) => number,
  room: number,
): { taken: T[]; spent: number } {
  const taken: T[] = []
  let spent = 0
  for (const one of all) {
    const cost = costOf(one)
    if (taken.length > 0 && spent + cost > room) break
    taken.push(one)
    spent += cost
  }
  return { taken, spent }
}

/** Entries after `from`, in order: at least one where there is any, then up to so many bytes in all. */
export function entriesAfter(tx: Transaction, folder: FolderId, from: number, bytes: number): Promise<Entry[]> {
  const { sequence, entry } = journalEntries
  const next = tx
    .select({
      sequence,
      before: sql<number>`sum(length(${entry})) over (order by ${sequence}) - length(${entry})`.as('before'),
      more: sql<boolean>`lead(${sequence}) over (order by ${sequence}) is not null`.as('more'),
    })
    .from(journalEntries)
    .where(and(eq(journalEntries.folder, folder), gt(sequence, from)))
    .orderBy(asc(sequence))
    .limit(mostRows)
    .as('next')
  return tx
    .select({ sequence: next.sequence, entry, more: next.more })
    .from(next)
    .innerJoin(journalEntries, and(eq(journalEntries.folder, folder), eq(sequence, next.sequence)))
    .where(lt(next.before, bytes))
    .orderBy(asc(next.sequence))
}

/**
 * The parts of the items that follow `after` (null: from the first), for a desk that starts at a snapshot. A part that is
 * sealed again meanwhile comes a second time, with the entry that changed it. `last`: the item to continue after, null at
 * the end.
 */
export async function partsAfter(
  tx: Transaction,
  folder: FolderId,
  after: ItemId | null,
  shown: readonly PartName[],
  room: number,
): Promise<{ parts: Part[]; spent: number; last: ItemId | null }> {
  const { item, part, revision, sealed } = parts
  const wanted = and(
    eq(parts.folder, folder),
    isNull(parts.deletedAt),
    inArray(part, shown),
    after === null ? undefined : gt(item, after),
  )
  const rows = await tx
    .select({ item, size: sql<number>`sum(length(${sealed}))::int` })
    .from(parts)
    .where(wanted)
    .groupBy(item)
    .orderBy(asc(item))
    .limit(mostRows)
  const { taken, spent } = takeFitting(rows, ({ size }) => lettersOf(size), room)
  const last = taken.at(-1)?.item
  if (last === undefined) return { parts: [], spent, last: null }
  const found = await tx
    .select({ item, part, revision, sealed })
    .from(parts)
    .where(and(wanted, lte(item, last)))
    .orderBy(asc(item), asc(part))
  return { parts: found, spent, last: taken.length < rows.length || rows.length === mostRows ? last : null }
}

export async function liveParts(tx: Transaction, folder: FolderId, items: ItemId[]): Promise<Map<string, SizedPart>> {
  if (items.length === 0) return new Map()
  const { item, part, revision, sealed } = parts
  const rows = await tx
    .select({ item, part, revision, size: sql<number>`length(${sealed})` })
    .from(parts)
    .where(and(eq(parts.folder, folder), isNull(parts.deletedAt), inArray(item, items)))
  return new Map(rows.map((row) => [keyOf(row), row]))
}

export async function sealedOf(tx: Transaction, folder: FolderId, wanted: readonly SizedPart[]): Promise<Part[]> {
  const itemsOf = (part: PartName) => wanted.filter((one) => one.part === part).map(({ item }) => item)
  const { item, part, revision, sealed } = parts
  const these = (['overview', 'secret'] as const).flatMap((one) => {
    const items = itemsOf(one)
    return items.length === 0 ? [] : [and(eq(part, one), inArray(item, items))]
  })
  if (these.length === 0) return []
  return tx
    .select({ item, part, revision, sealed })
    .from(parts)
    .where(and(eq(parts.folder, folder), or(...these)))
}
