import { useEffect, useState } from 'preact/hooks'
import { Hourglass, SearchX, Trash2, UserLock } from 'lucide-preact'
import { ask } from '../../messages/ask.ts'
import type { DeletedItem } from '../../messages/deleted-view.ts'
import { useAct } from '../../messages/use-act.ts'
import type { FolderView } from '../../messages/views.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { foldOnce, holdsWords } from '../../ui/fold.ts'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { List } from '../../ui/list.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { navigate } from '../../ui/router.ts'
import { RowText } from '../../ui/row-text.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { relativeTo } from '../../ui/time.ts'
import { toast } from '../../ui/toast.tsx'
import { common } from '../../words/common.ts'
import { deletedWords } from '../../words/console-deleted.ts'
import { peopleWords } from '../../words/console-people.ts'
import { DetailHead } from '../parts/detail-head.tsx'
import { pathTo } from '../state/screens.ts'
import { folderAt, folders, hasLevel } from '../state/world.ts'

const DAY = 24 * 3_600_000

/** What was deleted in all folders that this person manages. */
export function DeletedPane() {
  const t = deletedWords()
  const manages = folders.value.some((folder) => hasLevel(folder, 'manage'))
  return (
    <>
      <PageHeader title={t.title} />
      {manages ? <Deleted folder={null} /> : <AskManager />}
    </>
  )
}

/** What was deleted in one folder. */
export function DeletedIn({ folder }: { readonly folder: FolderView }) {
  const t = deletedWords()
  return (
    <>
      <DetailHead title={t.titleIn(folder.name)} above={pathTo({ at: 'folder', folder: folder.folder })} />
      {hasLevel(folder, 'manage') ? <Deleted folder={folder} /> : <AskManager />}
    </>
  )
}

function AskManager() {
  const t = deletedWords()
  return (
    <EmptyState icon={UserLock} title={t.onlyManagers}>
      {t.askManager}
    </EmptyState>
  )
}

const searched = foldOnce(({ name, username, by, path }: DeletedItem) => [name, username, by, ...path].join('\n'))

/** The deleted logins, asked of the server when shown: nothing of them stays on this desk. */
function Deleted({ folder }: { readonly folder: FolderView | null }) {
  const [items, setItems] = useState<readonly DeletedItem[] | null>(null)
  const [typed, setTyped] = useState('')
  const loading = useAct()
  const restoring = useAct()
  const t = deletedWords()
  const id = folder?.folder ?? null
  const load = () => {
    loading.run(async () => {
      setItems((await ask('items.deleted', { folder: id })).items)
    })
  }
  // Anew where the folder's logins change: somebody deleted one, or brought it back.
  const many = id === null ? null : (folderAt(id)?.items ?? null)
  useEffect(load, [id, many])
  const bringBack = ({ folder: at, item }: DeletedItem) => {
    restoring.run(async () => {
      await ask('item.restore', { folder: at, item })
      setItems((now) => now?.filter((each) => each.item !== item) ?? null)
      const open = () => {
        navigate(pathTo({ at: 'item', folder: at, item }))
      }
      toast(t.broughtBack, { label: t.open, onClick: open })
    })
  }
  if (loading.failed !== null)
    return (
      <div class="c-pad">
        <FailureBanner
          code={loading.failed.code}
          act={
            <Button size="small" onClick={load}>
              {common().retry}
            </Button>
          }
        />
      </div>
    )
  if (items === null) return <Skeleton />
  if (items.length === 0)
    return (
      <EmptyState icon={Trash2} title={t.emptyTitle}>
        {t.how}
      </EmptyState>
    )
  const holds = holdsWords(typed)
  const found = items.filter((item) => holds(searched(item)))
  return (
    <>
      {restoring.failed !== null && (
        <div class="c-pad">
          <FailureBanner code={restoring.failed.code} />
        </div>
      )}
      <div class="c-filter">
        <SearchField label={t.filter} value={typed} onInput={setTyped} />
      </div>
      {found.length === 0 ? (
        <EmptyState icon={SearchX} title={peopleWords().noMatch(typed)} />
      ) : (
        <div class="c-rows">
          <List
            label={t.title}
            rows={found}
            rowHeight={56}
            idOf={(item) => item.item}
            render={(item) => <Row item={item} path={id === null} />}
            acts={(item, active) => (
              <Button
                size="small"
                tabIndex={active ? 0 : -1}
                title={t.bringBackOne(item.name ?? t.unnamed)}
                disabled={restoring.busy}
                onClick={() => {
                  bringBack(item)
                }}
              >
                {t.bringBack}
              </Button>
            )}
            onEnter={() => undefined}
          />
        </div>
      )}
    </>
  )
}

function Row({ item, path }: { readonly item: DeletedItem; readonly path: boolean }) {
  const t = deletedWords()
  const now = Date.now()
  const when = relativeTo(item.at, now)
  const under = [
    path ? item.path.join(' › ') : (item.username ?? ''),
    item.by === null ? t.at(when) : t.by(item.by, when),
  ]
  const days = Math.floor((item.until - now) / DAY)
  return (
    <RowText name={item.name ?? t.unnamed} under={under.filter((one) => one !== '').join(' · ')}>
      <Badge kind={days < 3 ? 'warn' : 'neutral'} icon={days < 3 ? Hourglass : null}>
        {t.left(days)}
      </Badge>
    </RowText>
  )
}
