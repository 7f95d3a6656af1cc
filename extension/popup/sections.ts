import type { LoginRow, PopupView } from '../messages/views.ts'
import { foldOnce, holdsWords } from '../ui/fold.ts'

/** The most rows that are shown; with more, the person types to search. */
const MOST = 100

export interface Section {
  readonly of: 'next' | 'here' | 'recent' | 'all' | 'found'
  readonly rows: readonly LoginRow[]
}
export interface ArrangedLogins {
  readonly sections: readonly Section[]
  /** How many logins fit but are not among the rows. */
  readonly hidden: number
}

const searched = foldOnce(({ name, username, path }: LoginRow) => [name, username, ...path].join('\n'))

/** The sections to show. Each login stands once, those for this step and page first. Typed words search all logins, in any order. */
export function arrangeLogins(
  { next, here, recent, all }: Pick<PopupView, 'next' | 'here' | 'recent' | 'all'>,
  query: string,
): ArrangedLogins {
  const holds = holdsWords(query)
  const seen = new Set<string>()
  const fresh = (rows: readonly LoginRow[]) =>
    rows.filter((row) => {
      const id = rowIdOf(row)
      if (seen.has(id) || !holds(searched(row))) return false
      seen.add(id)
      return true
    })
  const searching = query.trim() !== ''
  const found: Section[] = [
    { of: 'next', rows: fresh(next) },
    { of: 'here', rows: fresh(here) },
    { of: 'recent', rows: searching ? [] : fresh(recent) },
    { of: searching ? 'found' : 'all', rows: fresh(all) },
  ]
  let room = MOST
  const sections = found.map(({ of, rows }) => {
    const shown = rows.slice(0, room)
    room -= shown.length
    return { of, rows: shown }
  })
  return { sections: sections.filter(({ rows }) => rows.length > 0), hidden: seen.size - (MOST - room) }
}

/** A row's name in the list. */
export function rowIdOf(row: LoginRow): string {
  return row.item
}
