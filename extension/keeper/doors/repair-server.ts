import type { Keeper } from '../keeper.ts'
import { repairLedger } from '../sync/repair.ts'

/** An owner agrees to give a restored server back what it lacks. What fails can be begun again. Throws as `repairLedger`. */
export async function repairServer(keeper: Keeper): Promise<void> {
  try {
    keeper.report({ step: 'ledger', done: 0, total: 0 })
    await repairLedger(keeper.needOpen(), (done, total) => {
      keeper.report({ step: 'ledger', done, total })
    })
    await keeper.refresh()
  } finally {
    keeper.report(null)
  }
}
