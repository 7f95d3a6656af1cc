import { Eye, EyeOff } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import { common } from '../words/common.ts'
import { describedBy, Field, type FieldProps } from './field.tsx'
import { IconButton } from './icon-button.tsx'

export interface SecretFieldProps extends FieldProps {
  readonly value: string
  readonly onInput?: (value: string) => void
  readonly readOnly?: boolean
  readonly maxLength?: number
  /** Called when the secret is shown or masked again, for a screen that must fetch it or record its use. */
  readonly onReveal?: (shown: boolean) => void
  readonly trailing?: ComponentChildren
}

/** A password or another secret: masked until the person asks, then in a font that distinguishes similar letters. */
export function SecretField(props: SecretFieldProps) {
  const { value, onInput, readOnly, onReveal, trailing } = props
  const [shown, setShown] = useState(false)
  const id = useId()
  const t = common()
  const toggle = () => {
    setShown(!shown)
    onReveal?.(!shown)
  }
  return (
    <Field {...props} id={id}>
      <div class="ui-well" data-wrong={Boolean(props.error)} data-off={props.disabled ?? false}>
        <input
          {...describedBy(id, props)}
          class="ui-input ui-mono"
          type={shown ? 'text' : 'password'}
          value={value}
          readOnly={readOnly}
          disabled={props.disabled}
          maxLength={props.maxLength}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => onInput?.(event.currentTarget.value)}
        />
        <IconButton
          icon={shown ? EyeOff : Eye}
          label={shown ? t.hideValue(props.label) : t.showValue(props.label)}
          onClick={toggle}
        />
        {trailing}
      </div>
    </Field>
  )
}
