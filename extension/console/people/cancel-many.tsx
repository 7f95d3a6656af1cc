import { MailX } from 'lucide-preact'
import { toast } from '../../ui/toast.tsx'
import { batchWords } from '../../words/batches.ts'
import { invitationChoice } from '../state/picked-requests.ts'
import { openReview } from '../state/sheet.ts'
import { ActOnChosen } from './act-on-chosen.tsx'

/** Cancels several invitations under one signature: whose they are is on one sheet. */
export function CancelMany() {
  const t = batchWords()
  return (
    <ActOnChosen
      among={invitationChoice}
      label={t.cancelSeveral}
      hint={null}
      icon={MailX}
      verb={t.cancel}
      danger
      onAct={(chosen) => {
        void openReview({ do: 'cancel-invitations', invitations: chosen }, (signed) => {
          invitationChoice.chooseAll(false)
          if (signed.do === 'cancel-invitations') toast(t.cancelled(signed.invitations.length))
        })
      }}
    />
  )
}
