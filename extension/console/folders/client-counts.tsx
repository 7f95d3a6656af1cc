import { ask } from '../../messages/ask.ts'
import type { FolderView, ItemRow } from '../../messages/views.ts'
import { Link } from '../../ui/link.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { clientListWords } from '../../words/client-list.ts'
import { Fact } from './fact.tsx'
import { sayPeople } from '../items/folders-inside.tsx'
import { rows } from '../state/folder-items.ts'
import { headCount } from '../state/inside.ts'
import { endingGrants } from '../state/overview.ts'
import { pathTo } from '../state/screens.ts'
import { useAsked } from '../state/use-asked.ts'
import { folders, toChangeCount, trailTo, folderAt } from '../state/world.ts'

const liesIn = (folder: FolderView | null, above: FolderView) =>
  folder !== null && trailTo(folder).some((each) => each.folder === above.folder)

/** What is to be done at a client, in its folder and below, each with the way there; and its last change. Nothing that is nought. */
export function ClientCounts({ folder }: { readonly folder: FolderView }) {
  const t = clientListWords()
  const ending = endingGrants(folders.value, Date.now()).filter((one) => liesIn(one.folder, folder))
  const [first] = ending
  const last = newest(rows() ?? [])
  return (
    <>
      <Fact label={t.reach}>
        <Link to={pathTo({ at: 'access', folder: folder.folder })}>{sayPeople(headCount(folder))}</Link>
      </Fact>
      {first !== undefined && (
        <Fact label={t.soon}>
          <Link to={pathTo({ at: 'access', folder: first.folder.folder })}>{t.grantsSoon(ending.length)}</Link>
        </Fact>
      )}
      {(toChangeCount.value ?? 0) > 0 && <ToChangeHere folder={folder} />}
      {last !== null && (
        <Fact label={t.last}>
          {last.changedBy === null ? last.name : t.lastBy(last.name, last.changedBy)}{' '}
          <span class="c-soft">
            <RelativeTime time={last.changedAt} />
          </span>
        </Fact>
      )}
    </>
  )
}

const newest = (all: readonly ItemRow[]): ItemRow | null =>
  all.reduce<ItemRow | null>((best, row) => (best === null || row.changedAt > best.changedAt ? row : best), null)

/** How many passwords in and below the folder are to be changed; nothing until that is known. */
function ToChangeHere({ folder }: { readonly folder: FolderView }) {
  const t = clientListWords()
  const asked = useAsked(() => ask('items.to-change', null), folder.folder)
  if (asked.state !== 'known') return null
  const here = asked.value.rows.filter((row) => liesIn(folderAt(row.folder), folder)).length
  if (here === 0) return null
  return (
    <Fact label={t.toDo}>
      <Link to={pathTo({ at: 'to-change' })}>{t.toChange(here)}</Link>
    </Fact>
  )
}
