import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromBase64url } from '../../shared/bytes/base64url.ts'
import { fromUtf8 } from '../../shared/bytes/bytes.ts'
import { unframed } from '../../shared/bytes/encode.ts'
import { testDatabase } from '../testing/database.ts'
import type { TestDatabase } from '../testing/database.ts'
import { readLedger } from './read-ledger.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  await database.sql`insert into ledger_entries
    select n, convert_to(repeat('x', case when n = 20 then 3000000 else 125000 end) || n, 'UTF8'), '\\x00'
    from generate_series(1, 25) as n`
})
afterAll(() => database.close())

async function numbers(from: number, to: number) {
  const { entries, count } = await readLedger(database.db, from, to)
  const found = unframed(fromBase64url(entries)).map((entry) => Number(/\d+$/.exec(fromUtf8(entry))))
  expect(count).toBe(found.length)
  return found
}
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)

test('a long ledger comes in pieces of about 1 MB, the first a tenth, in order, with nothing left out', async () => {
  expect(await numbers(0, 25)).toEqual([1])
  expect(await numbers(1, 25)).toEqual(range(2, 9))
  expect(await numbers(9, 25)).toEqual(range(10, 17))
  expect(await numbers(17, 25)).toEqual(range(18, 20))
  expect(await numbers(20, 25)).toEqual(range(21, 25))
  expect(await numbers(25, 25)).toEqual([])
})

test('an entry larger than a piece comes by itself, and nothing comes past where the asker may look', async () => {
  expect(await numbers(19, 25)).toEqual([20])
  expect(await numbers(2, 4)).toEqual([3, 4])
})
