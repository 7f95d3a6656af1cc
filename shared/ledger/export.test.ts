import { expect, test } from 'vitest'
import { Failure } from '../bytes/failure.ts'
import { toBase64url } from '../bytes/base64url.ts'
import { entryBytes, readExport, writeExport } from './export.ts'
import type { LedgerExport } from './export.ts'
import { newFolder, newOrg } from './testing/org.ts'
import { change, newBook, write } from './testing/journal.ts'

const org = await newOrg()
const folder = await newFolder(org, org.owner)
const book = newBook(org, folder)
await write(book, org.owner, await change())
const whole: LedgerExport = {
  org: org.state.org,
  entries: org.entries.map(toBase64url),
  journals: [{ folder, entries: book.entries.map(toBase64url) }],
  receipts: [],
}
const text = writeExport(whole)

/** What is wrong with a file, as the failure says it. */
function wrongOf(file: string): string {
  try {
    readExport(file)
    return 'nothing'
  } catch (error) {
    if (error instanceof Failure && error.code === 'bad-export') return error.message
    throw error
  }
}

test('an export is read as it was written, byte for byte', () => {
  expect(readExport(text)).toEqual(whole)
  expect(entryBytes(readExport(text).entries)).toEqual(org.entries)
})

test('P6: what is not exactly an export is refused, with the place', () => {
  const changed = (change: object) => `${JSON.stringify({ ...JSON.parse(text), ...change }, null, 1)}\n`
  expect(wrongOf('')).toBe('it is not JSON')
  expect(wrongOf('[]')).toBe('the file is not an object')
  expect(wrongOf('null')).toBe('the file is not an object')
  expect(wrongOf(changed({ format: 'cloison/v2/export' }))).toContain('format is not')
  expect(wrongOf(changed({ more: 1 }))).toContain('does not hold format, org')
  expect(wrongOf(changed({ org: 'AAAA' }))).toContain('org is not base64url')
  expect(wrongOf(changed({ org: 3 }))).toBe('org is not text')
  expect(wrongOf(changed({ entries: {} }))).toBe('entries is not a list')
  expect(wrongOf(changed({ entries: [whole.entries[0], '='] }))).toContain('entries[1] is not base64url')
  expect(wrongOf(changed({ entries: [null] }))).toBe('entries[0] is not text')
  expect(wrongOf(changed({ journals: [{ folder }] }))).toContain('journals[0] does not hold')
  expect(wrongOf(changed({ journals: [...whole.journals, ...whole.journals] }))).toBe('one folder comes twice')
  expect(wrongOf(changed({ journals: [{ folder: 'x', entries: [] }] }))).toContain('journals[0].folder')
})

test('P6: one export has one form: other spaces, or a field told twice, are refused', () => {
  expect(wrongOf(JSON.stringify(JSON.parse(text)))).toBe('it is not written as an export is')
  expect(wrongOf(`${text}\n`)).toBe('it is not written as an export is')
  expect(wrongOf(text.replace('"org"', '"org": "x",\n "org"'))).toBe('it is not written as an export is')
})
