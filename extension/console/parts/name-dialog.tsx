import { useId, useState } from 'preact/hooks'
import type { ComponentChildren } from 'preact'
import { Banner } from '../../ui/banner.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { folderWords } from '../../words/console-folders.ts'
import { endingWords } from '../../words/endings.ts'
import { FormFoot } from './form-foot.tsx'
import { useAct } from '../../messages/use-act.ts'

export type NameDialogProps = {
  readonly title: string
  readonly label: string
  readonly hint?: string | null
  readonly start?: string
  /** The verb of the act, and what it says while it runs. */
  readonly verb: string
  readonly busy: string
  /** What to weigh about the typed name, null for nothing: it may be used all the same. */
  readonly warn?: (typed: string) => string | null
  readonly onTyped?: (typed: string) => void
  /** More fields under the name. */
  readonly children?: ComponentChildren
  /** Signs the act. What it throws is shown in the dialog, and the typed name stays. */
  readonly onName: (name: string) => Promise<void>
  readonly onClose: () => void
}

/** Asks for a name, then signs one act with it. */
export function NameDialog(props: NameDialogProps) {
  const { title, label, hint, start = '', verb, busy, warn, onTyped, children, onName, onClose } = props
  const [name, setName] = useState(start)
  const [missing, setMissing] = useState(false)
  const form = useId()
  const act = useAct()
  const warning = warn?.(name) ?? null
  return (
    <Dialog
      title={title}
      busy={act.busy}
      onClose={onClose}
      footer={<FormFoot form={form} verb={verb} busy={act.busy ? busy : null} onCancel={onClose} />}
    >
      <form
        id={form}
        class="c-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setMissing(name.trim() === '')
          if (name.trim() !== '') act.run(() => onName(name.trim()))
        }}
      >
        <TextField
          label={label}
          hint={hint ?? null}
          value={name}
          error={missing && name.trim() === '' ? folderWords().nameMissing : null}
          maxLength={100}
          autoFocus
          onInput={(typed) => {
            setName(typed)
            onTyped?.(typed)
          }}
        />
        {warning !== null && (
          <Banner kind="warn" title={warning}>
            {endingWords().sameHint}
          </Banner>
        )}
        {children}
        {act.failed && <FailureBanner code={act.failed.code} />}
      </form>
    </Dialog>
  )
}
