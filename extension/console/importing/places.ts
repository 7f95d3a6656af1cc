import type { FolderId } from '../state/ids.ts'
import { folderAt, folders, trailTo } from '../state/world.ts'
import { derived } from '../state/derived.ts'

/** The path of a folder, from the top down. */
export const pathOf = (id: FolderId): string => {
  const folder = folderAt(id)
  return folder === null
    ? ''
    : trailTo(folder)
        .map(({ name }) => name)
        .join(' › ')
}

const byLetters = new Intl.Collator()

/** Every folder with its path, in the order of paths; none that is archived. */
export const places = derived(() =>
  folders.value
    .filter(({ archived }) => archived === 'no')
    .map(({ folder, name }) => ({ folder, name, path: pathOf(folder) }))
    .sort((one, other) => byLetters.compare(one.path, other.path)),
)
