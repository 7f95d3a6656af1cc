import type { Handlers } from '../../messages/serve.ts'
import { deletedItems, everyDeletedItem, restoreItem } from '../items/deleted-items.ts'
import { readHistory, readItem } from '../items/items.ts'
import { useSecret } from '../items/recorded-use.ts'
import type { Keeper } from '../keeper.ts'
import { needFullyUnlocked } from '../second-key.ts'
import { toChangeRows } from './views/to-change.ts'

type Names = 'item.read' | 'item.history' | 'items.deleted' | 'item.restore' | 'items.to-change'

/**
 * Reads an item and its earlier passwords, says which passwords to change, and brings a deleted item back. Saving and deleting are in
 * `unsentHandlers`.
 */
export function itemHandlers(keeper: Keeper): Pick<Handlers, Names> {
  return {
    'item.read': ({ folder, item }) =>
      keeper.look(() => {
        const open = needFullyUnlocked(keeper)
        return useSecret(open, { folder, item, purpose: 'read' }, () => readItem(open.vault, folder, item))
      }),
    'item.history': ({ folder, item }) =>
      keeper.look(() => {
        const open = needFullyUnlocked(keeper)
        const read = async () => ({ history: await readHistory(open.vault, folder, item) })
        return useSecret(open, { folder, item, purpose: 'read' }, read)
      }),
    'items.deleted': ({ folder }) =>
      keeper.look(async () => {
        const open = needFullyUnlocked(keeper)
        return { items: folder === null ? await everyDeletedItem(open) : await deletedItems(open, folder) }
      }),
    'items.to-change': () => keeper.look(async () => ({ rows: await toChangeRows(needFullyUnlocked(keeper)) })),
    'item.restore': ({ folder, item }) =>
      keeper.run(async () => {
        await restoreItem(needFullyUnlocked(keeper), folder, item)
        await keeper.refresh()
        return null
      }),
  }
}
