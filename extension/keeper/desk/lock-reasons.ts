import type { LockReason } from '../../messages/views.ts'
import type { Desk } from './desk.ts'
import { readStored } from './session-store.ts'

/** Losing these codes' sessions means losing access: the server no longer answers this person. */
const over = new Set([
  'removed',
  'not-a-member',
  'not-signed-in',
  'bad-dpop-proof',
  'credential-dead',
  'credential-revoked',
])

/** What is wrong with the ledger that a server gives: it was reached, and it is what it says that is refused. */
const aboutLedger = new Set(['tampered-ledger', 'rolled-back', 'restored', 'policy-head', 'pending', 'no-ledger'])
export const isAboutLedger = (code: string): boolean => aboutLedger.has(code)

/** Why a desk locks when the server refuses it with this code; null where it does not. */
export async function lockedBy(desk: Desk, code: string): Promise<LockReason | null> {
  if (code === 'session-key-gone') return 'key-gone'
  if (!over.has(code)) return null
  if (code === 'credential-revoked') return 'revoked'
  // New keys were sent and nothing was heard: whether they hold, only an unlock can tell.
  return (await readStored(desk, 'rotating')) === true ? 'unclear' : 'refused'
}
