import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { describedBy, Field, type FieldProps } from './field.tsx'
import { useFocus } from './use-focus.ts'

export interface TextFieldProps extends FieldProps {
  readonly value: string
  readonly onInput?: (value: string) => void
  readonly type?: 'text' | 'email' | 'url' | 'date' | 'number'
  readonly placeholder?: string
  readonly required?: boolean
  readonly readOnly?: boolean
  /** Takes the focus when drawn, and again when `error` changes. */
  readonly autoFocus?: boolean
  readonly mono?: boolean
  readonly maxLength?: number
  readonly onEnter?: () => void
  readonly onBlur?: () => void
  /** Small buttons at the end of the well. */
  readonly trailing?: ComponentChildren
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { value, onInput, type = 'text', autoFocus = false, mono = false, onEnter, onBlur, trailing } = props
  const id = useId()
  const ref = useFocus<HTMLInputElement>(autoFocus, props.error)
  return (
    <Field {...props} id={id}>
      <div class="ui-well" data-wrong={Boolean(props.error)} data-off={props.disabled ?? false}>
        <input
          {...describedBy(id, props)}
          ref={ref}
          class={mono ? 'ui-input ui-mono' : 'ui-input'}
          type={type}
          value={value}
          placeholder={props.placeholder}
          required={props.required}
          readOnly={props.readOnly}
          disabled={props.disabled}
          maxLength={props.maxLength}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => onInput?.(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && onEnter && !event.isComposing) onEnter()
          }}
          onBlur={onBlur}
        />
        {trailing}
      </div>
    </Field>
  )
}
