import { and, desc, eq, gt, max, ne, sql } from 'drizzle-orm'
import { fromBase64url, toBase64url } from '../../shared/bytes/base64url.ts'
import type { MemberId } from '../../shared/bytes/ids.ts'
import { verifyReceipt } from '../../shared/ledger/receipt.ts'
import { Refused } from '../../shared/ledger/replay/state.ts'
import { receiptsAtOnce } from '../../shared/protocol/seen.ts'
import type { Database } from './database/connect.ts'
import type { Ledger } from './ledger.ts'
import { badField, Problem } from './problem.ts'
import { checkTime } from './refusal.ts'
import { receipts } from './schema.ts'

/** A member's receipt for the head that they left one for already is written down again after so long (ms). */
const renewedAfter = 60_000

/**
 * Keeps the member's receipt in place of their last, and brings the newest of others that came after the cursor. A receipt for
 * what is not on this server's chain is refused (`conflict`), so that no member alone can make others believe in a fork.
 * Throws `bad-request`, `clock-off` too.
 */
export async function exchangeReceipts(
  db: Database,
  ledger: Ledger,
  member: MemberId,
  { receipt, after }: { receipt: string; after: number },
  now: number,
): Promise<{ receipts: string[]; cursor: number }> {
  const state = ledger.current()
  const bytes = fromBase64url(receipt)
  const seen = state === null ? new Refused('malformed') : await verifyReceipt(bytes, state)
  if (seen instanceof Refused || seen.member !== member) throw badField('receipt', 'This is no receipt of this member.')
  const { sequence, hash } = seen.ledger
  if (ledger.hashAt(sequence) !== hash)
    throw new Problem('conflict', 'The receipt names a head that this ledger does not hold.')
  checkTime(seen.time, now)
  await keep(db, { member, head: sequence, at: now, receipt: bytes })
  return newer(db, member, after)
}

async function keep(db: Database, row: Omit<typeof receipts.$inferInsert, 'serial'>): Promise<void> {
  const set = {
    serial: sql`nextval(pg_get_serial_sequence('receipts', 'serial'))`,
    head: row.head,
    at: row.at,
    receipt: row.receipt,
  }
  const setWhere = sql`${receipts.head} <> ${row.head} or ${receipts.at} <= ${row.at - renewedAfter}`
  await db.insert(receipts).values(row).onConflictDoUpdate({ target: receipts.member, set, setWhere })
}

/** What the member left last, null where they have left none. */
export async function ownReceipt(db: Database, member: MemberId): Promise<string | null> {
  const [row] = await db.select({ receipt: receipts.receipt }).from(receipts).where(eq(receipts.member, member))
  return row === undefined ? null : toBase64url(row.receipt)
}

async function newer(db: Database, member: MemberId, after: number) {
  const [last] = await db.select({ serial: max(receipts.serial) }).from(receipts)
  const cursor = last?.serial ?? 0
  // A cursor past the end is of a time before a restored backup.
  const from = after > cursor ? 0 : after
  const rows = await db
    .select({ receipt: receipts.receipt })
    .from(receipts)
    .where(and(gt(receipts.serial, from), ne(receipts.member, member)))
    .orderBy(desc(receipts.serial))
    .limit(receiptsAtOnce)
  return { receipts: rows.map((row) => toBase64url(row.receipt)), cursor }
}
