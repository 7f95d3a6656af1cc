import { and, eq, gt } from 'drizzle-orm'
import { randomBytes } from 'node:crypto'
import { newAttemptId } from '../../shared/bytes/ids.ts'
import type { AttemptId } from '../../shared/bytes/ids.ts'
import type { Transaction } from './connection.ts'
import { mostTries } from './credentials.ts'
import type { Credential } from './credentials.ts'
import { Problem } from './problem.ts'
import { credentials, pinChanges, shiftKeys } from './schema.ts'

const life = 2 * 60_000

/** The first half of a change of PIN: the random of a row to come, good for two minutes. The credential stays as it is. */
export async function newPinChange(tx: Transaction, { id: credential, sealRevision }: Credential, now: number) {
  const row = { id: newAttemptId(), credential, voprfRandom: new Uint8Array(randomBytes(32)) }
  await tx.insert(pinChanges).values({ ...row, sealRevision: sealRevision + 1, expiresAt: now + life })
  return row
}

/**
 * The second half, once: the new random and the seed sealed under it take the place of the old ones, in one statement. So
 * the old PIN holds until this is committed, and the new one from then on. Throws `not-found`, `conflict`.
 */
export async function landPinChange(
  tx: Transaction,
  { id, credential, sealedSeed }: { id: AttemptId; credential: string; sealedSeed: string },
  now: number,
): Promise<void> {
  const [change] = await tx
    .delete(pinChanges)
    .where(and(eq(pinChanges.id, id), eq(pinChanges.credential, credential), gt(pinChanges.expiresAt, now)))
    .returning()
  if (change === undefined) throw new Problem('not-found', 'This change of PIN is unknown, finished or too old.')
  const { voprfRandom, sealRevision } = change
  const landed = await tx
    .update(credentials)
    .set({ voprfRandom, sealedSeed, sealRevision, tries: mostTries })
    .where(and(eq(credentials.id, credential), eq(credentials.sealRevision, sealRevision - 1)))
    .returning({ id: credentials.id })
  if (landed.length === 0) throw new Problem('conflict', 'The PIN of this key was changed meanwhile.')
  // What a desk kept of the old PIN opens nothing any more.
  await tx.delete(shiftKeys).where(eq(shiftKeys.credential, credential))
}
