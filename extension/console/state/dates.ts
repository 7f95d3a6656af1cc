import { shortDayOf } from '../../ui/time.ts'
import { folderWords } from '../../words/console-folders.ts'
import type { GrantView } from '../../messages/views.ts'

/** The value of a date field, such as `2027-01-31`, as a day in the reader's time zone; null when empty or invalid. */
function startOf(typed: string, plusDays: number): number | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(typed)
  if (found === null) return null
  const [year = 0, month = 0, day = 0] = found.slice(1).map(Number)
  return new Date(year, month - 1, day + plusDays).getTime()
}

/** The first moment of the day, in ms since 1970. */
export const dayStart = (typed: string): number | null => startOf(typed, 0)
/** The first moment after the day: a grant until that day counts to its end. */
export const dayEnd = (typed: string): number | null => startOf(typed, 1)

const typedAt = (time: number): string => {
  const at = new Date(time)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** The values of the two date fields for a grant. The last day is the day before the grant's end. */
export const typedFrom = (starts: number | null): string => (starts === null ? '' : typedAt(starts))
export const typedUntil = (ends: number | null): string => (ends === null ? '' : typedAt(ends - 1))

/** "from 3 Dec to 31 Jan", null where a grant has no dates. */
export function sayDates({ starts, ends }: Pick<GrantView, 'starts' | 'ends'>): string | null {
  const t = folderWords()
  const now = Date.now()
  const from = starts === null ? null : shortDayOf(starts, now)
  const until = ends === null ? null : shortDayOf(ends - 1, now)
  if (from === null) return until === null ? null : t.datesUntil(until)
  return until === null ? t.datesFrom(from) : t.datesBetween(from, until)
}
