import { useEffect } from 'preact/hooks'
import { ArrowDownUp, Check, FileKey, RectangleEllipsis, SearchX } from 'lucide-preact'
import type { FolderView, ItemRow } from '../../messages/views.ts'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { fold, holdsWords } from '../../ui/fold.ts'
import { List } from '../../ui/list.tsx'
import { MenuButton } from '../../ui/menu-button.tsx'
import { navigate } from '../../ui/router.ts'
import { RowText } from '../../ui/row-text.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { relativeTo } from '../../ui/time.ts'
import { folderWords } from '../../words/console-folders.ts'
import { itemWords } from '../../words/console-items.ts'
import { kindWords } from '../../words/item-kinds.ts'
import { listWords } from '../../words/lists.ts'
import { HealthMarks } from './health-marks.tsx'
import { kindIcons } from './kind-icons.ts'
import { manyWords } from '../../words/console-many.ts'
import { consoleWords } from '../../words/console.ts'
import { sayFailure } from '../../words/failures.ts'
import { toChangeWords } from '../../words/to-change.ts'
import { loginLoad } from '../state/carry.ts'
import { draftOf, isDirty } from '../state/drafts.ts'
import { filter, folderItems, matching } from '../state/folder-items.ts'
import { itemOrder, itemOrders, orderItems } from '../state/item-order.ts'
import { FoldersInside } from './folders-inside.tsx'
import { mayOpenSite, OpenSiteOfRow } from './open-site.tsx'
import { ManyBar } from './many-bar.tsx'
import { letGo, picked } from '../state/picked.ts'
import { pathTo, screen } from '../state/screens.ts'
import { sayWhyToChange } from '../state/say-why-to-change.ts'
import { canEdit, shownUnder } from '../state/world.ts'
import { UnsentMark } from '../unsent/unsent-mark.tsx'

/** The logins of a folder: loading, refused, empty, or filtered. */
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
  const inside = shownUnder(folder.folder)
  if (now.items.length === 0 && inside.length === 0) return <NoLogins folder={folder} />
  const found = orderItems(matching(now.items, filter.value), itemOrder.value)
  const holds = holdsWords(filter.value)
  const isInside = inside.some(({ name }) => holds(fold(name)))
  return (
    <>
      <div class="c-filter c-cols-search">
        <SearchField
          label={inside.length === 0 ? t.filter : t.filterBoth}
          value={filter.value}
          onInput={(typed) => {
            filter.value = typed
          }}
        />
        {now.items.length > 1 && <OrderMenu />}
      </div>
      <FoldersInside of={folder} typed={filter.value} above={found.length > 0} />
      <ManyBar folder={folder} />
      {found.length > 0 && isInside && <p class="c-inside">{t.loginsHere(found.length)}</p>}
      {found.length === 0 && !isInside && <NoMatch />}
      {found.length > 0 && (
        <div class="c-rows">
          <List
            label={t.logins}
            rows={found}
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
            acts={(item, active) => mayOpenSite(folder, item) && <OpenSiteOfRow row={item} active={active} />}
            loadOf={(item) => loginLoad(item, folder)}
          />
        </div>
      )}
    </>
  )
}

function OrderMenu() {
  const t = listWords()
  return (
    <MenuButton
      kind="quiet"
      icon={ArrowDownUp}
      spoken={t.order(t.orders[itemOrder.value])}
      items={itemOrders.map((one) => ({
        label: t.orders[one],
        ...(one === itemOrder.value && { icon: Check }),
        onSelect: () => {
          itemOrder.value = one
        },
      }))}
    />
  )
}

const readSelected = () => ('item' in screen.value ? screen.value.item : null)

/** The line under the name: when it changed, where that orders the list; what it is, where that is no web login; username, tags. */
function underOf({ kind, username, tags, changedAt }: ItemRow): string {
  const byChange = itemOrder.value === 'newest' || itemOrder.value === 'oldest'
  return [
    byChange ? itemWords().changedAt(relativeTo(changedAt, Date.now())) : '',
    kind === 'login' ? '' : kindWords().kinds[kind],
    username,
    tags.join(', '),
  ]
    .filter((one) => one !== '')
    .join(' · ')
}

function Row({ item }: { readonly item: ItemRow }) {
  const draft = draftOf(item.folder, item.item)
  return (
    <RowText icon={kindIcons[item.kind]} name={item.name} under={underOf(item)}>
      {item.toChange !== null && (
        <Badge kind="warn" icon={RectangleEllipsis} title={sayWhyToChange(item.toChange)}>
          {toChangeWords().mark}
        </Badge>
      )}
      <HealthMarks item={item} />
      {item.unsent !== null && <UnsentMark state={item.unsent} />}
      {draft !== null && isDirty(draft) && <Badge kind="warn">{consoleWords().unsaved}</Badge>}
    </RowText>
  )
}

function NoLogins({ folder }: { readonly folder: FolderView }) {
  const t = folderWords()
  const writes = canEdit(folder)
  return (
    <EmptyState icon={FileKey} title={t.emptyTitle}>
      {folder.closed !== 'no' ? t.closedEmpty : writes ? t.emptyHint : t.emptyReadOnly}
    </EmptyState>
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
