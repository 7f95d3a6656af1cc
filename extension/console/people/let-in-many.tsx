import { UserRoundCheck } from 'lucide-preact'
import { Button } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { batchWords } from '../../words/batches.ts'
import { batchable, chooseAllRequests, chosenRequests } from '../state/picked-requests.ts'
import { openReview } from '../state/sheet.ts'
import { joinRequests } from '../state/world.ts'

/** Lets several newcomers in under one signature: who is chosen is on one sheet, by name. Nothing where fewer than two can be. */
export function LetInMany() {
  const t = batchWords()
  const all = batchable.value.length
  const chosen = chosenRequests.value
  if (all < 2) return null
  const review = () => {
    const invitations = chosen.map(({ invitation }) => invitation)
    void openReview({ do: 'approve-many', invitations }, (signed) => {
      chooseAllRequests(false)
      if (signed.do === 'approve-many') toast(t.letInDone(signed.invitations.length))
    })
  }
  return (
    <div class="c-request-many" role="toolbar" aria-label={t.letInSeveral}>
      <CheckboxField
        label={t.chooseAll}
        hint={all < joinRequests.value.length ? t.alone : null}
        checked={chosen.length === all}
        onChange={chooseAllRequests}
      />
      {chosen.length > 0 && (
        <Button kind="main" icon={UserRoundCheck} onClick={review}>
          {t.letIn(chosen.length)}
        </Button>
      )}
    </div>
  )
}
