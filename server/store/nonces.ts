import { and, eq, gt, or } from 'drizzle-orm'
import type { Purpose } from '../../shared/protocol/unlock.ts'
import type { Connection } from './connection.ts'
import { Problem } from './problem.ts'
import { nonces } from './schema.ts'
import type { Tickets } from './tickets.ts'

type Kept = Readonly<{ db: Connection; tickets: Tickets }>
export type Nonce = Readonly<{ purpose: Purpose; nonce: string }>

const life = 2 * 60_000

/** 32 fresh bytes for one challenge of that purpose, 28 of them random, good for two minutes. */
export async function newNonce({ db, tickets }: Kept, purpose: Purpose, now: number): Promise<string> {
  const nonce = tickets.make(`nonce ${purpose}`, 32)
  await db.insert(nonces).values({ nonce, purpose, expiresAt: now + life })
  return nonce
}

/** Refuses nonces that this server cannot have given out, without asking the database. Throws `bad-nonce`. */
export function checkNonces(tickets: Tickets, ...all: Nonce[]): void {
  if (!all.every(({ purpose, nonce }) => tickets.isOurs(`nonce ${purpose}`, nonce))) throw badNonce()
}

/** Takes the nonces away, whatever becomes of the request. Throws `bad-nonce` when one is not there for its purpose. */
export async function useNonces({ db, tickets }: Kept, now: number, ...all: Nonce[]): Promise<void> {
  checkNonces(tickets, ...all)
  const these = all.map(({ purpose, nonce }) => and(eq(nonces.nonce, nonce), eq(nonces.purpose, purpose)))
  const used = await db
    .delete(nonces)
    .where(and(or(...these), gt(nonces.expiresAt, now)))
    .returning({ purpose: nonces.purpose })
  if (used.length !== all.length) throw badNonce()
}

const badNonce = () => new Problem('bad-nonce', 'This nonce was used, is too old, or is for something else.')
