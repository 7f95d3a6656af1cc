import { useState } from 'preact/hooks'
import { Button } from '../../ui/button.tsx'
import { navigate } from '../../ui/router.ts'
import { common } from '../../words/common.ts'
import { itemWords } from '../../words/console-items.ts'
import { Confirm } from '../parts/confirm.tsx'
import { dropDraft, isDirty, type Draft } from '../state/drafts.ts'

/** Leaves a form: at once when nothing was typed, otherwise after a confirmation. */
export function DiscardButton({ draft, back }: { readonly draft: Draft; readonly back: string }) {
  const [asking, setAsking] = useState(false)
  const t = itemWords()
  const dirty = isDirty(draft)
  const leave = () => {
    navigate(back, 'replace')
    dropDraft(draft)
  }
  return (
    <>
      <Button
        disabled={draft.saving.state === 'saving'}
        onClick={() => {
          if (dirty) setAsking(true)
          else leave()
        }}
      >
        {dirty ? t.discard : common().cancel}
      </Button>
      {asking && (
        <Confirm
          title={t.discardTitle}
          verb={t.discard}
          busy={t.discard}
          no={t.keepEditing}
          onClose={() => {
            setAsking(false)
          }}
          onYes={() => {
            leave()
            return Promise.resolve()
          }}
        >
          {draft.item === null ? t.discardNewHint : t.discardHint}
        </Confirm>
      )}
    </>
  )
}
