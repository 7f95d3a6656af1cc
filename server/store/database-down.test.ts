import postgres from 'postgres'
import { expect, test } from 'vitest'
import { drizzleOver } from './database/connect.ts'
import { isDatabaseDown } from './database-down.ts'
import { freePort } from './database/postmaster.ts'

const caught = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error)

test('a refused connection is a database that is down, also behind drizzle', async () => {
  const sql = postgres(`postgres://nobody@127.0.0.1:${await freePort()}/nothing`, { max: 1 })
  expect(isDatabaseDown(await caught(sql`select 1`))).toBe(true)
  expect(isDatabaseDown(await caught(drizzleOver(sql).execute('select 1')))).toBe(true)
  await sql.end()
  expect(isDatabaseDown(await caught(sql`select 1`))).toBe(true)
})

test('a wrong query or a plain fault is not', () => {
  expect(isDatabaseDown(Object.assign(new Error('duplicate'), { code: '23505' }))).toBe(false)
  expect(isDatabaseDown(Object.assign(new Error('cancelled'), { code: '57014' }))).toBe(false)
  expect(isDatabaseDown(new TypeError('fault'))).toBe(false)
  expect(isDatabaseDown('ECONNREFUSED')).toBe(false)
})
