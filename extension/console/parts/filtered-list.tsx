import { useState } from 'preact/hooks'
import type { ComponentChildren } from 'preact'
import { SearchX } from 'lucide-preact'
import { EmptyState } from '../../ui/empty-state.tsx'
import { List } from '../../ui/list.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { folderWords } from '../../words/console-folders.ts'
import { peopleWords } from '../../words/console-people.ts'
import { MOST_ROWS } from '../state/folder-items.ts'
import { matchesWords } from '../state/matches-words.ts'

type FilteredListProps<Row> = {
  readonly label: string
  readonly filter: string
  readonly rows: readonly Row[]
  readonly idOf: (row: Row) => string
  /** The text that the filter searches and that the rows are sorted by. */
  readonly textOf: (row: Row) => string
  readonly render: (row: Row) => ComponentChildren
  readonly onEnter: (row: Row) => void
  readonly selected: string | null
}

/** Rows by name, narrowed by what is typed, the first 500 of them. */
export function FilteredList<Row>(props: FilteredListProps<Row>) {
  const { label, filter, rows, textOf, ...list } = props
  const [typed, setTyped] = useState('')
  const found = rows
    .filter((row) => matchesWords(textOf(row), typed))
    .sort((one, other) => textOf(one).localeCompare(textOf(other)))
  const more = found.length - MOST_ROWS
  return (
    <>
      <div class="c-filter">
        <SearchField label={filter} value={typed} onInput={setTyped} />
      </div>
      {found.length === 0 ? (
        <EmptyState icon={SearchX} title={peopleWords().noMatch(typed)} />
      ) : (
        <div class="c-rows">
          <List label={label} rows={found.slice(0, MOST_ROWS)} {...list} />
        </div>
      )}
      {more > 0 && (
        <p class="c-more" role="status">
          {folderWords().onlyFirst(MOST_ROWS, more)}
        </p>
      )}
    </>
  )
}
