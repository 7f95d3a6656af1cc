import { ask } from '../../messages/ask.ts'
import type { ItemRow } from '../../messages/views.ts'
import { navigate } from '../../ui/router.ts'
import { toast } from '../../ui/toast.tsx'
import { common } from '../../words/common.ts'
import { deletedWords } from '../../words/console-deleted.ts'
import { sayFailure } from '../../words/failures.ts'
import { codeOf } from '../state/failing.ts'
import { folderAt } from '../state/world.ts'
import { itemWords } from '../../words/console-items.ts'
import { unsentWords } from '../../words/console-unsent.ts'
import { Confirm } from '../parts/confirm.tsx'
import { draftOf, dropDraft } from '../state/drafts.ts'
import { pathTo } from '../state/screens.ts'
import { choosing } from '../state/unsent.ts'

/**
 * Says that a login was deleted, with "Undo" for whoever can: what was not sent yet is dropped; what was sent, a manager of its folder
 * brings back.
 */
function sayDeleted({ folder, item }: ItemRow, unsent: string | null, manages: boolean): void {
  const undo = () => {
    const undone = unsent === null ? ask('item.restore', { folder, item }) : ask('unsent.discard', { folder, item })
    undone.then(
      () => {
        toast(deletedWords().broughtBack)
        navigate(pathTo({ at: 'item', folder, item }))
      },
      (error: unknown) => {
        toast(sayFailure(codeOf(error)).what)
      },
    )
  }
  const act = unsent !== null || manages ? { label: common().undo, onClick: undo } : null
  toast(unsent === null ? itemWords().deleted : unsentWords().deletedHere, act)
}

/** Deletes a login after a confirmation. */
export function DeleteItem({ row, onClose }: { readonly row: ItemRow; readonly onClose: () => void }) {
  const t = itemWords()
  const d = deletedWords()
  const manages = folderAt(row.folder)?.level === 'manage'
  return (
    <Confirm
      title={t.deleteTitle(row.name)}
      verb={t.deleteLogin}
      busy={t.deleting}
      onClose={onClose}
      onYes={async () => {
        const { unsent } = await ask('item.delete', { folder: row.folder, item: row.item, base: row.revision })
        const draft = draftOf(row.folder, row.item)
        if (draft !== null) dropDraft(draft)
        onClose()
        navigate(pathTo({ at: 'folder', folder: row.folder }), 'replace')
        if (unsent === 'needs-choice') choosing.value = { folder: row.folder, item: row.item }
        else sayDeleted(row, unsent, manages)
      }}
    >
      {manages ? d.deleteHint : d.deleteHintAsk}
    </Confirm>
  )
}
