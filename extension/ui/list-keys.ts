/** How many rows are drawn outside the visible part, so that a short scroll shows no gap. */
const MARGIN = 6

/** The row to which a key moves from row `at` (-1: none) among `count`, with `page` visible; null when the key does not move. */
export function moveActive(key: string, at: number, count: number, page: number): number | null {
  if (count === 0) return null
  const to = target(key, at, count, page)
  return to === null ? null : Math.min(count - 1, Math.max(0, to))
}

function target(key: string, at: number, count: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return at + 1
    case 'ArrowUp':
      return at - 1
    case 'PageDown':
      return at + page
    case 'PageUp':
      return at - page
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

/** The rows to draw, [from, to), of a list `height` px high, scrolled by `top` px, of rows `row` px high. */
export function windowOf(top: number, height: number, row: number, count: number): readonly [from: number, to: number] {
  const from = Math.max(0, Math.floor(top / row) - MARGIN)
  return [Math.min(from, count), Math.min(count, Math.ceil((top + height) / row) + MARGIN)]
}
