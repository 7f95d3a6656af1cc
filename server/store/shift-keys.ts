import { and, eq, gt } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { Problem } from './problem.ts'
import { shiftKeys } from './schema.ts'

const hour = 3_600_000

/** Keeps the shift key of a credential, in place of an earlier one, until `hours` after `startedAt`; gives when it ends. */
export async function keepShiftKey(
  db: Connection,
  { credential, key, startedAt }: { credential: string; key: string; startedAt: number },
  hours: number,
): Promise<number> {
  const row = { key, startedAt, endsAt: startedAt + hours * hour }
  await db
    .insert(shiftKeys)
    .values({ credential, ...row })
    .onConflictDoUpdate({ target: shiftKeys.credential, set: row })
  return row.endsAt
}

/** The shift key of a credential, while its window lasts by this clock and by today's `hours`. Throws `shift-over`. */
export async function shiftKeyOf(db: Connection, credential: string, hours: number, now: number): Promise<string> {
  const [row] = await db
    .select()
    .from(shiftKeys)
    .where(and(eq(shiftKeys.credential, credential), gt(shiftKeys.endsAt, now)))
  if (row === undefined || now >= row.startedAt + hours * hour)
    throw new Problem('shift-over', 'The touch alone opens nothing now: key and PIN do.')
  return row.key
}
