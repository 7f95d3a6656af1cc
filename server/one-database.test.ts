import { afterAll, expect, test } from 'vitest'
import { testDatabase } from './testing/database.ts'
import { dataFolder, ready } from './testing/data-folder.ts'

// H7: a second server would go on serving rights as they were when it last looked.
const database = await testDatabase()
const folders = [dataFolder(), dataFolder()] as const
afterAll(() => database.close())

const SECRET = 'A'.repeat(43)
const start = (nth: 0 | 1) => folders[nth].start({ DATABASE_URL: database.url, SERVER_SECRET: SECRET })
/** The connection that holds the database for its server. */
const holder = async () => {
  const [row] = await database.sql<{ pid: number }[]>`
    select pid from pg_locks join pg_database on pg_database.oid = database
    where locktype = 'advisory' and granted and datname = current_database()`
  return row?.pid ?? 0
}
const REFUSED =
  'Another Cloison server is using this database. Stop it, or give this one a database of its own in DATABASE_URL.\n'

test('H7: a second server on one database is refused in one sentence, and the first carries on', async () => {
  const origin = await ready(start(0))
  const second = start(1)
  expect(await second.exit).toBe(1)
  expect(second.said()).toBe(REFUSED)
  expect((await fetch(`${origin}/readyz`)).status).toBe(200)
})

test('H7: who follows a server that was killed is let in', async () => {
  const first = start(0)
  await ready(first)
  first.child.kill('SIGKILL')
  await ready(start(1))
})

test('H7: a server whose connection broke takes the database again, or ends where another was quicker', async () => {
  const first = start(0)
  const origin = await ready(first)
  const before = await holder()
  await database.sql`select pg_terminate_backend(${before})`
  await expect.poll(holder, { timeout: 30_000 }).not.toBe(before)
  await expect.poll(holder, { timeout: 30_000 }).toBeGreaterThan(0)
  expect((await fetch(`${origin}/readyz`)).status).toBe(200)

  first.child.kill('SIGSTOP')
  await database.sql`select pg_terminate_backend(${await holder()})`
  await ready(start(1))
  first.child.kill('SIGCONT')
  expect(await first.exit).toBe(1)
  expect(first.said()).toContain(REFUSED)
})

test('a server whose database takes no writes is not ready, though it answers', async () => {
  const origin = await ready(start(0))
  const status = async () => (await fetch(`${origin}/readyz`)).status
  const [row] = await database.sql<{ name: string }[]>`select current_database() as name`
  const { sql } = database
  const anew = () => sql`
    select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`
  await sql`alter database ${sql(row?.name ?? '')} set default_transaction_read_only = on`
  await anew()
  await expect.poll(status, { timeout: 30_000 }).toBe(503)
  expect((await fetch(`${origin}/api/hello`)).status).toBe(200)
  await sql`set default_transaction_read_only = off`
  await sql`alter database ${sql(row?.name ?? '')} reset default_transaction_read_only`
  await anew()
  await expect.poll(status, { timeout: 30_000 }).toBe(200)
})
