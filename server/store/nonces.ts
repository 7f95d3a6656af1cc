import { and, eq, gt } from 'drizzle-orm'
import { randomBytes } from 'node:crypto'
import type { Purpose } from '../../shared/protocol/unlock.ts'
import type { Connection } from './connection.ts'
import { Problem } from './problem.ts'
import { nonces } from './schema.ts'

const life = 2 * 60_000

/** 32 fresh random bytes for one challenge of that purpose, good for two minutes. */
export async function newNonce(db: Connection, purpose: Purpose, now: number): Promise<string> {
  const nonce = randomBytes(32).toString('base64url')
  await db.insert(nonces).values({ nonce, purpose, expiresAt: now + life })
  return nonce
}

/** Takes the nonce away, whatever becomes of the request. Throws `bad-nonce` when it is not there for that purpose. */
export async function useNonce(db: Connection, purpose: Purpose, nonce: string, now: number): Promise<void> {
  const used = await db
    .delete(nonces)
    .where(and(eq(nonces.nonce, nonce), eq(nonces.purpose, purpose), gt(nonces.expiresAt, now)))
    .returning({ purpose: nonces.purpose })
  if (used.length === 0) throw new Problem('bad-nonce', 'This nonce was used, is too old, or is for something else.')
}
