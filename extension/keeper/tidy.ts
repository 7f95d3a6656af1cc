import { Failure } from '../../shared/bytes/failure.ts'
import { deliverDue } from './sync/deliver-due.ts'
import { deliverLate } from './sync/deliver-late.ts'
import type { Open } from './vault/open.ts'
import { exchangeReceipts } from './sync/receipts.ts'
import { forwardShares } from './acts/recovery.ts'
import { takeSnapshot } from './sync/snapshot.ts'

/**
 * Does what each desk does for the others after a sync: receipts (P5), snapshots, keys and shares that are due. `delivered` names those
 * that need not be tried again. A failure here does not undo the sync: the next sync tries again.
 */
export async function tidy(open: Open, delivered: Set<string>): Promise<void> {
  try {
    await exchangeReceipts(open.desk, open.session, open.vault)
    await takeSnapshot(open)
    await deliverDue(open, delivered)
    await deliverLate(open)
    await forwardShares(open, delivered)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
  }
}
