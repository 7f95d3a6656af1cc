import type { Handlers } from '../../messages/serve.ts'
import { deletedItems, restoreItem } from '../items/deleted-items.ts'
import { readItem } from '../items/items.ts'
import { useSecret } from '../items/recorded-use.ts'
import type { Keeper } from '../keeper.ts'
import { needFullyUnlocked } from '../second-key.ts'

/** Reads an item, and brings a deleted one back. Saving and deleting are in `unsentHandlers`. */
export function itemHandlers(keeper: Keeper): Pick<Handlers, 'item.read' | 'items.deleted' | 'item.restore'> {
  return {
    'item.read': ({ folder, item }) =>
      keeper.look(() => {
        const open = needFullyUnlocked(keeper)
        return useSecret(open, { folder, item, purpose: 'read' }, () => readItem(open.vault, folder, item))
      }),
    'items.deleted': ({ folder }) =>
      keeper.look(async () => ({ items: await deletedItems(needFullyUnlocked(keeper), folder) })),
    'item.restore': ({ folder, item }) =>
      keeper.run(async () => {
        await restoreItem(needFullyUnlocked(keeper), folder, item)
        await keeper.refresh()
        return null
      }),
  }
}
