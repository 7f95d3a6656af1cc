import { and, eq, gt, lt, sql } from 'drizzle-orm'
import type { InvitationId, MemberId } from '../../shared/bytes/ids.ts'
import type { Connection } from './connection.ts'
import { mostTries } from './credentials.ts'
import { Problem } from './problem.ts'
import type { Tickets } from './tickets.ts'
import { credentials, enrolments, invitationBegins, joins, receiveKeys } from './schema.ts'

export type Enrolment = typeof enrolments.$inferSelect
export type NewEnrolment = Omit<Enrolment, 'id' | 'expiresAt'>

const life = 10 * 60_000
const mostBegins = 10

/** Counts one more begin of an invitation. Throws `too-many` past ten. */
export async function countBegin(db: Connection, invitation: InvitationId): Promise<void> {
  const counted = await db
    .insert(invitationBegins)
    .values({ invitation, begins: 1 })
    .onConflictDoUpdate({
      target: invitationBegins.invitation,
      set: { begins: sql`${invitationBegins.begins} + 1` },
      setWhere: lt(invitationBegins.begins, mostBegins),
    })
    .returning({ begins: invitationBegins.begins })
  if (counted.length === 0) throw new Problem('too-many', 'This invitation was tried too often: ask for a new one.')
}

/** Keeps the first half of an enrolment for ten minutes and gives its id (32 bytes, base64url). */
export async function newEnrolment(
  { db, tickets }: { db: Connection; tickets: Tickets },
  enrolment: NewEnrolment,
  now: number,
): Promise<string> {
  const known = await db.select().from(credentials).where(eq(credentials.id, enrolment.credential))
  if (known.length > 0) throw new Problem('key-already-registered', 'This key is registered already.')
  const id = tickets.make('enrolment', 32)
  await db.insert(enrolments).values({ ...enrolment, id, expiresAt: now + life })
  return id
}

export const unknownEnrolment = () =>
  new Problem('not-found', 'This enrolment is unknown, finished or too old: begin again.')

/** Takes the first half away. Throws `not-found` when it is unknown, finished or too old. */
export async function takeEnrolment(db: Connection, id: string, now: number): Promise<Enrolment> {
  const [row] = await db
    .delete(enrolments)
    .where(and(eq(enrolments.id, id), gt(enrolments.expiresAt, now)))
    .returning()
  if (row === undefined) throw unknownEnrolment()
  return row
}

/** The finished credential, with all its tries. Throws `key-already-registered`. */
export async function addCredential(
  db: Connection,
  { member, publicKey, counter, transports, voprfRandom, aaguid, attested, credential: id }: Enrolment,
  seal: { sealedSeed: string; sealRevision: number },
  now: number,
): Promise<void> {
  const key = { member, publicKey, counter, transports, voprfRandom, aaguid, attested }
  const row = { id, ...key, ...seal, tries: mostTries, createdAt: now }
  const added = await db.insert(credentials).values(row).onConflictDoNothing().returning({ id: credentials.id })
  if (added.length === 0) throw new Problem('key-already-registered', 'This key is registered already.')
}

export type JoinRow = typeof joins.$inferSelect

export async function joinOf(db: Connection, invitation: InvitationId): Promise<JoinRow | null> {
  const [row] = await db.select().from(joins).where(eq(joins.invitation, invitation))
  return row ?? null
}

/** The join of a newcomer who is not yet a member. */
export async function joinBy(db: Connection, member: MemberId): Promise<JoinRow | null> {
  const [row] = await db.select().from(joins).where(eq(joins.member, member))
  return row ?? null
}

/** Whether anybody enrolled or is enrolling under that member id. */
export async function isMemberIdTaken(db: Connection, member: MemberId): Promise<boolean> {
  const [row] = await db.select({ id: credentials.id }).from(credentials).where(eq(credentials.member, member)).limit(1)
  return row !== undefined
}

/** A newcomer's request, once an invitation. Throws `invitation-used`. */
export async function addJoin(db: Connection, row: JoinRow, receiveHash: typeof receiveKeys.$inferSelect.hash) {
  const added = await db.insert(joins).values(row).onConflictDoNothing().returning({ member: joins.member })
  if (added.length === 0) throw new Problem('invitation-used', 'Somebody answered this invitation already.')
  await db.insert(receiveKeys).values({ hash: receiveHash, key: row.receiveKey }).onConflictDoNothing()
}
