import { useId, useMemo, useState } from 'preact/hooks'
import { common } from '../words/common.ts'
import { FieldNotes, type FieldProps } from './field.tsx'
import { List } from './list.tsx'
import { narrow, type Choice } from './picker.tsx'
import { togglePick } from './pick-rows.ts'
import { RowText } from './row-text.tsx'
import { SearchField } from './search-field.tsx'
import { useActiveRow } from './use-active-row.ts'
import './picker.css'

type ChooseManyProps = Pick<FieldProps, 'label' | 'hint' | 'error' | 'hideLabel'> & {
  readonly choices: readonly Choice[]
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
  /** How many rows are in sight before it scrolls. */
  readonly rows?: number
  readonly autoFocus?: boolean
  readonly sayChosen: (count: number) => string
}

/** From so many choices on they are searched. */
const MANY = 8

/** A choice of several among thousands: a search over a list with checkboxes. What the search hides stays chosen, and counted. */
export function ChooseMany(props: ChooseManyProps) {
  const { label, hint, error, hideLabel = false, choices, chosen, onChange, rows = 6, autoFocus = false } = props
  const [typed, setTyped] = useState('')
  const id = useId()
  const list = `${id}-list`
  const found = useMemo(() => narrow(choices, typed), [choices, typed])
  const ids = useMemo(() => found.map((one) => one.id), [found])
  const toggle = (one: string) => {
    onChange(togglePick(chosen, one))
  }
  const active = useActiveRow(ids, toggle)
  const searches = choices.length > MANY
  return (
    <fieldset class="ui-field ui-choose" aria-describedby={hint ? `${id}-hint` : undefined}>
      <legend class={hideLabel ? 'ui-unseen' : 'ui-field-label'}>{label}</legend>
      {searches && (
        <SearchField
          label={`${common().search}: ${label}`}
          placeholder={common().search}
          value={typed}
          autoFocus={autoFocus}
          controls={list}
          active={active.active}
          onInput={setTyped}
          onKeyDown={active.onKeyDown}
        />
      )}
      {found.length === 0 ? (
        <p class="ui-picker-none" role="status">
          {common().noneMatches(typed)}
        </p>
      ) : (
        <div class="ui-picker-rows" data-alone={!searches} style={{ '--rows': Math.min(found.length, rows) }}>
          <List
            id={list}
            label={label}
            rows={found}
            {...(searches ? { active } : {})}
            idOf={(one) => one.id}
            render={(one) => <RowText name={one.label} under={one.under ?? null} icon={one.icon ?? null} />}
            onEnter={(one) => {
              toggle(one.id)
            }}
            pick={{ picked: chosen, onPick: onChange, labelOf: (one) => one.label, shown: true }}
          />
        </div>
      )}
      <p class="ui-field-hint" role="status">
        {chosen.size > 0 && props.sayChosen(chosen.size)}
      </p>
      <FieldNotes id={id} hint={hint} error={error} />
    </fieldset>
  )
}
