import { and, eq, getTableColumns, gt, isNull, lt } from 'drizzle-orm'
import { randomBytes } from 'node:crypto'
import type { MemberId, SignPublic } from '../../shared/bytes/ids.ts'
import type { Connection } from './connection.ts'
import type { Opened } from './credentials.ts'
import { credentialRevoked } from './revoke.ts'
import { credentials, sessions } from './schema.ts'

export type Session = typeof sessions.$inferSelect

const life = 12 * 3_600_000

/** A session of at most 12 hours, renewed by signatures of its key. */
export async function newSession(
  db: Connection,
  opened: Opened & { member: MemberId; sessionKey: SignPublic },
  now: number,
) {
  const id = randomBytes(16).toString('base64url')
  const row: Session = { ...opened, id, renewedTime: 0, startedAt: now, expiresAt: now + life }
  await db.insert(sessions).values(row)
  return row
}

/** The session while it lives, else null. Throws `credential-revoked` where the key that opened it was taken away. */
export async function sessionOf(db: Connection, id: string, now: number): Promise<Session | null> {
  const [row] = await db
    .select({ ...getTableColumns(sessions), revoked: isNull(credentials.id) })
    .from(sessions)
    .leftJoin(credentials, eq(credentials.id, sessions.credential))
    .where(and(eq(sessions.id, id), gt(sessions.expiresAt, now)))
  if (row?.revoked === true) throw credentialRevoked()
  return row ?? null
}

/** Notes the time of a renewal; false unless it is later than that of the one before: no renewal works twice. */
export async function noteRenewal(db: Connection, id: string, time: number): Promise<boolean> {
  const noted = await db
    .update(sessions)
    .set({ renewedTime: time })
    .where(and(eq(sessions.id, id), lt(sessions.renewedTime, time)))
    .returning({ id: sessions.id })
  return noted.length === 1
}

export async function endSession(db: Connection, id: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.id, id))
}
