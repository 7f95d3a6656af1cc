import { UserRoundCheck } from 'lucide-preact'
import { toast } from '../../ui/toast.tsx'
import { batchWords } from '../../words/batches.ts'
import { requestChoice } from '../state/picked-requests.ts'
import { openReview } from '../state/sheet.ts'
import { joinRequests } from '../state/world.ts'
import { ActOnChosen } from './act-on-chosen.tsx'

/** Lets several newcomers in under one signature: who is chosen is on one sheet, by name. */
export function LetInMany() {
  const t = batchWords()
  return (
    <ActOnChosen
      among={requestChoice}
      label={t.letInSeveral}
      hint={requestChoice.all.value.length < joinRequests.value.length ? t.alone : null}
      icon={UserRoundCheck}
      verb={t.letIn}
      onAct={(chosen) => {
        void openReview({ do: 'approve-many', invitations: chosen }, (signed) => {
          requestChoice.chooseAll(false)
          if (signed.do === 'approve-many') toast(t.letInDone(signed.invitations.length))
        })
      }}
    />
  )
}
