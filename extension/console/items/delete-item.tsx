import { ask } from '../../messages/ask.ts'
import type { ItemRow } from '../../messages/views.ts'
import { navigate } from '../../ui/router.ts'
import { toast } from '../../ui/toast.tsx'
import { itemWords } from '../../words/console-items.ts'
import { unsentWords } from '../../words/console-unsent.ts'
import { Confirm } from '../parts/confirm.tsx'
import { draftOf, dropDraft } from '../state/drafts.ts'
import { pathTo } from '../state/screens.ts'
import { choosing } from '../state/unsent.ts'

/** Deletes a login after a confirmation. */
export function DeleteItem({ row, onClose }: { readonly row: ItemRow; readonly onClose: () => void }) {
  const t = itemWords()
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
        else toast(unsent === null ? t.deleted : unsentWords().deletedHere)
      }}
    >
      {t.deleteHint}
    </Confirm>
  )
}
