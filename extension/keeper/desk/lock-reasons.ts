import type { LockReason } from '../../messages/views.ts'
import type { Desk } from './desk.ts'
import { readStored } from './session-store.ts'

/** Codes after which the server no longer answers this person, so the device must lock. */
const endingCodes = new Set([
  'removed',
  'not-a-member',
  'not-signed-in',
  'bad-dpop-proof',
  'credential-dead',
  'credential-revoked',
])

/** Codes that concern the ledger that the server sent: the server was reached, and its answer was refused. */
const aboutLedger = new Set(['tampered-ledger', 'rolled-back', 'restored', 'policy-head', 'pending', 'no-ledger'])
export const isAboutLedger = (code: string): boolean => aboutLedger.has(code)

/** Returns why the device locks when the server refuses with this code, null where it need not lock. */
export async function lockReasonFor(desk: Desk, code: string): Promise<LockReason | null> {
  if (code === 'session-key-gone') return 'key-gone'
  if (!endingCodes.has(code)) return null
  if (code === 'credential-revoked') return 'revoked'
  // A rotation was sent and its answer was lost: only an unlock can tell which keys are valid.
  return (await readStored(desk, 'rotating')) === true ? 'unclear' : 'refused'
}
