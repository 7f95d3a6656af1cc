import { inArray, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { namedFolders, namedTeams } from '../../shared/access/visible.ts'
import { folderId, parseId, teamId } from '../../shared/bytes/ids.ts'
import type { MemberId } from '../../shared/bytes/ids.ts'
import type { LedgerState } from '../../shared/ledger/replay/state.ts'
import type { Description } from '../../shared/protocol/objects.ts'
import type { FetchRequest } from '../../shared/protocol/sync.ts'
import type { Transaction } from './connection.ts'
import { descriptions } from './schema.ts'

const set = {
  revision: sql`excluded.revision`,
  named: sql`excluded.named`,
  sealed: sql`excluded.sealed`,
  sealedUnderTeam: sql`excluded."sealedUnderTeam"`,
  forRegister: sql`excluded."forRegister"`,
}

/** Keeps sealed names in the place of those that lie here, `where` that holds. Returns how many it wrote. */
export async function keepDescriptions(tx: Transaction, came: readonly Description[], where?: SQL): Promise<number> {
  if (came.length === 0) return 0
  const rows = await tx
    .insert(descriptions)
    .values(came.map((one) => ({ ...one, sealedUnderTeam: one.kind === 'team' ? one.sealedUnderTeam : null })))
    .onConflictDoUpdate({ target: [descriptions.kind, descriptions.id], set, ...(where && { setWhere: where }) })
    .returning({ id: descriptions.id })
  return rows.length
}

/** Returns those of the sealed names asked for that the member may know. */
export async function fetchDescriptions(
  tx: Transaction,
  state: LedgerState,
  member: MemberId,
  asked: FetchRequest['descriptions'],
): Promise<Description[]> {
  if (asked.length === 0) return []
  const named = new Set<string>([...namedTeams(state, member), ...namedFolders(state, member)])
  const ids = asked.map(({ id }) => id).filter((id) => named.has(id))
  if (ids.length === 0) return []
  const rows = await tx.select().from(descriptions).where(inArray(descriptions.id, ids))
  return rows.map(({ kind, id, sealedUnderTeam, ...row }) =>
    kind === 'folder'
      ? { kind, id: parseId(folderId, id), ...row }
      : { kind, id: parseId(teamId, id), ...row, sealedUnderTeam: sealedUnderTeam ?? '' },
  )
}
