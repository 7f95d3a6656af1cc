import { useId, useState } from 'preact/hooks'
import { ask } from '../../messages/ask.ts'
import type { PersonView } from '../../messages/views.ts'
import { useAct } from '../../messages/use-act.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { common } from '../../words/common.ts'
import { peopleWords } from '../../words/console-people.ts'
import { profileWords } from '../../words/profiles.ts'
import { FormFoot } from '../parts/form-foot.tsx'
import { isEmail } from '../state/is-email.ts'
import { unlocked } from '../state/world.ts'

/** Changes a name or e-mail. Signed without a review sheet, since nobody loses access by it. */
export function ProfileDialog({ person, onClose }: { readonly person: PersonView; readonly onClose: () => void }) {
  // The fields start from the values at opening, and stay so when the view changes.
  const [was] = useState(person)
  const [name, setName] = useState(was.name ?? '')
  const [email, setEmail] = useState(was.email ?? '')
  const [tried, setTried] = useState(false)
  const form = useId()
  const t = peopleWords()
  const p = profileWords()
  const next = { name: name.trim(), email: email.trim() }
  const wrong = {
    name: next.name === '' ? t.nameMissing : null,
    email: isEmail(next.email) ? null : t.emailWrong,
  }
  const same = next.name === was.name && next.email === was.email
  const act = useAct()
  const save = () => {
    act.run(async () => {
      await ask('act.sign', { do: 'set-profile', member: person.member, ...next })
      onClose()
      toast(p.saved)
    })
  }
  /** An error is shown until the person types again. Shown anew while they type, it would take the focus from another field. */
  const edit = (set: (text: string) => void) => (text: string) => {
    set(text)
    setTried(false)
  }
  const { busy } = act
  const me = person.member === unlocked.value?.me.member
  return (
    <Dialog
      title={me ? p.ownTitle : p.title(was.name ?? t.unnamed)}
      busy={busy}
      onClose={onClose}
      footer={<FormFoot form={form} verb={p.save} busy={busy ? common().signing : null} onCancel={onClose} />}
    >
      <form
        id={form}
        class="c-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (wrong.name === null && wrong.email === null && !same) save()
        }}
      >
        <TextField
          label={t.fullName}
          value={name}
          error={tried ? (wrong.name ?? (same ? p.same : null)) : null}
          maxLength={100}
          autoFocus
          onInput={edit(setName)}
        />
        <TextField
          label={t.email}
          type="email"
          hint={p.hint}
          value={email}
          error={tried ? wrong.email : null}
          maxLength={254}
          onInput={edit(setEmail)}
        />
        {act.failed && <FailureBanner code={act.failed.code} />}
      </form>
    </Dialog>
  )
}
