import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../testing/database.ts'
import type { TestDatabase } from '../testing/database.ts'
import { transact } from './connection.ts'
import type { Transaction } from './connection.ts'
import { connect } from './database/connect.ts'
import { isDatabaseDown } from './database-down.ts'

let database: TestDatabase
beforeEach(async () => void (database = await testDatabase()))
afterEach(() => database.close())

const insert = (tx: Transaction) => tx.execute(sql`insert into nonces values ('\x01', 'enrol', 1)`)
const rows = async () => (await database.sql`select count(*)::int as n from nonces`)[0]?.n as number

async function breakAll(): Promise<void> {
  const admin = connect(database.url, { max: 1 })
  await admin`select pg_terminate_backend(pid, 5000) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`
  await admin.end()
}

test('what fails is rolled back, and the connection serves again', async () => {
  const failing = transact(database.db, async (tx) => {
    await insert(tx)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await rows()).toBe(0)
  await transact(database.db, insert)
  expect(await rows()).toBe(1)
})

// Each of these would end the process: vitest reports that as an error of the run.
test.each<[string, (tx: Transaction, broken: Promise<void>) => Promise<unknown>]>([
  ['in a query', (tx) => tx.execute(sql`select pg_sleep(60)`)],
  ['between two queries', (tx, broken) => broken.then(() => insert(tx))],
  ['before the commit', (_, broken) => broken],
  ['before a refusal', (_, broken) => broken.then(() => Promise.reject(new Error('no')))],
])('a connection that breaks %s fails the transaction and nothing else', async (_, work) => {
  for (let round = 0; round < 15; round++) {
    let breaking = Promise.resolve()
    const broken = transact(database.db, async (tx) => {
      await insert(tx)
      breaking = breakAll()
      return work(
        tx,
        breaking.then(() => new Promise((resolve) => setTimeout(resolve, 20))),
      )
    })
    expect(isDatabaseDown(await broken.catch((error: unknown) => error))).toBe(true)
    // Whatever it has not reached yet would break in the next round, or in what is asked at the end.
    await breaking
  }
  expect(await rows()).toBe(0)
})
