import { lte } from 'drizzle-orm'
import { RateLimiterDrizzle, RateLimiterRes } from 'rate-limiter-flexible'
import type { MemberId } from '../../shared/bytes/ids.ts'
import type { Connection } from './connection.ts'
import type { Database } from './database/connect.ts'
import { Problem } from './problem.ts'
import { quotas } from './schema.ts'

/**
 * What one member may do in an hour: far more than anybody's work (a shift's logins, an import of 10,000 items, 300 new
 * people, a removal from a team of 1,500), far less than what fills a disk, empties a witnessed folder, or occupies the
 * server.
 */
export const usualQuotas = {
  /** Acts in the ledger. */
  acts: 20_000,
  /** Letters of what is stored. */
  bytes: 100_000_000,
  /** Letters of what a desk gives back to a server that lost it. */
  returned: 1_000_000_000,
  /** Fetches, and each journal in them: an owner's new desk takes all folders, those for which an answer has no room twice. */
  reads: 60_000,
  /** People by e-mail: a new team of forty is found in one go, a staff of ten thousand is not tried out. */
  finds: 60,
  /** Secrets of witnessed folders, one by one. */
  uses: 400,
}
export type Quota = keyof typeof usualQuotas
export type Spending = Partial<Record<Quota, number>>
export type Quotas = ReturnType<typeof createQuotas>

const hour = 3_600_000

/**
 * Counts in the database, so that they hold across restarts and processes; anew at each full hour, so that a person can be told when to
 * come back. In a table without a log: a crash of PostgreSQL itself begins the hour anew too.
 */
export function createQuotas(db: Database, now: () => number, most: Readonly<Record<Quota, number>> = usualQuotas) {
  const limiterOf = (points: number) =>
    new RateLimiterDrizzle({
      storeClient: db,
      schema: quotas,
      points,
      duration: hour / 1_000,
      inMemoryBlockOnConsumed: points + 1,
      clearExpiredByTimeout: false,
      keyPrefix: '',
    })
  const limiters = new Map(Object.entries(most).map(([of, points]) => [of, limiterOf(points)]))

  /** Counts what a member asks for. Throws `over-quota`, with the seconds until the next hour. */
  return async function spend(member: MemberId, spending: Spending): Promise<void> {
    const at = now()
    for (const [of, points] of Object.entries(spending)) {
      if (points <= 0) continue
      try {
        await limiters.get(of)?.consume(`${of} ${member} ${String(Math.floor(at / hour))}`, points)
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error
        const retryAfter = Math.ceil((hour - (at % hour)) / 1_000)
        throw new Problem('over-quota', `More ${of} in an hour than one member may.`, { retryAfter })
      }
    }
  }
}

/** Deletes the counts of hours that are over. */
export const sweepQuotas = (db: Connection, now: number) => db.delete(quotas).where(lte(quotas.expire, new Date(now)))
