import { useEffect } from 'preact/hooks'
import { FileKey, Folder, SearchX } from 'lucide-preact'
import type { FolderView, ItemRow } from '../../messages/views.ts'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { List } from '../../ui/list.tsx'
import { navigate } from '../../ui/router.ts'
import { RowText } from '../../ui/row-text.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { folderWords } from '../../words/console-folders.ts'
import { kindWords } from '../../words/item-kinds.ts'
import { kindIcons } from './kind-icons.ts'
import { manyWords } from '../../words/console-many.ts'
import { consoleWords } from '../../words/console.ts'
import { sayFailure } from '../../words/failures.ts'
import { loginLoad } from '../state/carry.ts'
import { draftOf, isDirty } from '../state/drafts.ts'
import { filter, folderItems, matching, MOST_ROWS } from '../state/folder-items.ts'
import { ManyBar } from './many-bar.tsx'
import { letGo, picked } from '../state/picked.ts'
import { pathTo, screen } from '../state/screens.ts'
import { canEdit, childrenOf, totals } from '../state/world.ts'
import { UnsentMark } from '../unsent/unsent-mark.tsx'

/** The logins of a folder: loading, refused, empty, filtered, or too many to show. */
export function ItemList({ folder }: { readonly folder: FolderView }) {
  const t = folderWords()
  const now = folderItems.value
  useEffect(() => letGo, [folder.folder])
  const refused = folder.refused ?? (now !== null && 'refused' in now ? now.refused : null)
  if (refused !== null) {
    const { what, next } = sayFailure(
      refused === 'rolled-back' || refused === 'shares-missing' ? refused : 'tampered-folder',
    )
    return (
      <div class="c-pad">
        {refused === 'shares-missing' ? (
          <Banner kind="info" title={what}>
            {next}
          </Banner>
        ) : (
          <Banner kind="danger" title={t.refusedTitle}>
            {what} {next}
          </Banner>
        )}
      </div>
    )
  }
  if (now === null || !('items' in now)) return <Skeleton />
  if (now.items.length === 0) return <NoLogins folder={folder} />
  const found = matching(now.items, filter.value)
  const more = found.length - MOST_ROWS
  return (
    <>
      <div class="c-filter">
        <SearchField
          label={t.filter}
          value={filter.value}
          onInput={(typed) => {
            filter.value = typed
          }}
        />
      </div>
      <ManyBar folder={folder} />
      {found.length === 0 ? (
        <NoMatch />
      ) : (
        <div class="c-rows">
          <List
            label={t.logins}
            rows={found.slice(0, MOST_ROWS)}
            idOf={(item) => item.item}
            render={(item) => <Row item={item} />}
            onEnter={(item) => {
              navigate(pathTo({ at: 'item', folder: folder.folder, item: item.item }))
            }}
            selected={readSelected()}
            pick={{
              picked: picked.value,
              onPick: (next) => {
                picked.value = next
              },
              labelOf: ({ name }) => manyWords().pick(name),
            }}
            loadOf={(item) => loginLoad(item, folder)}
          />
        </div>
      )}
      {more > 0 && (
        <p class="c-more" role="status">
          {t.onlyFirst(MOST_ROWS, more)}
        </p>
      )}
    </>
  )
}

const readSelected = () => ('item' in screen.value ? screen.value.item : null)

/** The line under the name: what it is, where that is no web login, its username, its tags. */
const underOf = ({ kind, username, tags }: ItemRow) =>
  [kind === 'login' ? '' : kindWords().kinds[kind], username, tags.join(', ')].filter((one) => one !== '').join(' · ')

function Row({ item }: { readonly item: ItemRow }) {
  const draft = draftOf(item.folder, item.item)
  return (
    <RowText icon={kindIcons[item.kind]} name={item.name} under={underOf(item)}>
      {item.unsent !== null && <UnsentMark state={item.unsent} />}
      {draft !== null && isDirty(draft) && <Badge kind="warn">{consoleWords().unsaved}</Badge>}
    </RowText>
  )
}

function NoLogins({ folder }: { readonly folder: FolderView }) {
  const t = folderWords()
  const writes = canEdit(folder)
  const below = childrenOf(folder.folder)
  if (below.length > 0) return <Below folders={below} />
  return (
    <EmptyState icon={FileKey} title={t.emptyTitle}>
      {folder.closed !== 'no' ? t.closedEmpty : writes ? t.emptyHint : t.emptyReadOnly}
    </EmptyState>
  )
}

/** The folders inside one that has no login itself, each with how many logins it holds, those of its own folders included. */
function Below({ folders: below }: { readonly folders: readonly FolderView[] }) {
  const t = folderWords()
  const total = (folder: FolderView) => totals.value.get(folder.folder) ?? 0
  return (
    <>
      <p class="c-more">
        {t.below(
          below.length,
          below.reduce((sum, each) => sum + total(each), 0),
        )}
      </p>
      <div class="c-rows">
        <List
          label={t.foldersBelow}
          rows={below}
          idOf={(each) => each.folder}
          render={(each) => <RowText icon={Folder} name={each.name} under={t.loginsIn(total(each))} />}
          onEnter={(each) => {
            navigate(pathTo({ at: 'folder', folder: each.folder }))
          }}
        />
      </div>
    </>
  )
}

function NoMatch() {
  const t = folderWords()
  return (
    <EmptyState
      icon={SearchX}
      title={t.noMatch(filter.value)}
      act={
        <Button
          onClick={() => {
            filter.value = ''
          }}
        >
          {t.clearFilter}
        </Button>
      }
    >
      {t.noMatchHint}
    </EmptyState>
  )
}
