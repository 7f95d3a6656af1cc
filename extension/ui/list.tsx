import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { windowOf } from './list-keys.ts'
import { rowId } from './search-field.tsx'
import { useActiveRow, type ActiveRow } from './use-active-row.ts'
import './list.css'

export interface ListProps<Row> {
  /** What the list contains, for screen readers. */
  readonly label: string
  readonly rows: readonly Row[]
  readonly idOf: (row: Row) => string
  readonly render: (row: Row) => ComponentChildren
  /** Small buttons at the end of the row; give them `tabIndex` -1 when the row is not active. */
  readonly acts?: (row: Row, active: boolean) => ComponentChildren
  /** Enter or click. */
  readonly onEnter: (row: Row) => void
  /** Right arrow. */
  readonly onMore?: (row: Row) => void
  readonly selected?: string | null
  /** Height of a row in px at the usual font size. */
  readonly rowHeight?: number
  /** For a SearchField over this list: its id, and the row state that both share. */
  readonly id?: string
  readonly active?: ActiveRow | null
}

/** A list whose rows the arrows move through. Only rows in view are drawn, so ten thousand cost no more than twenty. Fills its height. */
export function List<Row>(props: ListProps<Row>) {
  const { label, rows, idOf, render, acts, onEnter, onMore, selected = null, rowHeight = 48 } = props
  const ownId = useId()
  const listId = props.id ?? ownId
  const box = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 640, row: rowHeight })
  const ids = rows.map(idOf)
  const rowOf = (id: string) => rows[ids.indexOf(id)]
  const enter = (id: string) => {
    const row = rowOf(id)
    if (row !== undefined) onEnter(row)
  }
  const more =
    onMore &&
    ((id: string) => {
      const row = rowOf(id)
      if (row !== undefined) onMore(row)
    })
  const own = useActiveRow(ids, enter, more, selected)
  const { active, setActive, onKeyDown } = props.active ?? own
  const at = active === null ? -1 : ids.indexOf(active)
  const moved = useRef(active)

  useLayoutEffect(() => {
    const list = box.current
    if (!list) return
    const measure = () => {
      const scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16
      setView({ top: list.scrollTop, height: list.clientHeight, row: Math.round(rowHeight * scale) })
    }
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(list)
    return () => {
      watch.disconnect()
    }
  }, [rowHeight])

  useLayoutEffect(() => {
    const list = box.current
    if (!list || at < 0 || moved.current === active) return
    moved.current = active
    if (at * view.row < list.scrollTop) list.scrollTop = at * view.row
    else if ((at + 1) * view.row > list.scrollTop + list.clientHeight)
      list.scrollTop = (at + 1) * view.row - list.clientHeight
    if (list.contains(document.activeElement)) list.querySelector<HTMLElement>('[data-active="true"]')?.focus()
  })

  const [from, to] = windowOf(view.top, view.height, view.row, rows.length)
  const drawn = rows
    .map((row, place) => ({ row, place }))
    .filter(({ place }) => (place >= from && place < to) || place === at)
  return (
    <div
      class="ui-list"
      role="grid"
      id={listId}
      ref={box}
      aria-label={label}
      data-searched={Boolean(props.active)}
      aria-rowcount={rows.length}
      onScroll={(event) => {
        setView({ ...view, top: event.currentTarget.scrollTop })
      }}
      onKeyDown={(event) => {
        const onRow = event.target instanceof HTMLElement && event.target.role === 'row'
        if (onRow) onKeyDown(event)
      }}
    >
      <div class="ui-list-rows" role="rowgroup" style={{ height: rows.length * view.row }}>
        {drawn.map(({ row, place }) => {
          const id = idOf(row)
          return (
            <div
              key={id}
              id={rowId(listId, id)}
              class="ui-list-row"
              role="row"
              aria-rowindex={place + 1}
              aria-selected={id === selected}
              data-active={id === active}
              tabIndex={id === active ? 0 : -1}
              style={{ top: place * view.row, height: view.row }}
              onFocus={() => {
                setActive(id)
              }}
              onClick={() => {
                onEnter(row)
              }}
            >
              <div class="ui-list-main" role="gridcell">
                {render(row)}
              </div>
              {acts && (
                <div
                  class="ui-list-acts"
                  role="gridcell"
                  onClick={(event) => {
                    event.stopPropagation()
                  }}
                >
                  {acts(row, id === active)}
                </div>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
