import { useId } from 'preact/hooks'
import { describedBy, FieldNotes, type FieldProps } from './field.tsx'
import './checkbox-field.css'

export interface CheckboxFieldProps extends Omit<FieldProps, 'optional' | 'hideLabel'> {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** A yes or no, with its sentence beside it. */
export function CheckboxField(props: CheckboxFieldProps) {
  const id = useId()
  return (
    <div class="ui-checkbox">
      <input
        {...describedBy(id, props)}
        type="checkbox"
        checked={props.checked}
        disabled={props.disabled}
        onChange={(event) => {
          props.onChange(event.currentTarget.checked)
        }}
      />
      <label for={id}>{props.label}</label>
      <FieldNotes id={id} hint={props.hint} error={props.error} />
    </div>
  )
}
