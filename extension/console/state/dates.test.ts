import { expect, test } from 'vitest'
import { dayEnd, dayStart, sayDates, typedFrom, typedUntil } from './dates.ts'

test('a grant’s dates are days in the reader’s zone, and its last day counts to its end', () => {
  const [starts, ends] = [dayStart('2027-03-28'), dayEnd('2027-03-28')]
  expect([starts, ends]).toEqual([new Date(2027, 2, 28).getTime(), new Date(2027, 2, 29).getTime()])
  expect([typedFrom(starts), typedUntil(ends)]).toEqual(['2027-03-28', '2027-03-28'])
  expect(dayEnd('2027-12-31')).toBe(new Date(2028, 0, 1).getTime())
})

test('an empty date field sets no limit', () => {
  expect([dayStart(''), dayEnd(''), typedFrom(null), typedUntil(null)]).toEqual([null, null, '', ''])
})

test('dates read as people write them, with the year only when it is not this year', () => {
  const year = new Date().getFullYear()
  const [starts, ends] = [dayStart(`${String(year)}-12-03`), dayEnd(`${String(year + 1)}-01-31`)]
  expect(sayDates({ starts, ends })).toBe(`from 3 Dec to 31 Jan ${String(year + 1)}`)
  expect(sayDates({ starts: null, ends })).toBe(`until 31 Jan ${String(year + 1)}`)
  expect(sayDates({ starts, ends: null })).toBe('from 3 Dec')
  expect(sayDates({ starts: null, ends: null })).toBe(null)
})
