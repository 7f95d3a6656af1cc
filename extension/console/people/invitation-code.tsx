import { Copy } from 'lucide-preact'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { CopyField } from '../../ui/copy-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { dayOf } from '../../ui/time.ts'
import { peopleWords } from '../../words/console-people.ts'
import { invitations } from '../state/world.ts'

type InvitationCodeProps = {
  readonly code: string
  readonly who: string
  readonly email: string
  readonly onClose: () => void
}

/** Shows the code of an invitation once. Only the buttons close the dialog, so that Esc cannot lose the code. */
export function InvitationCode({ code, who, email, onClose }: InvitationCodeProps) {
  const t = peopleWords()
  const made = invitations.value.findLast((each) => each.email === email && each.state === 'open')
  return (
    <Dialog
      title={t.codeTitle(who)}
      busy
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.codeDone}</Button>
          <Button
            kind="main"
            icon={Copy}
            onClick={() => {
              // Where nothing can be copied the dialog stays, since the code is shown once.
              void navigator.clipboard.writeText(code).then(onClose, () => undefined)
            }}
          >
            {t.codeCopy}
          </Button>
        </>
      }
    >
      <CopyField label={t.code} value={code} long hint={made === undefined ? null : t.until(dayOf(made.expires))} />
      <p>{t.codeHow(who)}</p>
      <p class="c-soft">{t.codeThen}</p>
      <Banner kind="warn" title={t.codeOnce} />
    </Dialog>
  )
}
