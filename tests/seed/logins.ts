import { newItemId } from '../../shared/bytes/ids.ts'
import type { FolderId } from '../../shared/bytes/ids.ts'
import { importLogins } from '../../extension/keeper/items/import-logins.ts'
import type { ItemFields } from '../../extension/messages/item-fields.ts'
import type { Person } from '../headless/person.ts'
import { drawnFrom } from './seeded-random.ts'

/** Writes new logins into one folder, as an import does. Throws as `importLogins`. */
export async function writeLogins({ keeper }: Person, folder: FolderId, all: readonly ItemFields[]): Promise<void> {
  const rows = await drawnFrom(`logins of ${folder}`, () =>
    Promise.resolve(all.map((fields) => ({ item: newItemId(), fields, history: [] }))),
  )
  const { refused } = await importLogins(keeper.needOpen(), [{ folder, logins: rows }])
  if (refused.length > 0) throw new Error(`${String(refused.length)} logins are refused: ${refused[0]?.code ?? ''}`)
}
