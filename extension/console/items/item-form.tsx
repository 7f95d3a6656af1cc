import { useId, useState } from 'preact/hooks'
import { Save } from 'lucide-preact'
import type { FolderView, ItemRow } from '../../messages/views.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { navigate } from '../../ui/router.ts'
import { toast } from '../../ui/toast.tsx'
import { common } from '../../words/common.ts'
import { itemWords } from '../../words/console-items.ts'
import { unsentWords } from '../../words/console-unsent.ts'
import { DetailHead } from '../parts/detail-head.tsx'
import { DiscardButton } from './discard-button.tsx'
import { save, type Draft } from '../state/drafts.ts'
import { faultsOf } from '../state/faults.ts'
import { ItemInputs } from './item-inputs.tsx'
import { pathTo } from '../state/screens.ts'
import { choosing, sayKept } from '../state/unsent.ts'

type ItemFormProps = {
  readonly draft: Draft
  readonly folder: FolderView
  /** The item as it is now; null when it is new, or deleted. */
  readonly row: ItemRow | null
}

/** The form of a login. Whatever fails, the typed text stays. */
export function ItemForm({ draft, folder, row }: ItemFormProps) {
  const [tried, setTried] = useState(false)
  const form = useId()
  const t = itemWords()
  const { fields, saving } = draft
  const faults = tried ? faultsOf(fields) : null
  const busy = saving.state === 'saving'
  const back =
    draft.item === null
      ? pathTo({ at: 'folder', folder: folder.folder })
      : pathTo({ at: 'item', folder: folder.folder, item: draft.item })
  const send = async () => {
    const saved = await save(draft)
    if (saved === null) return
    const { item, revision, unsent } = saved
    navigate(pathTo({ at: 'item', folder: folder.folder, item }), 'replace')
    if (unsent === 'needs-choice') choosing.value = { folder: folder.folder, item }
    else if (unsent !== null) toast(sayKept(unsent))
    else toast(revision > (draft.base ?? 0) + 1 ? unsentWords().savedTogether : common().saved)
  }
  const submit = () => {
    setTried(true)
    if (faultsOf(fields) === null) void send()
  }
  return (
    <form
      id={form}
      class="c-item-form"
      noValidate
      aria-label={draft.item === null ? t.newLogin : t.editLogin(draft.start.name)}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <DetailHead title={draft.item === null ? t.newLogin : t.editLogin(draft.start.name)} above={back} />
      <div class="c-pad c-form">
        {row !== null && draft.base !== null && row.revision > draft.base && (
          <Banner kind="info" title={row.changedBy === null ? t.movedOnSomebody : t.movedOn(row.changedBy)}>
            {t.movedOnHint}
          </Banner>
        )}
        <ItemInputs draft={draft} faults={faults} />
      </div>
      <footer class="c-form-foot">
        {saving.state === 'failed' && (
          <FailureBanner
            code={saving.code}
            act={
              <Button size="small" type="submit">
                {common().retry}
              </Button>
            }
          />
        )}
        <div class="c-form-acts">
          <DiscardButton draft={draft} back={back} />
          <Button kind="main" type="submit" icon={Save} busy={busy ? common().saving : null}>
            {t.saveLogin}
          </Button>
        </div>
      </footer>
    </form>
  )
}
