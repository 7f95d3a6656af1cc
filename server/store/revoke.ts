import { and, eq } from 'drizzle-orm'
import type { MemberId } from '../../shared/bytes/ids.ts'
import type { Connection, Transaction } from './connection.ts'
import { Problem } from './problem.ts'
import { attempts, credentials, enrolments, revokedCredentials, sessions } from './schema.ts'

/**
 * Takes a credential of that member away, with its VOPRF random, sealed seed, attempts and shift key. Its sessions are over
 * with it: gives their ids. `keepOne`: the last one stays. Throws `credential-unknown`, `last-key`.
 */
export async function revokeCredential(
  tx: Transaction,
  { member, credential, keepOne }: { member: MemberId; credential: string; keepOne: boolean },
  now: number,
): Promise<string[]> {
  // Locked, so that two who take one key each cannot leave none.
  const all = await tx
    .select({ id: credentials.id })
    .from(credentials)
    .where(eq(credentials.member, member))
    .for('update')
  if (!all.some(({ id }) => id === credential)) throw credentialUnknown()
  if (keepOne && all.length === 1) throw new Problem('last-key', 'This is the last key of an owner.')
  await tx.delete(credentials).where(and(eq(credentials.id, credential), eq(credentials.member, member)))
  // A further key that is half enrolled by its right is none.
  await tx.delete(enrolments).where(eq(enrolments.member, member))
  await tx.insert(revokedCredentials).values({ id: credential, revokedAt: now }).onConflictDoNothing()
  return (await tx.select({ id: sessions.id }).from(sessions).where(eq(sessions.credential, credential))).map(
    ({ id }) => id,
  )
}

/**
 * New keys of that member have landed: every other credential of theirs holds the old seed, and goes; so does every session,
 * of `credential` too, with what was begun to get one. Gives the sessions that are over, by why.
 */
export async function endOldKeys(
  tx: Transaction,
  { member, credential }: { member: MemberId; credential: string },
  now: number,
): Promise<{ revoked: string[]; over: string[] }> {
  // First, so that a further key that is being enrolled right now is either none or seen here.
  await tx.delete(enrolments).where(eq(enrolments.member, member))
  const all = await tx.select({ id: credentials.id }).from(credentials).where(eq(credentials.member, member))
  const revoked: string[] = []
  for (const { id } of all)
    if (id !== credential)
      revoked.push(...(await revokeCredential(tx, { member, credential: id, keepOne: false }, now)))
  await tx.delete(attempts).where(eq(attempts.credential, credential))
  const own = and(eq(sessions.member, member), eq(sessions.credential, credential))
  const over = await tx.delete(sessions).where(own).returning({ id: sessions.id })
  return { revoked, over: over.map(({ id }) => id) }
}

export const credentialUnknown = () => new Problem('credential-unknown', 'This key is not enrolled here.')
export const credentialRevoked = () => new Problem('credential-revoked', 'This key was revoked.')

/** Why there is no such credential. */
export async function whyUnknown(db: Connection, id: string): Promise<Problem> {
  const [row] = await db.select().from(revokedCredentials).where(eq(revokedCredentials.id, id))
  return row === undefined ? credentialUnknown() : credentialRevoked()
}
