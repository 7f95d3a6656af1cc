import type { LedgerState } from '../ledger/replay/state.ts'

/** What no policy can exceed, whatever a ledger says. */
const MOST = 12

/**
 * For how many hours after key and PIN the touch alone may unlock again: 0 to 12, 0 means never. Server and desks both
 * judge by it, each on the ledger that they replayed (P4).
 */
export const shiftHours = (state: LedgerState): number => Math.min(state.policy.shiftHours, MOST)
