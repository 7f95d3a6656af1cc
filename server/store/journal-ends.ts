import { randomBytes } from 'node:crypto'
import { max } from 'drizzle-orm'
import type { FolderId } from '../../shared/bytes/ids.ts'
import type { Database } from './database/connect.ts'
import { journalEntries } from './schema.ts'

/** Appends that are remembered in order: whoever comes back after more is told of every folder. */
const most = 10_000

export type JournalEnds = ReturnType<typeof createJournalEnds>

/**
 * Where the journal of each folder ends, in memory: every desk asks for it at every sync. The table is the truth; it is read once, and
 * from then on each append says its own, since no second process writes there (H7).
 */
export function createJournalEnds(db: Database) {
  const ends = new Map<FolderId, number>()
  const appended: FolderId[] = []
  let forgotten = 0
  let loading: Promise<void> | null = null

  const note = (folder: FolderId, sequence: number) => ends.set(folder, Math.max(sequence, ends.get(folder) ?? 0))

  async function load(): Promise<void> {
    const { folder, sequence } = journalEntries
    const rows = await db
      .select({ folder, last: max(sequence) })
      .from(journalEntries)
      .groupBy(folder)
    for (const row of rows) note(row.folder, row.last ?? 0)
  }

  return {
    /** Differs at every start, since counts begin anew then. */
    era: randomBytes(9).toString('base64url'),
    /** Resolves once the table is read; a failed try is made again by the next caller. */
    ready(): Promise<void> {
      loading ??= load().catch((error: unknown) => {
        loading = null
        throw error
      })
      return loading
    },
    /** An entry of that sequence is committed. */
    grew(folder: FolderId, sequence: number): void {
      if (sequence <= (ends.get(folder) ?? 0)) return
      note(folder, sequence)
      appended.push(folder)
      if (appended.length >= 2 * most) forgotten += appended.splice(0, most).length
    },
    /** Appends since the start. */
    count: (): number => forgotten + appended.length,
    /** The folders that grew after that many appends, each once; null where that is too long ago to tell. */
    since(count: number): ReadonlySet<FolderId> | null {
      const from = count - forgotten
      return from < 0 || from > appended.length ? null : new Set(appended.slice(from))
    },
    /** The last sequence of a folder's journal, 0 where it has none. */
    of: (folder: FolderId): number => ends.get(folder) ?? 0,
  }
}
