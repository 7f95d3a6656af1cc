import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../testing/database.ts'

const database = await testDatabase()
afterAll(() => database.close())

test('a test file has a PostgreSQL 18 database of its own', async () => {
  const [row] =
    await database.sql`select current_setting('server_version_num')::int as version, current_database() as name`
  expect(row).toMatchObject({ version: expect.toSatisfy((version: number) => version >= 180000) })
  const other = await testDatabase()
  await other.sql`create table only_here (id int)`
  await expect(database.sql`select * from only_here`).rejects.toMatchObject({ code: '42P01' })
  await other.close()
})
