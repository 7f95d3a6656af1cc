import type { MemberId } from '../bytes/ids.ts'
import { get } from '../bytes/table.ts'
import type { LedgerState } from '../ledger/replay/state.ts'

/** Whose FIDO keys somebody may see and take away: their own; owners everybody's; admins everybody's but an owner's. */
export function mayTakeKeys(state: LedgerState, by: MemberId, of: MemberId): boolean {
  const role = get(state.members, by)?.role
  return by === of || role === 'owner' || (role === 'admin' && get(state.members, of)?.role !== 'owner')
}
