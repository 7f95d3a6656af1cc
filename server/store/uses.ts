import { and, desc, eq, isNull, lt } from 'drizzle-orm'
import { get } from '../../shared/bytes/table.ts'
import type { MemberId } from '../../shared/bytes/ids.ts'
import { atLeast, isClosed, levelOf } from '../../shared/ledger/replay/level.ts'
import type { LedgerState } from '../../shared/ledger/replay/state.ts'
import type { Use } from '../../shared/protocol/sync.ts'
import { transact } from './connection.ts'
import type { Database } from './database/connect.ts'
import { Problem } from './problem.ts'
import { parts, uses } from './schema.ts'

const needed = { fill: 'fill', read: 'read', edit: 'edit' } as const
const most = 1_000

/**
 * Returns one secret of a folder that is or was witnessed, and records the use in the same transaction: no client gets the
 * secret without the record. Throws `not-found`, also for an item that the member may not use.
 */
export async function handOut(
  db: Database,
  state: LedgerState,
  member: MemberId,
  { folder, item, purpose }: Pick<Use, 'item' | 'purpose'> & { folder: Parameters<typeof levelOf>[2] },
  at: number,
): Promise<{ sealed: string }> {
  const none = () => new Problem('not-found', 'There is no such secret to hand out.')
  if (isClosed(state, folder) || !atLeast(levelOf(state, member, folder), needed[purpose])) throw none()
  return transact(db, async (tx) => {
    const here = and(eq(parts.folder, folder), eq(parts.item, item), eq(parts.part, 'secret'), isNull(parts.deletedAt))
    const [found] = await tx.select({ sealed: parts.sealed }).from(parts).where(here)
    if (found === undefined) throw none()
    await tx.insert(uses).values({ at, folder, item, member, purpose })
    return found
  })
}

/** The newest uses in a folder, or those before the one of that id, for its managers, owners and auditors. Throws `not-allowed`. */
export async function usesIn(
  db: Database,
  state: LedgerState,
  member: MemberId,
  { folder, before }: { folder: Parameters<typeof levelOf>[2]; before: number | null },
): Promise<Use[]> {
  const role = get(state.members, member)?.role
  const may = role === 'owner' || role === 'auditor' || levelOf(state, member, folder) === 'manage'
  if (!may) throw new Problem('not-allowed', 'For managers of the folder, owners and auditors.')
  const { id, at, item, member: by, purpose } = uses
  return db
    .select({ id, at, item, member: by, purpose })
    .from(uses)
    .where(and(eq(uses.folder, folder), before === null ? undefined : lt(uses.id, before)))
    .orderBy(desc(uses.id))
    .limit(most)
}
