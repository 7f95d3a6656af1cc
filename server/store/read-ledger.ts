import { sql } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { ledgerEntries } from './schema.ts'

/** The first piece is small, so that a new desk begins to read while the next is on its way. */
const mostBytes = { first: 100_000, later: 1_000_000 }
const mostRows = 5_000

/** Entries after `from` up to `to`, in order, base64url: at least one where there is any, then up to 1 MB in all, 100 kB from the start. */
export async function readLedger(db: Connection, from: number, to: number): Promise<string[]> {
  const { sequence, entry } = ledgerEntries
  const rows = await db.execute<{ entry: Uint8Array }>(sql`
    select entry from (
      select sequence, entry, sum(length(entry)) over (order by sequence) - length(entry) as before
      from (select ${sequence}, ${entry} from ${ledgerEntries}
            where ${sequence} > ${from} and ${sequence} <= ${to} order by ${sequence} limit ${mostRows}) as page
    ) as counted
    where before < ${from === 0 ? mostBytes.first : mostBytes.later} order by sequence`)
  // Node's own, since megabytes are said here in one answer.
  return rows.map(({ entry }) => Buffer.from(entry.buffer, entry.byteOffset, entry.byteLength).toString('base64url'))
}
