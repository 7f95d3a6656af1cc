import type postgres from 'postgres'
import { connect, drizzleOver, type Database } from '../store/database/connect.ts'
import { copyDatabase } from './postgres.ts'

export type TestDatabase = Readonly<{ url: string; sql: postgres.Sql; db: Database; close(): Promise<void> }>

/** A fresh, migrated database of one's own on the run's PostgreSQL, with a pool on it; `close` drops it. */
export async function testDatabase(): Promise<TestDatabase> {
  const { url, drop } = await copyDatabase()
  const sql = connect(url, { max: 10 })
  const close = async () => {
    await sql.end({ timeout: 5 })
    await drop()
  }
  return { url, sql, db: drizzleOver(sql), close }
}
