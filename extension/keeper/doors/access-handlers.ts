import type { Handlers } from '../../messages/serve.ts'
import type { Keeper } from '../keeper.ts'
import { needFullyUnlocked } from '../second-key.ts'
import { folderAccess, personAccess } from './views/access.ts'

/** What somebody can open, and who can open something: by the ledger that this desk has verified, without the server. */
export function accessHandlers(keeper: Keeper): Pick<Handlers, 'access.person' | 'access.folder'> {
  return {
    'access.person': ({ member }) =>
      keeper.look(() => Promise.resolve(personAccess(needFullyUnlocked(keeper).vault, member))),
    'access.folder': ({ folder }) =>
      keeper.look(() => Promise.resolve(folderAccess(needFullyUnlocked(keeper).vault, folder))),
  }
}
