import { get } from '../../shared/bytes/table.ts'
import { inArray } from 'drizzle-orm'
import type { FolderId, MemberId } from '../../shared/bytes/ids.ts'
import { levelOf, reachOf } from '../../shared/ledger/replay/level.ts'
import type { LedgerState } from '../../shared/ledger/replay/state.ts'
import type { FetchReply, FetchRequest } from '../../shared/protocol/sync.ts'
import { transact } from './connection.ts'
import type { Transaction } from './connection.ts'
import type { Database } from './database/connect.ts'
import { fetchDescriptions } from './descriptions.ts'
import { journalPages } from './journal-page.ts'
import { journalHeads, noHead } from './journals.ts'
import { fetchProfiles, peopleManaged } from './people.ts'
import { receiveKeys } from './schema.ts'
import { fetchWraps } from './wraps.ts'

/**
 * What a member asks for and may see, as one moment of the tables has it. What they may not see is left out without a
 * word: an id out of sight and one that never was look the same.
 */
export function fetchFor(
  db: Database,
  state: LedgerState,
  member: MemberId,
  asked: FetchRequest,
): Promise<Omit<FetchReply, 'erased'>> {
  const sees = (folder: FolderId) => levelOf(state, member, folder) !== null
  return transact(
    db,
    async (tx) => {
      const told = asked.journalHeads.filter(mayOweCut(state, member))
      const heads = await journalHeads(tx, told)
      return {
        wraps: await fetchWraps(tx, state, member, asked.wraps),
        descriptions: await fetchDescriptions(tx, state, member, asked.descriptions),
        receiveKeys: await fetchReceiveKeys(tx, asked.receiveKeys),
        profiles: await fetchProfiles(tx, state, member, asked.profiles),
        journals: await journalPages(
          tx,
          asked.journals.filter(({ folder }) => sees(folder)),
          // Of a witnessed folder the secrets stay here, for one use at a time.
          (folder) => (get(state.folders, folder)?.witnessed === true ? ['overview'] : ['overview', 'secret']),
        ),
        journalHeads: told.map((folder) => ({ folder, head: heads.get(folder) ?? noHead })),
      }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

/**
 * L5: where a journal stands is told to those who see the folder, and to those who may have to write it into a cut: owners and
 * admins, and of what members of their teams reach, managers of these.
 */
function mayOweCut(state: LedgerState, member: MemberId): (folder: FolderId) => boolean {
  const role = get(state.members, member)?.role
  if (role === 'owner' || role === 'admin') return () => true
  let reached: ReadonlySet<FolderId> | null = null
  const ofTeams = () => new Set([...peopleManaged(state, member)].flatMap((one) => [...reachOf(state, one)]))
  return (folder) => levelOf(state, member, folder) !== null || (reached ??= ofTeams()).has(folder)
}

async function fetchReceiveKeys(tx: Transaction, asked: FetchRequest['receiveKeys']): Promise<string[]> {
  if (asked.length === 0) return []
  const rows = await tx.select({ key: receiveKeys.key }).from(receiveKeys).where(inArray(receiveKeys.hash, asked))
  return rows.map(({ key }) => key)
}
