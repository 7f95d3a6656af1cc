import { useId, useState } from 'preact/hooks'
import { ask } from '../../messages/ask.ts'
import { useAct } from '../../messages/use-act.ts'
import type { AboutClient, FolderView } from '../../messages/views.ts'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { aboutWords } from '../../words/about-client.ts'
import { TagsField } from '../items/tags-field.tsx'
import { FormFoot } from '../parts/form-foot.tsx'
import { childrenOf } from '../state/world.ts'
import { HueField } from './hue-field.tsx'

/** The longest contact, in characters. */
const CONTACT = 500

/** What is wrong with what was typed, in words; nulls where nothing is. */
function findFaults({ start, end, contact }: AboutClient) {
  const t = aboutWords()
  return {
    end: start !== '' && end !== '' && end < start ? t.endBeforeStart : null,
    contact: contact.length > CONTACT ? t.contactLong(contact.length, CONTACT) : null,
  }
}

type AboutClientProps = {
  readonly folder: FolderView
  readonly about: AboutClient
  readonly onClose: () => void
}

/** Asks what a manager says of a client: colour, contract, sensitivity, contact, channels. One signed act, which changes no access. */
export function AboutClientDialog({ folder, about, onClose }: AboutClientProps) {
  const [typed, setTyped] = useState(about)
  const [tried, setTried] = useState(false)
  const form = useId()
  const act = useAct()
  const t = aboutWords()
  const faults = findFaults(typed)
  const isWrong = Object.values(faults).some((each) => each !== null)
  const siblings = childrenOf(folder.parent).filter((each) => each.folder !== folder.folder)
  const set = (change: Partial<AboutClient>) => {
    setTyped({ ...typed, ...change })
  }
  return (
    <Dialog
      title={t.title(folder.name)}
      busy={act.busy}
      onClose={onClose}
      footer={<FormFoot form={form} verb={t.save} busy={act.busy ? t.saving : null} onCancel={onClose} />}
    >
      <form
        id={form}
        class="c-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          // A date field that holds half a date gives none: the browser says so at the field.
          if (isWrong || !event.currentTarget.reportValidity()) return
          act.run(async () => {
            await ask('act.sign', { do: 'describe-client', folder: folder.folder, about: typed })
            onClose()
            toast(t.saved)
          })
        }}
      >
        <p class="c-soft">{t.hint}</p>
        <HueField
          value={typed.hue}
          taken={new Map(siblings.map((each) => [each.hue, each.name]))}
          onChange={(hue) => {
            set({ hue })
          }}
        />
        <div class="c-dates">
          <TextField
            label={t.start}
            type="date"
            optional
            value={typed.start}
            onInput={(start) => {
              set({ start })
            }}
          />
          <TextField
            label={t.end}
            hint={t.datesHint}
            type="date"
            optional
            value={typed.end}
            error={tried ? faults.end : null}
            onInput={(end) => {
              set({ end })
            }}
          />
        </div>
        <CheckboxField
          label={t.sensitive}
          hint={t.sensitiveHint}
          checked={typed.sensitive}
          onChange={(sensitive) => {
            set({ sensitive })
          }}
        />
        <TextArea
          label={t.contact}
          hint={t.contactHint}
          optional
          value={typed.contact}
          error={faults.contact}
          onInput={(contact) => {
            set({ contact })
          }}
        />
        <TagsField
          label={t.channels}
          hint={t.channelsHint}
          values={typed.channels}
          onChange={(channels) => {
            set({ channels })
          }}
        />
        {act.failed && <FailureBanner code={act.failed.code} />}
      </form>
    </Dialog>
  )
}
