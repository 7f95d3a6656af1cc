import type { Handlers } from '../../messages/serve.ts'
import type { Keeper } from '../keeper.ts'
import { needFullyUnlocked } from '../second-key.ts'
import { folderAccess, personAccess } from './views/access.ts'
import { loginsToFind } from './views/every-login.ts'

/** What somebody can open, who can open something, what a search finds: by the ledger that this desk has verified, without the server. */
export function accessHandlers(keeper: Keeper): Pick<Handlers, 'access.person' | 'access.folder' | 'logins.find'> {
  return {
    'access.person': ({ member }) =>
      keeper.look(() => Promise.resolve(personAccess(needFullyUnlocked(keeper).vault, member))),
    'access.folder': ({ folder }) =>
      keeper.look(() => Promise.resolve(folderAccess(needFullyUnlocked(keeper).vault, folder))),
    'logins.find': () => keeper.look(() => Promise.resolve(loginsToFind(needFullyUnlocked(keeper).vault))),
  }
}
