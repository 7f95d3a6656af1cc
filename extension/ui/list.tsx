import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { takeUp, type Load } from './carried.ts'
import { DragHandle } from './drag.tsx'
import { windowOf } from './list-keys.ts'
import { pickRange, togglePick, type Picked } from './pick-rows.ts'
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
  /** For acts over many rows: Space, Ctrl and Shift with a click or an arrow, Ctrl+A, a checkbox; Esc lets all go. */
  readonly pick?: {
    readonly picked: Picked
    readonly onPick: (picked: Picked) => void
    readonly labelOf: (row: Row) => string
    /** Whether the checkboxes are in sight before a row is picked. */
    readonly shown?: boolean
  }
  /** What goes along when this row is dragged, or cut with Ctrl+X; null where it may not leave. */
  readonly loadOf?: (row: Row) => Load | null
}

/** A list whose rows the arrows move through. Only rows in view are drawn, so ten thousand cost no more than twenty. Fills its height. */
export function List<Row>(props: ListProps<Row>) {
  const { label, rows, idOf, render, acts, onEnter, onMore, selected = null, rowHeight = 48, pick, loadOf } = props
  const ownId = useId()
  const listId = props.id ?? ownId
  const box = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 640, row: rowHeight })
  const ids = useMemo(() => rows.map(idOf), [rows])
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
  const held = box.current?.contains(document.activeElement) === true
  const anchor = useRef<string | null>(null)
  const toggle = (id: string) => {
    anchor.current = id
    pick?.onPick(togglePick(pick.picked, id))
  }
  /** Returns whether the key picked rows, so that it does nothing else. */
  const pickByKey = (event: KeyboardEvent): boolean => {
    if (!pick || active === null) return false
    const to = event.shiftKey ? ids[at + ({ ArrowDown: 1, ArrowUp: -1 }[event.key] ?? NaN)] : undefined
    if (event.key === ' ') toggle(active)
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) pick.onPick(new Set([...pick.picked, ...ids]))
    else if (event.key === 'Escape' && pick.picked.size > 0) pick.onPick(new Set())
    else if (to !== undefined) {
      pick.onPick(pickRange(pick.picked, ids, active, to))
      setActive(to)
    } else return false
    return true
  }

  /** Returns whether the key cut rows. */
  const cutByKey = (event: KeyboardEvent): boolean => {
    const row = active === null ? undefined : rowOf(active)
    const isCut = event.key.toLowerCase() === 'x' && (event.ctrlKey || event.metaKey)
    return isCut && loadOf !== undefined && row !== undefined && takeUp('keys', loadOf(row))
  }

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
    if (!list || at < 0) return
    const isMoved = moved.current !== active
    moved.current = active
    if (isMoved && at * view.row < list.scrollTop) list.scrollTop = at * view.row
    else if (isMoved && (at + 1) * view.row > list.scrollTop + list.clientHeight)
      list.scrollTop = (at + 1) * view.row - list.clientHeight
    // A row that is drawn at another place among the others is taken out and put back, and loses the focus that it held.
    const isLost = held && document.activeElement === document.body
    if (isLost || (held && isMoved))
      list.querySelector<HTMLElement>('[data-active="true"]')?.focus({ preventScroll: true })
  })

  const [from, to] = windowOf(view.top, view.height, view.row, rows.length)
  const drawn = rows.slice(from, to).map((row, place) => ({ row, place: from + place }))
  const current = rows[at]
  // The active row stays drawn wherever it is, since it may hold the focus.
  if (current !== undefined && at < from) drawn.unshift({ row: current, place: at })
  if (current !== undefined && at >= to) drawn.push({ row: current, place: at })
  return (
    <div
      class="ui-list"
      role="grid"
      id={listId}
      ref={box}
      aria-label={label}
      data-searched={Boolean(props.active)}
      aria-rowcount={rows.length}
      aria-multiselectable={pick ? true : undefined}
      onScroll={(event) => {
        setView({ ...view, top: event.currentTarget.scrollTop })
      }}
      onKeyDown={(event) => {
        const onRow = event.target instanceof HTMLElement && event.target.role === 'row'
        if (!onRow) return
        if (pickByKey(event) || cutByKey(event)) {
          event.preventDefault()
          event.stopPropagation()
        } else onKeyDown(event)
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
              data-picked={pick?.picked.has(id)}
              onClick={(event) => {
                if (pick && event.shiftKey) pick.onPick(pickRange(pick.picked, ids, anchor.current ?? active, id))
                else if (pick && (event.ctrlKey || event.metaKey)) toggle(id)
                else onEnter(row)
              }}
            >
              {pick && (
                <div class="ui-list-pick" role="gridcell" data-any={pick.shown === true || pick.picked.size > 0}>
                  <input
                    type="checkbox"
                    tabIndex={-1}
                    aria-label={pick.labelOf(row)}
                    checked={pick.picked.has(id)}
                    onClick={(event) => {
                      event.stopPropagation()
                      if (event.shiftKey) pick.onPick(pickRange(pick.picked, ids, anchor.current, id))
                      else toggle(id)
                    }}
                  />
                </div>
              )}
              <div class="ui-list-main" role="gridcell">
                {render(row)}
              </div>
              {loadOf && <DragHandle load={() => loadOf(row)} />}
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
