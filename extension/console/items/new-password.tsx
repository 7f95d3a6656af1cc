import { RefreshCw } from 'lucide-preact'
import { useAct } from '../../messages/use-act.ts'
import type { FolderView, ItemFields, ItemRow } from '../../messages/views.ts'
import { Button } from '../../ui/button.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { navigate } from '../../ui/router.ts'
import { itemWords } from '../../words/console-items.ts'
import { draftEdit, draftOf, type } from '../state/drafts.ts'
import { generatePassword } from '../state/password-wish.ts'
import { pathTo } from '../state/screens.ts'

type NewPasswordProps = { readonly folder: FolderView; readonly row: ItemRow; readonly fields: ItemFields }

/** Opens the form of a login with a new password in it: to be set at the client, then saved. Nothing is saved by it. */
export function NewPassword({ folder: { folder }, row: { item, revision }, fields }: NewPasswordProps) {
  const act = useAct()
  const start = () => {
    act.run(async () => {
      // What was typed already stays as it is.
      if (draftOf(folder, item) === null) {
        const password = await generatePassword()
        draftEdit(folder, item, revision, fields)
        const draft = draftOf(folder, item)
        if (draft !== null) type(draft, { password })
      }
      navigate(pathTo({ at: 'edit', folder, item }))
    })
  }
  return (
    <>
      <Button size="small" icon={RefreshCw} onClick={start}>
        {itemWords().generate}
      </Button>
      {act.failed !== null && <FailureBanner code={act.failed.code} />}
    </>
  )
}
