import { sql } from 'drizzle-orm'
import type { Database } from './database/connect.ts'

export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]
/** A pool or a transaction on it. */
export type Connection = Database | Transaction

const appending = 7_095_263_372

/** Entries of the ledger land one by one, and none while a journal grows: a cut names journal heads exactly (P5). */
export const lockLedger = (tx: Transaction) => tx.execute(sql`select pg_advisory_xact_lock(${appending})`)

/** Journals of different folders grow side by side; the ledger stands still meanwhile. */
export async function lockJournal(tx: Transaction, folder: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${appending})`)
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${folder}, 0))`)
}
