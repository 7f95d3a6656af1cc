import { useState } from 'preact/hooks'
import { moveActive } from './list-keys.ts'

/** How many rows Page Down passes. */
const PAGE = 8

export interface ActiveRow {
  /** The id of the row that Enter takes. Null only when there are no rows. */
  readonly active: string | null
  readonly setActive: (id: string) => void
  /** For a SearchField over the list: arrows move, Enter takes, right arrow at the end of the text asks for more. */
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** The active row among `ids`: the one that the keys moved to, otherwise `start`, otherwise the first. */
export function useActiveRow(
  ids: readonly string[],
  onEnter: (id: string) => void,
  onMore?: (id: string) => void,
  start: string | null = null,
): ActiveRow {
  const [moved, setActive] = useState<string | null>(null)
  const active = [moved, start].find((id) => id !== null && ids.includes(id)) ?? ids[0] ?? null
  const onKeyDown = (event: KeyboardEvent) => {
    const input = event.target instanceof HTMLInputElement ? event.target : null
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || active === null) return
    if (event.key === 'Enter') onEnter(active)
    else if (event.key === 'ArrowRight' && onMore && (!input || input.selectionStart === input.value.length))
      onMore(active)
    else {
      const inText = input !== null && (event.key === 'Home' || event.key === 'End')
      const to = inText ? null : moveActive(event.key, ids.indexOf(active), ids.length, PAGE)
      const id = to === null ? undefined : ids[to]
      // A changed search starts again at the first row.
      if (id === undefined && input && (event.key.length === 1 || event.key === 'Backspace')) setActive(null)
      if (id === undefined) return
      setActive(id)
    }
    event.preventDefault()
  }
  return { active, setActive, onKeyDown }
}
