import type { Keeper } from '../keeper.ts'
import { repairLedger } from '../sync/repair.ts'

/** Sends a restored server what it lacks, once an owner agreed. After a failure it can be started again. Throws as `repairLedger`. */
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
