import { sql } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { ledgerEntries } from './schema.ts'

/** The first piece is small, so that a new desk begins to read while the next is on its way. */
const mostBytes = { first: 100_000, later: 1_000_000 }
const mostRows = 5_000

/**
 * Entries after `from` up to `to`, in order, framed and base64url, and how many: at least one where there is any, then up to 1 MB
 * in all, 100 kB from the start. The database frames them: thousands of rows are slow to bring over one by one.
 */
export async function readLedger(
  db: Connection,
  from: number,
  to: number,
): Promise<{ entries: string; count: number }> {
  const { sequence, entry } = ledgerEntries
  const [row] = await db.execute<{ entries: Uint8Array | null; count: number }>(sql`
    select string_agg(int4send(length(entry)) || entry, ''::bytea order by sequence) as entries, count(*)::int as count from (
      select sequence, entry, sum(length(entry)) over (order by sequence) - length(entry) as before
      from (select ${sequence}, ${entry} from ${ledgerEntries}
            where ${sequence} > ${from} and ${sequence} <= ${to} order by ${sequence} limit ${mostRows}) as page
    ) as counted
    where before < ${from === 0 ? mostBytes.first : mostBytes.later}`)
  const { entries, count } = row ?? { entries: null, count: 0 }
  // Node's own, since a megabyte is said here.
  return {
    entries:
      entries === null ? '' : Buffer.from(entries.buffer, entries.byteOffset, entries.byteLength).toString('base64url'),
    count,
  }
}
