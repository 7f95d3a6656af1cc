import { fileURLToPath } from 'node:url'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import { connect, drizzleOver } from './connect.ts'

const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url))
const lock = 7_095_263_371

/** Brings the schema of the database at this URL to the newest migration; servers that start together take turns. */
export async function migrateDatabase(url: string): Promise<void> {
  const sql = connect(url, { max: 1 })
  try {
    // Held by this one connection, and let go with it.
    await sql`select pg_advisory_lock(${lock})`
    await migrate(drizzleOver(sql), { migrationsFolder })
  } finally {
    await sql.end()
  }
}
