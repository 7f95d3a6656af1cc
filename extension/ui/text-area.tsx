import { useId } from 'preact/hooks'
import { describedBy, Field, type FieldProps } from './field.tsx'
import { useFocus } from './use-focus.ts'
import './text-area.css'

export interface TextAreaProps extends FieldProps {
  readonly value: string
  readonly onInput?: (value: string) => void
  readonly rows?: number
  readonly mono?: boolean
  readonly readOnly?: boolean
  readonly autoFocus?: boolean
  readonly placeholder?: string
  readonly maxLength?: number
}

/** A field for several lines of text, which grows with them. */
export function TextArea(props: TextAreaProps) {
  const { value, onInput, rows = 3, mono = false, autoFocus = false } = props
  const id = useId()
  const ref = useFocus<HTMLTextAreaElement>(autoFocus, props.error)
  return (
    <Field {...props} id={id}>
      <div class="ui-well" data-wrong={Boolean(props.error)} data-off={props.disabled ?? false}>
        <textarea
          {...describedBy(id, props)}
          ref={ref}
          class={mono ? 'ui-input ui-text-area ui-mono' : 'ui-input ui-text-area'}
          rows={rows}
          style={{ '--rows': rows }}
          value={value}
          readOnly={props.readOnly}
          disabled={props.disabled}
          placeholder={props.placeholder}
          maxLength={props.maxLength}
          // P10: otherwise the browser writes the text to disk for session restore.
          autocomplete="off"
          spellcheck={!mono}
          onInput={(event) => onInput?.(event.currentTarget.value)}
        />
      </div>
    </Field>
  )
}
