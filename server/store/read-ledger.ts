import { sql } from 'drizzle-orm'
import { toBase64url } from '../../shared/bytes/base64url.ts'
import type { Connection } from './connection.ts'
import { ledgerEntries } from './schema.ts'

const mostBytes = 2_000_000
const mostRows = 5_000

/** Entries after `from` up to `to`, in order, base64url: at least one where there is any, then up to 2 MB in all. */
export async function readLedger(db: Connection, from: number, to: number): Promise<string[]> {
  const { sequence, entry } = ledgerEntries
  const rows = await db.execute<{ entry: Uint8Array }>(sql`
    select entry from (
      select sequence, entry, sum(length(entry)) over (order by sequence) - length(entry) as before
      from (select ${sequence}, ${entry} from ${ledgerEntries}
            where ${sequence} > ${from} and ${sequence} <= ${to} order by ${sequence} limit ${mostRows}) as page
    ) as counted
    where before < ${mostBytes} order by sequence`)
  return rows.map((row) => toBase64url(row.entry))
}
