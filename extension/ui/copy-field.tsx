import { Check, Copy } from 'lucide-preact'
import { useEffect, useId, useState } from 'preact/hooks'
import { common } from '../words/common.ts'
import { Button } from './button.tsx'
import { describedBy, Field, type FieldProps } from './field.tsx'
import './copy-field.css'

const CONFIRMED_FOR = 2500

export interface CopyFieldProps extends Omit<FieldProps, 'optional' | 'disabled'> {
  readonly value: string
  /** For what is longer than a line: an invitation code. */
  readonly long?: boolean
  /** Copies in its own way; by default, to the clipboard. */
  readonly onCopy?: () => Promise<void>
}

/** A read-only code with a button that copies it. Focus selects the whole code. */
export function CopyField(props: CopyFieldProps) {
  const { value, long = false, onCopy } = props
  const [copied, setCopied] = useState(false)
  const id = useId()
  const t = common()
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(setCopied, CONFIRMED_FOR, false)
    return () => {
      clearTimeout(timer)
    }
  }, [copied])
  const copy = async () => {
    await (onCopy?.() ?? navigator.clipboard.writeText(value))
    setCopied(true)
  }
  const input = {
    ...describedBy(id, props),
    readOnly: true,
    // P10: otherwise the browser writes the value to disk for session restore.
    autocomplete: 'off',
    value,
    spellcheck: false,
    onFocus: (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      event.currentTarget.select()
    },
  }
  return (
    <Field {...props} id={id}>
      <div class="ui-well ui-copy">
        {long ? (
          <textarea {...input} class="ui-input ui-mono ui-copy-long" rows={2} />
        ) : (
          <input {...input} class="ui-input ui-mono" />
        )}
        <Button
          kind="quiet"
          size="small"
          icon={copied ? Check : Copy}
          title={t.copyValue(props.label)}
          onClick={() => void copy()}
        >
          {copied ? t.copied : t.copy}
        </Button>
      </div>
      <span class="ui-unseen" role="status">
        {copied && t.copied}
      </span>
    </Field>
  )
}
