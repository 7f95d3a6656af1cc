import { signal } from '@preact/signals'
import type { FolderId, ItemId } from './ids.ts'
import { ask } from '../../messages/ask.ts'
import type { ItemFields } from '../../messages/views.ts'
import { codeOf } from './failing.ts'

export type OpenItem =
  | { state: 'closed' }
  | { state: 'opening'; item: ItemId }
  | { state: 'open'; item: ItemId; fields: ItemFields; revision: number; past: number }
  | { state: 'failed'; item: ItemId; code: string }

/** The one item whose secret part is open in this page: dropped when another opens, when its pane closes, at lock. */
export const openItem = signal<OpenItem>({ state: 'closed' })

let turn = 0

/** Opens an item's secret part. An answer that comes after another item was opened is dropped. */
export async function openSecret(folder: FolderId, item: ItemId): Promise<void> {
  const mine = ++turn
  const before = openItem.peek()
  // The old revision stays on screen until the new one has arrived, so that the pane does not flicker.
  if (before.state !== 'open' || before.item !== item) openItem.value = { state: 'opening', item }
  try {
    const { fields, revision, past } = await ask('item.read', { folder, item })
    if (mine === turn) openItem.value = { state: 'open', item, fields, revision, past }
  } catch (error) {
    if (mine === turn) openItem.value = { state: 'failed', item, code: codeOf(error) }
  }
}

/** Forgets the open secret. */
export function closeSecret(): void {
  turn++
  openItem.value = { state: 'closed' }
}
