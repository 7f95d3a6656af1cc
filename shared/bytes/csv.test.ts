import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { toCsv } from './csv.ts'

test('no cell of a report runs as a formula in a spreadsheet', () => {
  for (const start of ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
    expect(toCsv([[`${start}cmd|' /C calc'!A0`]])).toMatch(/^\ufeff"?'/)
})

test('every file of the product that writes a table writes it by toCsv', () => {
  const all = execFileSync('git', ['ls-files', 'extension', 'server', 'shared', 'verify'], { encoding: 'utf8' })
  const sources = all
    .split('\n')
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.ts$|\/(words|testing)\//.test(name))
  const writers = sources.filter((name) => /text\/csv|\.csv'|\bcsv\)/.test(readFileSync(name, 'utf8')))
  expect(writers.length).toBeGreaterThan(2)
  expect(writers.filter((name) => !/\btoCsv\(|\bsaveTable\('/.test(readFileSync(name, 'utf8')))).toEqual([])
})

test('commas, quotes and line breaks stay in their cell', () => {
  expect(toCsv([['a,b', 'c"d', 'e\nf', 'g']])).toBe('\ufeff"a,b","c""d","e\nf",g\r\n')
})
