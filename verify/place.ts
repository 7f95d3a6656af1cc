import { asOf } from '../shared/ledger/replay/state.ts'
import type { LedgerState } from '../shared/ledger/replay/state.ts'
import type { Verified } from './verify.ts'

const DAY = 24 * 3_600_000

/**
 * The ledger at `when`: after an entry, by its number; at a date, which stands for its last millisecond in UTC; at a time; for null
 * after the newest entry. Gives null when there was no ledger yet, or `when` is none of these.
 */
export async function stateAt({ chain, now, at }: Verified, when: string | null): Promise<LedgerState | null> {
  if (when === null) return now
  if (/^[0-9]{1,9}$/.test(when)) return at(Number(when))
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(when)
  const isTime = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(when)
  const time = isDate || isTime ? Date.parse(when) + (isDate ? DAY - 1 : 0) : NaN
  const last = await at([...chain.marks].findLastIndex((mark) => mark.time <= time) + 1)
  return last && asOf(last, time)
}
