import { Folder } from 'lucide-preact'
import type { FolderView } from '../../messages/views.ts'
import { fold, holdsWords } from '../../ui/fold.ts'
import { List } from '../../ui/list.tsx'
import { navigate } from '../../ui/router.ts'
import { RowText } from '../../ui/row-text.tsx'
import { common } from '../../words/common.ts'
import { folderWords } from '../../words/console-folders.ts'
import { folderLoad } from '../state/carry.ts'
import { headCount, loginCount, type HeadCount } from '../state/inside.ts'
import { pathTo } from '../state/screens.ts'
import { shownUnder } from '../state/world.ts'

const sayLogins = ({ seen, more }: HeadCount) => (more ? folderWords().loginsSeen(seen) : common().items(seen))
/** How many people reach a folder, or that they are at least so many. */
export const sayPeople = ({ seen, more }: HeadCount) =>
  more ? folderWords().peopleAtLeast(seen) : common().people(seen)

/** The line under a folder's name: the folders in it, the logins in it and below, the people who reach it. */
export function underFolder(folder: FolderView): string {
  const inside = shownUnder(folder.folder).length
  const people = folder.personal === null ? [sayPeople(headCount(folder))] : []
  return [...(inside > 0 ? [common().folders(inside)] : []), sayLogins(loginCount(folder)), ...people].join(' · ')
}

type FoldersInsideProps = {
  readonly of: FolderView
  /** What is typed in the filter above. */
  readonly typed: string
  /** Logins follow below: then the folders take no more than half of the column. */
  readonly above: boolean
}

/** The folders right inside one, with what they hold. Nothing where there are none, or where the filter leaves none. */
export function FoldersInside({ of, typed, above }: FoldersInsideProps) {
  const t = folderWords()
  const all = shownUnder(of.folder)
  const holds = holdsWords(typed)
  const found = all.filter(({ name }) => holds(fold(name)))
  if (found.length === 0) return null
  const { seen, more } = loginCount(of)
  const logins = more ? t.loginsSeen(seen) : common().items(seen)
  return (
    <>
      <p class="c-inside" role="status">
        {typed.trim() === '' ? t.below(all.length, logins) : t.foundInside(found.length, all.length)}
      </p>
      <div class="c-rows" data-above={above} style={{ '--rows': found.length }}>
        <List
          label={t.foldersBelow}
          rows={found}
          idOf={(each) => each.folder}
          render={(each) => (
            <RowText
              icon={Folder}
              hue={shownUnder(each.folder).length === 0 ? each.hue : null}
              name={each.name}
              under={underFolder(each)}
            />
          )}
          onEnter={(each) => {
            navigate(pathTo({ at: 'folder', folder: each.folder }))
          }}
          loadOf={(each) => folderLoad(each.folder)}
        />
      </div>
    </>
  )
}
