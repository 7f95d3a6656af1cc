import { sql } from 'drizzle-orm'
import type { PgTransactionConfig } from 'drizzle-orm/pg-core'
import { Failure } from '../../shared/bytes/failure.ts'
import { errorCode } from '../log.ts'
import type { Database } from './database/connect.ts'

export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]
/** A pool or a transaction on it. */
export type Connection = Database | Transaction

/** The connection itself is gone or about to go: of the driver, the network, or a server process told to end. */
const gone = /^(CONNECTION_|ECONN|EPIPE|ETIMEDOUT|57P0)/

/**
 * Does all of `work` or nothing of it. Where the connection breaks meanwhile this throws at once and `work` is left where it
 * stands: postgres.js 3.4.9 would write its ROLLBACK, or the next query, on the lost connection from a timer, and that ends
 * the whole process (porsager/postgres#1208).
 */
export async function transact<T>(
  db: Database,
  work: (tx: Transaction) => Promise<T>,
  config?: PgTransactionConfig,
): Promise<T> {
  let lost = false
  const running = db.transaction(async (tx) => {
    const guarded = new Proxy(tx, {
      get(target, name, receiver): unknown {
        if (lost) throw new Failure('CONNECTION_CLOSED')
        return Reflect.get(target, name, receiver)
      },
    })
    try {
      const result = await work(guarded)
      if (!lost) return result
    } catch (error) {
      if (!lost && !gone.test(errorCode(error))) throw error
    }
    // `running` was or will be rejected by the closing of the connection.
    return new Promise<never>(() => {})
  }, config)
  try {
    return await running
  } catch (error) {
    lost = true
    throw error
  }
}

const appending = 7_095_263_372

/** Entries of the ledger land one by one, and none while a journal grows: a cut names journal heads exactly (P5). */
export const lockLedger = (tx: Transaction) => tx.execute(sql`select pg_advisory_xact_lock(${appending})`)

/** Journals of different folders grow side by side; the ledger stands still meanwhile. */
export async function lockJournal(tx: Transaction, folder: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${appending})`)
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${folder}, 0))`)
}
