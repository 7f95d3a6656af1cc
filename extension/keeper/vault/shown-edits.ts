import type { FolderId, ItemId } from '../../../shared/bytes/ids.ts'
import type { Overview } from '../../../shared/vault/item.ts'
import type { UnsentState } from '../../messages/views.ts'
import { overviewOf } from './item-parts.ts'
import { unsentOf, unsentState } from './unsent-edits.ts'
import type { UnsentEdit } from './unsent-schema.ts'
import { shelfOf } from './vault.ts'
import type { Vault } from './vault.ts'

/** Returns the unsent edit that is shown instead of the item: one that will be sent without a question. Null where there is none. */
export function shownEdit(vault: Vault, folder: FolderId, item: ItemId): UnsentEdit | null {
  const edit = unsentOf(vault, folder, item)
  return edit !== null && unsentState(vault, edit) === 'waiting' ? edit : null
}

/** Returns the overviews of a folder with this person's unsent edits applied, each with the state of its edit. */
export function shownOverviews(
  vault: Vault,
  folder: FolderId,
): Map<ItemId, { overview: Overview; unsent: UnsentState | null }> {
  const shown = new Map<ItemId, { overview: Overview; unsent: UnsentState | null }>()
  for (const [item, overview] of shelfOf(vault, folder).overviews) shown.set(item, { overview, unsent: null })
  for (const edit of vault.unsent.edits.filter((one) => one.folder === folder)) {
    const state = unsentState(vault, edit)
    const there = shown.get(edit.item)
    if (state !== 'waiting') {
      if (there !== undefined) shown.set(edit.item, { ...there, unsent: state })
    } else if (edit.fields === null) shown.delete(edit.item)
    else shown.set(edit.item, { overview: overviewOf(edit.fields, there?.overview.passwordIn ?? []), unsent: state })
  }
  return shown
}
