import { ChevronDown } from 'lucide-preact'
import { useId } from 'preact/hooks'
import { describedBy, Field, type FieldProps } from './field.tsx'
import './select-field.css'

export interface SelectFieldProps<Value extends string> extends FieldProps {
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string; readonly disabled?: boolean }[]
  readonly onChange: (value: Value) => void
}

/** A choice of one among few: the browser's select, in the frame of our fields. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { value, options, onChange } = props
  const id = useId()
  return (
    <Field {...props} id={id}>
      <div class="ui-well" data-wrong={Boolean(props.error)} data-off={props.disabled ?? false}>
        <select
          {...describedBy(id, props)}
          class="ui-input ui-select"
          value={value}
          disabled={props.disabled}
          onChange={(event) => {
            const chosen = options[event.currentTarget.selectedIndex]
            if (chosen) onChange(chosen.value)
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown size={16} aria-hidden="true" />
      </div>
    </Field>
  )
}
