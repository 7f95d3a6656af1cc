import { eq } from 'drizzle-orm'
import { randomBytes } from 'node:crypto'
import type postgres from 'postgres'
import { hash, memberId, parseId } from '../../shared/bytes/ids.ts'
import type { Hash, MemberId } from '../../shared/bytes/ids.ts'
import type { Connection } from './connection.ts'
import type { UnlockingKey } from './credentials.ts'
import { credentialRevoked } from './revoke.ts'
import { sessions } from './schema.ts'

export type Session = typeof sessions.$inferSelect

const life = 12 * 3_600_000

/** A session of at most 12 hours, whose every request is signed by the key with that thumbprint. */
export async function newSession(
  db: Connection,
  opened: UnlockingKey & { member: MemberId; thumbprint: Hash },
  now: number,
) {
  const id = randomBytes(16).toString('base64url')
  const row: Session = { ...opened, id, startedAt: now, expiresAt: now + life }
  await db.insert(sessions).values(row)
  return row
}

/**
 * The session while it lives, else null. The one statement that every request of a member needs, by the driver itself, which keeps it
 * prepared: drizzle over it does not. Throws `credential-revoked` where the key that opened it was taken away.
 */
export async function sessionOf(sql: postgres.Sql, id: string, now: number): Promise<Session | null> {
  const [row] = await sql<Row[]>`
    select member, credential, "byTouch", thumbprint, "startedAt", "expiresAt",
      not exists (select from credentials where credentials.id = credential) as revoked
    from sessions where id = ${Buffer.from(id, 'base64url')} and "expiresAt" > ${now}`
  if (row === undefined) return null
  if (row.revoked) throw credentialRevoked()
  return {
    id,
    member: parseId(memberId, text(row.member)),
    credential: text(row.credential),
    byTouch: row.byTouch,
    thumbprint: parseId(hash, text(row.thumbprint)),
    startedAt: Number(row.startedAt),
    expiresAt: Number(row.expiresAt),
  }
}

const text = (bytes: Buffer) => bytes.toString('base64url')

type Row = Record<'member' | 'credential' | 'thumbprint', Buffer> &
  Record<'startedAt' | 'expiresAt', string> &
  Record<'byTouch' | 'revoked', boolean>

export async function endSession(db: Connection, id: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.id, id))
}
