import { ChevronDown, ChevronRight, SearchX } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { EmptyState } from '../../ui/empty-state.tsx'
import { List } from '../../ui/list.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { accessWords } from '../../words/access.ts'
import './reach-list.css'

type ReachListProps<Row> = {
  readonly label: string
  readonly filter: string
  readonly typed: string
  readonly onTyped: (typed: string) => void
  readonly rows: readonly Row[]
  /** Whether there is so much that it needs the search. */
  readonly long: boolean
  readonly idOf: (row: Row) => string
  /** How deep a row lies in what it is folded into. */
  readonly depthOf: (row: Row) => number
  /** Whether a row is open; null for one that has nothing in it. */
  readonly isOpen: (row: Row) => boolean | null
  readonly onToggle: (row: Row) => void
  readonly render: (row: Row) => ComponentChildren
  readonly acts: (row: Row, active: boolean) => ComponentChildren
}

/** A searchable list of who or what is reached, each once: a row opens to what is folded into it. Only the rows in sight are drawn. */
export function ReachList<Row>(props: ReachListProps<Row>) {
  const { label, filter, typed, onTyped, rows, long, idOf, depthOf, isOpen, onToggle, render, acts } = props
  const t = accessWords()
  return (
    <div class="c-reach">
      {long && <SearchField label={filter} value={typed} onInput={onTyped} />}
      {rows.length === 0 ? (
        <EmptyState icon={SearchX} title={t.noneMatches(typed)} />
      ) : (
        <div class="c-reach-rows" style={{ '--rows': Math.min(rows.length, 9) }}>
          <List
            label={label}
            rows={rows}
            idOf={idOf}
            rowHeight={60}
            onEnter={(row) => {
              if (isOpen(row) !== null) onToggle(row)
            }}
            render={(row) => {
              const open = isOpen(row)
              return (
                <span class="c-reach-row" style={{ '--depth': depthOf(row) }} data-folds={open !== null}>
                  <span class="c-reach-twist">
                    {open === true && <ChevronDown size={16} role="img" aria-label={t.fold} />}
                    {open === false && <ChevronRight size={16} role="img" aria-label={t.unfold} />}
                  </span>
                  {render(row)}
                </span>
              )
            }}
            acts={acts}
          />
        </div>
      )}
    </div>
  )
}
