import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { newAttemptId } from '../../shared/bytes/ids.ts'
import type { AttemptId, MemberId } from '../../shared/bytes/ids.ts'
import { transact } from './connection.ts'
import type { Connection } from './connection.ts'
import type { Database } from './database/connect.ts'
import { Problem } from './problem.ts'
import { attempts, credentials } from './schema.ts'

export type Credential = typeof credentials.$inferSelect

/** P2: how often the PIN can be guessed through an honest server. */
export const mostTries = 10
const attemptLife = 60_000

/** The credential of that id (base64url), or null. */
export async function credentialOf(db: Connection, id: string): Promise<Credential | null> {
  const [row] = await db.select().from(credentials).where(eq(credentials.id, id))
  return row ?? null
}

/** A member's credentials, oldest first. */
export const credentialsOf = (db: Connection, member: MemberId) =>
  db
    .select({ id: credentials.id, createdAt: credentials.createdAt })
    .from(credentials)
    .where(eq(credentials.member, member))
    .orderBy(asc(credentials.createdAt))

/**
 * P2: spends a try and opens an attempt, both committed when this resolves, before anything is evaluated. Gives the
 * credential as it is then. Throws `credential-dead` when no try is left: the sealed seed stays here.
 */
export function spendTry(
  db: Database,
  id: string,
  counter: number,
  now: number,
): Promise<{ credential: Credential; attempt: AttemptId }> {
  return transact(db, async (tx) => {
    const [credential] = await tx
      .update(credentials)
      .set({ tries: sql`${credentials.tries} - 1`, counter: sql`greatest(${credentials.counter}, ${counter})` })
      .where(and(eq(credentials.id, id), gt(credentials.tries, 0)))
      .returning()
    if (credential === undefined)
      throw new Problem('credential-dead', 'No tries are left: this key needs a new invitation.', { triesLeft: 0 })
    return { credential, attempt: await newAttempt(tx, credential, now) }
  })
}

/** An attempt of that credential: good once and for a minute. */
export async function newAttempt(
  db: Connection,
  { id: credential, member }: { id: string; member: MemberId },
  now: number,
): Promise<AttemptId> {
  const id = newAttemptId()
  await db.insert(attempts).values({ id, credential, member, expiresAt: now + attemptLife })
  return id
}

/** Whose attempt it is, null when it is used, too old or unknown. */
export async function attemptOf(db: Connection, id: AttemptId, now: number): Promise<MemberId | null> {
  const [row] = await db
    .select({ member: attempts.member })
    .from(attempts)
    .where(and(eq(attempts.id, id), gt(attempts.expiresAt, now)))
  return row?.member ?? null
}

/** Uses the attempt up and gives the credential its tries back, in one statement; false when it was used meanwhile. */
export async function useAttempt(db: Connection, id: AttemptId, now: number): Promise<boolean> {
  const used = db.$with('used').as(
    db
      .delete(attempts)
      .where(and(eq(attempts.id, id), gt(attempts.expiresAt, now)))
      .returning({ credential: attempts.credential }),
  )
  const restored = await db
    .with(used)
    .update(credentials)
    .set({ tries: mostTries })
    .from(used)
    .where(eq(credentials.id, used.credential))
    .returning({ id: credentials.id })
  return restored.length === 1
}
