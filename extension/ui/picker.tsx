import { ChevronDown, type LucideIcon } from 'lucide-preact'
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks'
import { common } from '../words/common.ts'
import { describedBy, Field, type FieldProps } from './field.tsx'
import { foldOnce, holdsWords } from './fold.ts'
import { List } from './list.tsx'
import { RowText } from './row-text.tsx'
import { SearchField } from './search-field.tsx'
import { useActiveRow } from './use-active-row.ts'
import './picker.css'

export interface Choice {
  readonly id: string
  readonly label: string
  /** A path or an e-mail: what tells this one from others of the same name. It is searched too. */
  readonly under?: string | null
  readonly icon?: LucideIcon
}

export interface PickerProps extends FieldProps {
  /** In the order in which they are shown. */
  readonly choices: readonly Choice[]
  /** The id of what is chosen; null for nothing yet, and then the list is open. */
  readonly value: string | null
  readonly onChange: (id: string) => void
  readonly autoFocus?: boolean
}

const searched = foldOnce(({ label, under }: Choice) => `${label} ${under ?? ''}`)

/** The choices that hold what is typed, in their order. */
export function narrow(choices: readonly Choice[], typed: string): readonly Choice[] {
  const holds = holdsWords(typed)
  return choices.filter((one) => holds(searched(one)))
}

/** A choice of one among hundreds: a search over a list that closes to one line when something is chosen. */
export function Picker(props: PickerProps) {
  const { choices, value, onChange, autoFocus = false, ...field } = props
  const [open, setOpen] = useState<'shut' | 'open' | 'unchosen' | 'left'>(value === null ? 'unchosen' : 'shut')
  const id = useId()
  const chosen = choices.find((one) => one.id === value)
  const shut = (open === 'shut' || open === 'left') && chosen !== undefined
  return (
    <Field {...field} id={id}>
      {shut ? (
        <Chosen
          {...describedBy(id, props)}
          choice={chosen}
          disabled={props.disabled ?? false}
          takesFocus={open === 'left'}
          onOpen={() => {
            setOpen('open')
          }}
        />
      ) : (
        <OpenList
          label={props.label}
          choices={choices}
          value={value}
          autoFocus={autoFocus || open === 'open'}
          onChosen={(one) => {
            onChange(one)
            setOpen('left')
          }}
          onShut={() => {
            if (chosen !== undefined) setOpen('left')
            return chosen !== undefined
          }}
        />
      )}
    </Field>
  )
}

type ChosenProps = ReturnType<typeof describedBy> & {
  readonly choice: Choice
  readonly disabled: boolean
  /** The list that has just closed had the focus. */
  readonly takesFocus: boolean
  readonly onOpen: () => void
}

function Chosen({ choice, disabled, takesFocus, onOpen, ...described }: ChosenProps) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (takesFocus) button.current?.focus()
  }, [takesFocus])
  return (
    <button
      {...described}
      ref={button}
      type="button"
      class="ui-well ui-picker-chosen"
      role="combobox"
      aria-haspopup="grid"
      aria-expanded={false}
      data-off={disabled}
      disabled={disabled}
      onClick={onOpen}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown') return
        event.preventDefault()
        onOpen()
      }}
    >
      <RowText name={choice.label} under={choice.under ?? null} icon={choice.icon ?? null} />
      <ChevronDown size={16} aria-hidden="true" />
    </button>
  )
}

type OpenListProps = {
  readonly label: string
  readonly choices: readonly Choice[]
  readonly value: string | null
  readonly autoFocus: boolean
  readonly onChosen: (id: string) => void
  /** Returns whether the list closes, so that Esc does nothing else. */
  readonly onShut: () => boolean
}

function OpenList({ label, choices, value, autoFocus, onChosen, onShut }: OpenListProps) {
  const [typed, setTyped] = useState('')
  const list = useId()
  const found = useMemo(() => narrow(choices, typed), [choices, typed])
  const ids = useMemo(() => found.map((one) => one.id), [found])
  const active = useActiveRow(ids, onChosen, undefined, value)
  return (
    <div class="ui-picker">
      <SearchField
        label={label}
        placeholder={common().search}
        value={typed}
        autoFocus={autoFocus}
        controls={list}
        active={active.active}
        onInput={setTyped}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && onShut()) {
            event.preventDefault()
            event.stopPropagation()
          } else active.onKeyDown(event)
        }}
      />
      {found.length === 0 ? (
        <p class="ui-picker-none" role="status">
          {common().noneMatches(typed)}
        </p>
      ) : (
        <div class="ui-picker-rows" style={{ '--rows': Math.min(found.length, 5) }}>
          <List
            id={list}
            label={label}
            rows={found}
            active={active}
            selected={value}
            idOf={(one) => one.id}
            render={(one) => <RowText name={one.label} under={one.under ?? null} icon={one.icon ?? null} />}
            onEnter={(one) => {
              onChosen(one.id)
            }}
          />
        </div>
      )}
    </div>
  )
}
