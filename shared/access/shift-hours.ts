import type { LedgerState } from '../ledger/replay/state.ts'

/** No policy can allow more. */
const MOST = 12

/**
 * For how many hours after key and PIN the touch alone may unlock again: 0 to 12, 0 means never. The one place that reads
 * it; server and desks both judge by it, each on the ledger that they replayed (P4).
 */
export function shiftHours(state: LedgerState): number {
  // CONNECT HERE: once `policy set` is an act, this is `state.policy.shiftHours`.
  const policy: unknown = 'policy' in state ? state.policy : null
  const hours = typeof policy === 'object' && policy !== null && 'shiftHours' in policy ? policy.shiftHours : 0
  return typeof hours === 'number' && hours > 0 ? Math.min(hours, MOST) : 0
}
