import { expect, test } from 'vitest'
import { toCsv } from './csv.ts'

test('no cell of a report runs as a formula in a spreadsheet', () => {
  for (const start of ['=', '+', '-', '@', '\t', '\r'])
    expect(toCsv([[`${start}cmd|' /C calc'!A0`]])).toMatch(/^\ufeff"?'/)
})

test('commas, quotes and line breaks stay in their cell', () => {
  expect(toCsv([['a,b', 'c"d', 'e\nf', 'g']])).toBe('\ufeff"a,b","c""d","e\nf",g\r\n')
})
