import { expect, test } from 'vitest'
import { clockOf, dayOf, longDayOf, momentOf, relativeTo, shortDayOf } from './time.ts'

const PARIS = { language: 'fr', zone: 'Europe/Paris' } as const
const LISBON = { language: 'en', zone: 'Europe/Lisbon' } as const
const lateInMarch = Date.UTC(2027, 2, 30, 22, 30)
const MINUTE = 60_000

test('a time is shown in the reader’s time zone, where it may be the next day', () => {
  expect(dayOf(lateInMarch, PARIS)).toBe('31 mars 2027')
  expect(dayOf(lateInMarch, LISBON)).toBe('30 March 2027')
  expect(clockOf(lateInMarch, PARIS)).toBe('00:30')
  expect(clockOf(lateInMarch, LISBON)).toBe('23:30')
})

test('the heading of a day starts with a capital in both languages', () => {
  expect(longDayOf(lateInMarch, PARIS)).toBe('Mercredi 31 mars 2027')
  expect(longDayOf(lateInMarch, LISBON)).toMatch(/^Tuesday,? 30 March 2027$/)
})

test('the first of a month is an ordinal in French, and a row shows the year only when it is not this year', () => {
  const [first, eleventh] = [Date.UTC(2027, 11, 1), Date.UTC(2027, 11, 11)]
  expect([dayOf(first, PARIS), dayOf(eleventh, PARIS)]).toEqual(['1er décembre 2027', '11 décembre 2027'])
  expect(longDayOf(first, PARIS)).toBe('Mercredi 1er décembre 2027')
  expect(shortDayOf(first, eleventh, PARIS)).toBe('1er déc.')
  expect(shortDayOf(first, lateInMarch - 365 * 24 * 60 * MINUTE, LISBON)).toBe('1 Dec 2027')
})

test('an exact time names its time zone', () => {
  expect(momentOf(lateInMarch, PARIS)).toMatch(/UTC\+2|CEST/)
})

test('past and future gaps are written in words, and as a date beyond a month', () => {
  const write = (gap: number) => relativeTo(lateInMarch + gap, lateInMarch, PARIS)
  expect(write(-5000)).toBe('maintenant')
  expect(write(-3 * MINUTE)).toBe('il y a 3 minutes')
  expect(write(-24 * 60 * MINUTE)).toBe('hier')
  expect(write(2 * 24 * 60 * MINUTE)).toBe('après-demain')
  expect(write(-90 * 24 * 60 * MINUTE)).toBe('30 décembre 2026')
})
