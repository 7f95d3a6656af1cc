import type { Handlers } from '../../messages/serve.ts'
import type { Keeper } from '../keeper.ts'
import { needFullyUnlocked } from '../second-key.ts'
import { evidenceFile } from './evidence-file.ts'
import { ledgerFile } from './ledger-file.ts'
import { repairServer } from './repair-server.ts'

/** The ledger as files to take away, and its repair on a restored server. */
export function ledgerHandlers(keeper: Keeper): Pick<Handlers, 'repair.start' | 'fork.export' | 'ledger.export'> {
  return {
    'repair.start': async () => {
      await keeper.run(() => repairServer(keeper))
      return null
    },
    'fork.export': ({ fork }) =>
      keeper.look(() => Promise.resolve(evidenceFile(needFullyUnlocked(keeper).vault, fork))),
    'ledger.export': () => keeper.look(() => ledgerFile(needFullyUnlocked(keeper).vault)),
  }
}
