import { Search, X } from 'lucide-preact'
import type { TargetedKeyboardEvent } from 'preact'
import { useId } from 'preact/hooks'
import { common } from '../words/common.ts'
import { IconButton } from './icon-button.tsx'
import { useFocus } from './use-focus.ts'
import './field.css'
import './search-field.css'

export interface SearchFieldProps {
  readonly label: string
  readonly value: string
  readonly onInput: (value: string) => void
  /** Shown while nothing is typed, in place of the label. */
  readonly placeholder?: string
  readonly autoFocus?: boolean
  /** The id of the List that it searches. Pass `useActiveRow(…).onKeyDown` to move that list's rows from here. */
  readonly controls?: string
  /** The id of the row that Enter would take. */
  readonly active?: string | null
  readonly onKeyDown?: (event: TargetedKeyboardEvent<HTMLInputElement>) => void
}

/** A search box. With `controls` it is a combobox over a List: focus stays in it while the arrows move the rows. */
export function SearchField({ label, value, onInput, autoFocus = false, ...rest }: SearchFieldProps) {
  const id = useId()
  const ref = useFocus<HTMLInputElement>(autoFocus)
  const combobox = rest.controls !== undefined && {
    role: 'combobox' as const,
    'aria-haspopup': 'grid' as const,
    'aria-expanded': true,
    'aria-autocomplete': 'list' as const,
    'aria-controls': rest.controls,
    'aria-activedescendant': rest.active ? rowId(rest.controls, rest.active) : undefined,
  }
  return (
    <div class="ui-well ui-search">
      <Search size={16} aria-hidden="true" />
      <input
        id={id}
        ref={ref}
        class="ui-input"
        type="search"
        aria-label={label}
        placeholder={rest.placeholder ?? label}
        autocomplete="off"
        spellcheck={false}
        value={value}
        {...combobox}
        onInput={(event) => {
          onInput(event.currentTarget.value)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '') {
            event.preventDefault()
            event.stopPropagation()
            onInput('')
          } else rest.onKeyDown?.(event)
        }}
      />
      {value !== '' && (
        <IconButton
          icon={X}
          label={common().clear}
          onClick={() => {
            onInput('')
            ref.current?.focus()
          }}
        />
      )}
    </div>
  )
}

/** The DOM id of a row of a List. */
export function rowId(list: string, row: string): string {
  return `${list}-${row}`
}
