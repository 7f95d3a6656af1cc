import { useEffect } from 'preact/hooks'
import type { FolderView } from '../../messages/views.ts'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { common } from '../../words/common.ts'
import { ItemForm } from './item-form.tsx'
import { ItemView } from './item-view.tsx'
import { Gone } from '../parts/nothing.tsx'
import { draftAt, draftEdit, draftNew, draftOf } from '../state/drafts.ts'
import { rows } from '../state/folder-items.ts'
import type { ItemId } from '../state/ids.ts'
import { closeSecret, openItem, openSecret } from '../state/open-item.ts'
import { pathTo, screen } from '../state/screens.ts'
import { unsentAt } from '../state/unsent.ts'
import { canEdit, hasLevel } from '../state/world.ts'
import { UnsentDetail } from '../unsent/unsent-detail.tsx'

type ItemPaneProps = {
  readonly folder: FolderView
  /** The item's id as the address has it; null for a new login. */
  readonly wanted: string | null
  readonly editing: boolean
}

/** One login: shown, or in its form. */
export function ItemPane({ folder, wanted, editing }: ItemPaneProps) {
  if (wanted === null) return <NewItem folder={folder} />
  return <OneItem folder={folder} wanted={wanted} editing={editing} />
}

function NewItem({ folder }: { readonly folder: FolderView }) {
  const draft = draftOf(folder.folder, null)
  const writes = canEdit(folder)
  useEffect(() => {
    if (writes && screen.peek().at === 'new') draftNew(folder.folder)
  }, [folder.folder, writes, draft === null])
  if (!writes) return <Gone />
  return draft === null ? <Skeleton /> : <ItemForm draft={draft} row={null} folder={folder} />
}

function OneItem({ folder, wanted, editing }: ItemPaneProps & { readonly wanted: string }) {
  const row = rows()?.find((each) => each.item === wanted) ?? null
  const item: ItemId | null = row?.item ?? null
  const reads = hasLevel(folder, 'read')
  const draft = editing && item !== null ? draftOf(folder.folder, item) : null

  // The secret is fetched when the pane opens and after each new revision, and dropped when the pane closes.
  useEffect(() => {
    if (item !== null && reads) void openSecret(folder.folder, item)
    return closeSecret
  }, [folder.folder, item, reads])
  useEffect(() => {
    const now = openItem.peek()
    if (item !== null && now.state === 'open' && now.item === item && row !== null && now.revision < row.revision)
      void openSecret(folder.folder, item)
  }, [row?.revision])

  const open = openItem.value
  const opened = open.state === 'open' && open.item === item ? open : null
  useEffect(() => {
    if (opened !== null && draft === null && canEdit(folder) && screen.peek().at === 'edit')
      draftEdit(folder.folder, opened.item, opened.revision, opened.fields)
  }, [opened, draft === null, editing])

  if (row === null) {
    // Somebody deleted the login meanwhile: the typed text is still here.
    const kept = editing ? draftAt(folder.folder, wanted) : null
    if (kept !== null) return <ItemForm draft={kept} row={null} folder={folder} />
    const edit = unsentAt(wanted)
    return edit === null ? (
      <Gone />
    ) : (
      <UnsentDetail edit={edit} above={pathTo({ at: 'folder', folder: folder.folder })} />
    )
  }
  // A conflict that needs the person's choice is settled before the login is edited.
  const isAsked = row.unsent !== null && row.unsent !== 'waiting'
  if (draft !== null && !isAsked) return <ItemForm draft={draft} row={row} folder={folder} />
  if (open.state === 'failed' && open.item === row.item)
    return (
      <div class="c-pad">
        <FailureBanner
          code={open.code}
          act={
            <Button size="small" onClick={() => void openSecret(folder.folder, row.item)}>
              {common().retry}
            </Button>
          }
        />
      </div>
    )
  if (reads && opened === null) return <Skeleton />
  return <ItemView folder={folder} row={row} fields={opened?.fields ?? null} past={opened?.past ?? 0} />
}
