import { lte } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { destroyDeleted } from './deleted-parts.ts'
import { sweepQuotas } from './quotas.ts'
import { attempts, enrolments, nonces, pinChanges, sessions, shiftKeys } from './schema.ts'

/** Deletes what is too old to count: every reader checks the time itself, this only keeps the tables small. */
export async function sweep(db: Connection, now: number): Promise<void> {
  await db.delete(nonces).where(lte(nonces.expiresAt, now))
  await db.delete(attempts).where(lte(attempts.expiresAt, now))
  await db.delete(pinChanges).where(lte(pinChanges.expiresAt, now))
  await db.delete(shiftKeys).where(lte(shiftKeys.endsAt, now))
  await db.delete(enrolments).where(lte(enrolments.expiresAt, now))
  await db.delete(sessions).where(lte(sessions.expiresAt, now))
  await sweepQuotas(db, now)
  await destroyDeleted(db, now)
}
