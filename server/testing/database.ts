import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'
import { connect, drizzleOver, type Database } from '../store/database/connect.ts'
import { template } from './global-setup.ts'

export type TestDatabase = Readonly<{ url: string; sql: postgres.Sql; db: Database; close(): Promise<void> }>

/** A fresh, migrated database of one's own on the run's PostgreSQL; `close` drops it. */
export async function testDatabase(): Promise<TestDatabase> {
  const admin = postgres(inject('databaseUrl'), { max: 1, onnotice: () => {} })
  const name = `test_${randomBytes(8).toString('hex')}`
  await admin.unsafe(`create database ${name} template ${template}`)
  const url = inject('databaseUrl').replace(/postgres$/, name)
  const sql = connect(url, { max: 10 })
  const close = async () => {
    await sql.end({ timeout: 5 })
    await admin.unsafe(`drop database ${name} with (force)`)
    await admin.end()
  }
  return { url, sql, db: drizzleOver(sql), close }
}
