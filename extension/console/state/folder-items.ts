import { effect, signal, untracked } from '@preact/signals'
import { watch } from '../../messages/watch.ts'
import type { FolderItems, ItemRow } from '../../messages/views.ts'
import { foldOnce, holdsWords } from '../../ui/fold.ts'
import { dropChanged } from './health.ts'
import type { FolderId } from './ids.ts'

/** The items of the folder on screen, null while the keeper has not answered. */
export const folderItems = signal<FolderItems | null>(null)
/** What is typed in the filter above the list. */
export const filter = signal('')

let watching: { folder: FolderId; stop(): void } | null = null

/** Watches the items of this folder, and no longer those of the last; null watches none. */
export function showItemsOf(folder: FolderId | null): void {
  if (watching?.folder === folder) return
  watching?.stop()
  watching = null
  folderItems.value = null
  filter.value = ''
  if (folder === null) return
  const watched = watch({ view: 'folder', folder })
  const stopEffect = effect(() => {
    const now = watched.value.value
    folderItems.value = now
    if (now !== null && 'items' in now) untracked(() => dropChanged(folder, now.items))
  })
  watching = {
    folder,
    stop() {
      stopEffect()
      watched.stop()
    },
  }
}

/** The rows on screen, by id; null while they load or when the folder is refused. */
export const rows = (): ItemRow[] | null =>
  folderItems.value !== null && 'items' in folderItems.value ? folderItems.value.items : null

const searched = foldOnce(({ name, username, tags, urls }: ItemRow) =>
  [name, username, ...tags, ...urls.map(({ address }) => address)].join('\n'),
)

/** The rows whose name, username, tags or addresses contain what is typed, in their order. */
export function matching(items: readonly ItemRow[], typed: string): readonly ItemRow[] {
  const holds = holdsWords(typed)
  return items.filter((item) => holds(searched(item)))
}
