import type { Handlers } from '../../messages/serve.ts'
import { exportLogins } from '../items/export-logins.ts'
import { importLogins } from '../items/import-logins.ts'
import { findKnown } from '../items/known-logins.ts'
import type { Keeper } from '../keeper.ts'
import { needFullyUnlocked } from '../second-key.ts'

/**
 * An export, page by page. An import, a thousand logins at a time. Pages and disk get what it made with the next sync, and not after
 * each of twenty requests: the server has it by then, so that a worker that dies in between fetches it again. What a folder has is told
 * after the import that an earlier page may have left under way, or its logins would be made twice.
 */
export function importHandlers(keeper: Keeper): Pick<Handlers, 'items.known' | 'items.import' | 'items.export'> {
  return {
    'items.known': ({ folder, logins }) =>
      keeper.run(async () => ({ known: await findKnown(needFullyUnlocked(keeper).vault, folder, logins) })),
    'items.export': (asked) => keeper.look(() => exportLogins(needFullyUnlocked(keeper), asked)),
    'items.import': ({ batches }) => keeper.run(() => importLogins(needFullyUnlocked(keeper), batches)),
  }
}
