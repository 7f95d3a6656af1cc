import { ask } from '../../messages/ask.ts'
import type { InvitationView } from '../../messages/views.ts'
import { toast } from '../../ui/toast.tsx'
import { endingWords } from '../../words/endings.ts'
import { Confirm } from '../parts/confirm.tsx'

type CancelInvitationProps = { readonly invitation: InvitationView; readonly onClose: () => void }

/** Cancels an invitation, or refuses whoever answered it, after a question. */
export function CancelInvitation({ invitation: { invitation, name, state }, onClose }: CancelInvitationProps) {
  const t = endingWords()
  const refuses = state === 'asked'
  return (
    <Confirm
      title={refuses ? t.refuseTitle(name) : t.cancelTitle(name)}
      verb={refuses ? t.refuse : t.cancelInvitation}
      busy={refuses ? t.refusing : t.cancelling}
      no={refuses ? null : t.keepInvitation}
      onClose={onClose}
      onYes={async () => {
        await ask('act.sign', { do: 'cancel-invitation', invitation })
        onClose()
        toast(refuses ? t.refused(name) : t.cancelled)
      }}
    >
      {refuses ? t.refuseHint : t.cancelHint}
    </Confirm>
  )
}
