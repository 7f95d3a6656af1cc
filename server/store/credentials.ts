import { and, asc, count, eq, gt, max, sql } from 'drizzle-orm'
import { attemptId, parseId } from '../../shared/bytes/ids.ts'
import type { AttemptId, MemberId } from '../../shared/bytes/ids.ts'
import { transact } from './connection.ts'
import type { Connection, Transaction } from './connection.ts'
import type { Database } from './database/connect.ts'
import { Problem } from './problem.ts'
import { attempts, credentials } from './schema.ts'
import type { Tickets } from './tickets.ts'

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
    .select({
      id: credentials.id,
      createdAt: credentials.createdAt,
      usedAt: credentials.usedAt,

      aaguid: credentials.aaguid,
      attested: credentials.attested,
    })
    .from(credentials)
    .where(eq(credentials.member, member))
    .orderBy(asc(credentials.createdAt))

/** Of everybody who has keys: how many, when the last of them unlocked, and how many of them a maker has vouched for. */
export const countKeys = (db: Connection) =>
  db
    .select({
      member: credentials.member,
      keys: count(),
      usedAt: max(credentials.usedAt),
      proved: sql`count(*) filter (where ${credentials.attested})`.mapWith(Number),
    })
    .from(credentials)
    .groupBy(credentials.member)

/** What a touch of a dead credential gets: the sealed seed stays here. */
export const deadCredential = () =>
  new Problem('credential-dead', 'No tries are left: this key needs a new invitation.', { triesLeft: 0 })

/**
 * P2: spends a try and begins what the touch is for, both committed when this resolves, before anything is evaluated.
 * Gives the credential as it is then. Throws `credential-dead` when no try is left.
 */
export function spendTry<T>(
  db: Database,
  id: string,
  counter: number,
  begin: (tx: Transaction, credential: Credential) => Promise<T>,
): Promise<{ credential: Credential; begun: T }> {
  return transact(db, async (tx) => {
    const [credential] = await tx
      .update(credentials)
      .set({ tries: sql`${credentials.tries} - 1`, counter: sql`greatest(${credentials.counter}, ${counter})` })
      .where(and(eq(credentials.id, id), gt(credentials.tries, 0)))
      .returning()
    if (credential === undefined) throw deadCredential()
    return { credential, begun: await begin(tx, credential) }
  })
}

/** The key's signature counter where no try is spent: it never falls. */
export async function noteCounter(db: Connection, id: string, counter: number): Promise<void> {
  const set = { counter: sql`greatest(${credentials.counter}, ${counter})` }
  await db.update(credentials).set(set).where(eq(credentials.id, id))
}

/** An attempt of that credential: good once and for a minute. */
export async function newAttempt(
  db: Connection,
  tickets: Tickets,
  { id: credential, member }: { id: string; member: MemberId },
  now: number,
  byTouch = false,
): Promise<AttemptId> {
  const id = parseId(attemptId, tickets.make('attempt', 16))
  await db.insert(attempts).values({ id, credential, member, byTouch, expiresAt: now + attemptLife })
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

/**
 * Uses the attempt up, in one statement; null when it was used meanwhile. The PIN's proof gives the credential its tries
 * back, the touch alone does not: else whoever has the key could guess nine times, touch, and guess on (P2).
 */
export async function useAttempt(db: Connection, id: AttemptId, now: number): Promise<UnlockingKey | null> {
  const used = db.$with('used').as(
    db
      .delete(attempts)
      .where(and(eq(attempts.id, id), gt(attempts.expiresAt, now)))
      .returning({ credential: attempts.credential, byTouch: attempts.byTouch }),
  )
  const [opened] = await db
    .with(used)
    .update(credentials)
    .set({ tries: sql`case when ${used.byTouch} then ${credentials.tries} else ${mostTries} end`, usedAt: now })
    .from(used)
    .where(eq(credentials.id, used.credential))
    .returning({ credential: credentials.id, byTouch: used.byTouch })
  return opened ?? null
}
/** The key that opens a session, and whether by the touch alone. */
export type UnlockingKey = { credential: string; byTouch: boolean }
