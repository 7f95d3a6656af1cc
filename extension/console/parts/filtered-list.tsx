import { useMemo, useState } from 'preact/hooks'
import type { ComponentChildren } from 'preact'
import { SearchX } from 'lucide-preact'
import { EmptyState } from '../../ui/empty-state.tsx'
import { foldOnce, holdsWords } from '../../ui/fold.ts'
import { List } from '../../ui/list.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { peopleWords } from '../../words/console-people.ts'

type FilteredListProps<Row extends object> = {
  readonly label: string
  readonly filter: string
  /** In the order in which they are shown. */
  readonly rows: readonly Row[]
  readonly idOf: (row: Row) => string
  /** The text that the filter searches: it depends on the row alone. */
  readonly textOf: (row: Row) => string
  readonly render: (row: Row) => ComponentChildren
  readonly onEnter: (row: Row) => void
  readonly selected: string | null
}

/** Rows, narrowed by what is typed. */
export function FilteredList<Row extends object>(props: FilteredListProps<Row>) {
  const { label, filter, rows, textOf, ...list } = props
  const [typed, setTyped] = useState('')
  const folded = useMemo(() => foldOnce(textOf), [])
  const found = useMemo(() => {
    const holds = holdsWords(typed)
    return rows.filter((row) => holds(folded(row)))
  }, [rows, typed])
  return (
    <>
      <div class="c-filter">
        <SearchField label={filter} value={typed} onInput={setTyped} />
      </div>
      {found.length === 0 ? (
        <EmptyState icon={SearchX} title={peopleWords().noMatch(typed)} />
      ) : (
        <div class="c-rows">
          <List label={label} rows={found} {...list} />
        </div>
      )}
    </>
  )
}
