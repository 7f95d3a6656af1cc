import type { FolderId, MemberId } from '../../shared/bytes/ids.ts'
import { levelOf } from '../../shared/ledger/replay/level.ts'
import type { LedgerState } from '../../shared/ledger/replay/state.ts'
import type { JournalEnds } from './journal-ends.ts'
import type { Sights } from './sights.ts'

type News = { mark: string; whole: boolean; journals: { folder: FolderId; sequence: number }[] }

/**
 * Where the journals end that a member may see: of all their folders, or of those alone that grew since the mark that they were given
 * last, while nothing else of it can have changed. So a sync costs the same however many folders somebody sees.
 */
export function whatsNew(
  { ends, sights }: { ends: JournalEnds; sights: Sights },
  state: LedgerState,
  member: MemberId,
  mark: string | null,
): News {
  const span = `${ends.era}.${sights.spanOf(state)}.`
  const count = mark?.startsWith(span) === true ? mark.slice(span.length) : ''
  const grown = /^\d{1,15}$/.test(count) ? ends.since(Number(count)) : null
  const folders = grown === null ? sights.of(state, member) : [...grown].filter((one) => levelOf(state, member, one))
  return {
    mark: span + String(ends.count()),
    whole: grown === null,
    journals: folders.map((folder) => ({ folder, sequence: ends.of(folder) })),
  }
}
