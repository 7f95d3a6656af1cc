import { TriangleAlert } from 'lucide-preact'
import { Eye } from 'lucide-preact'
import { useId, useState } from 'preact/hooks'
import { common } from '../words/common.ts'
import { describedBy, Field, type FieldProps } from './field.tsx'
import { useFocus } from './use-focus.ts'
import './pin-field.css'

/** The tries of a new credential. Shown only when fewer are left. */
const ALL_TRIES = 10

export interface PinFieldProps extends FieldProps {
  readonly value: string
  readonly onInput: (value: string) => void
  /** Tries left at the server, null when unknown. Told only when fewer than ten. */
  readonly tries?: number | null
  readonly autoFocus?: boolean
  readonly readOnly?: boolean
}

/** The Cloison PIN: large, masked, no keyboard of digits (letters are welcome), never remembered by the browser. */
export function PinField(props: PinFieldProps) {
  const { value, onInput, tries = null, autoFocus = false } = props
  const [shown, setShown] = useState(false)
  const id = useId()
  const show = () => {
    setShown(true)
  }
  const hide = () => {
    setShown(false)
  }
  const ref = useFocus<HTMLInputElement>(autoFocus, props.error)
  return (
    <div class="ui-pin">
      <Field {...props} id={id}>
        <div class="ui-well" data-wrong={Boolean(props.error)} data-off={props.disabled ?? false}>
          <input
            {...describedBy(id, props)}
            ref={ref}
            class="ui-input"
            type={shown ? 'text' : 'password'}
            inputMode="text"
            autocomplete="off"
            spellcheck={false}
            autocapitalize="off"
            value={value}
            readOnly={props.readOnly}
            disabled={props.disabled}
            onInput={(event) => {
              onInput(event.currentTarget.value)
            }}
          />
          {value !== '' && (
            // Shown while held and no longer: desks are shared, and a PIN that stays in sight is read by whoever passes.
            <button
              type="button"
              class="ui-icon-button"
              aria-label={common().holdToShow}
              title={common().holdToShow}
              onPointerDown={show}
              onPointerUp={hide}
              onPointerLeave={hide}
              onPointerCancel={hide}
              onKeyDown={({ key }) => {
                if (key === ' ') show()
              }}
              onKeyUp={hide}
              onBlur={hide}
            >
              <Eye size={16} aria-hidden="true" />
            </button>
          )}
        </div>
      </Field>
      <div role="status">
        {tries !== null && tries < ALL_TRIES && (
          <p class="ui-pin-tries">
            <TriangleAlert size={16} aria-hidden="true" />
            {common().triesLeft(tries)}
          </p>
        )}
      </div>
    </div>
  )
}
