import type { Handlers } from '../../messages/serve.ts'
import { deletedItems, restoreItem } from '../items/deleted-items.ts'
import { readItem } from '../items/items.ts'
import { withSecret } from '../items/recorded-use.ts'
import type { Keeper } from '../keeper.ts'
import { needShown } from '../second-key.ts'

/** Reads an item, and brings a deleted one back. Saving and deleting are in `unsentHandlers`. */
export function itemHandlers(keeper: Keeper): Pick<Handlers, 'item.read' | 'items.deleted' | 'item.restore'> {
  return {
    'item.read': ({ folder, item }) =>
      keeper.look(() => {
        const open = needShown(keeper)
        return withSecret(open, { folder, item, purpose: 'read' }, () => readItem(open.vault, folder, item))
      }),
    'items.deleted': ({ folder }) =>
      keeper.look(async () => ({ items: await deletedItems(needShown(keeper), folder) })),
    'item.restore': ({ folder, item }) =>
      keeper.run(async () => {
        await restoreItem(needShown(keeper), folder, item)
        await keeper.refresh()
        return null
      }),
  }
}
