import { visibleFolders } from '../../shared/access/visible.ts'
import type { FolderId, MemberId } from '../../shared/bytes/ids.ts'
import { valuesIn } from '../../shared/bytes/table.ts'
import type { LedgerState } from '../../shared/ledger/replay/state.ts'

export type Sights = ReturnType<typeof createSights>

/**
 * Which folders each member sees, found once for as long as it stays so: until the ledger grows, or a dated grant begins or ends. It
 * costs ten thousand desks a sync each where nothing is new, and whoever sees a thousand folders no more than others.
 */
export function createSights() {
  let head = ''
  /** When some dated grant begins or ends, in order. */
  let dates: number[] = []
  let during = ''
  const seen = new Map<MemberId, readonly FolderId[]>()

  /** Names the time from which until which everybody sees the same: the state's entry, and how many of its dates have passed. */
  function spanOf(state: LedgerState): string {
    if (head !== state.head.hash) {
      head = state.head.hash
      dates = datesIn(state)
    }
    const span = `${String(state.head.sequence)}.${String(dates.filter((one) => one <= state.time).length)}`
    if (span !== during) seen.clear()
    during = span
    return span
  }

  return {
    spanOf,
    /** As `visibleFolders`, of a state at the time that counts for the asker. */
    of(state: LedgerState, member: MemberId): readonly FolderId[] {
      spanOf(state)
      const known = seen.get(member)
      if (known !== undefined) return known
      const found = visibleFolders(state, member)
      seen.set(member, found)
      return found
    },
  }
}

function datesIn({ folders }: LedgerState): number[] {
  const all = new Set<number>()
  for (const { grants } of valuesIn(folders))
    for (const { from, until } of grants) {
      if (from !== null) all.add(from)
      if (until !== null) all.add(until)
    }
  return [...all].sort((a, b) => a - b)
}
