import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { createLog } from '../log.ts'
import { startEmbedded } from '../store/database/embedded.ts'
import { migrateDatabase } from '../store/database/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A superuser's URL of the cluster that this run's tests share. */
    databaseUrl: string
  }
}

/** The database that each test file's own is copied from. */
export const template = 'migrated'

/** One real PostgreSQL for a whole vitest run; it forgets on power loss, which a test does not mind. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'cloison-test-'))
  const forgetful = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
  const embedded = await startEmbedded(folder, createLog('error'), forgetful)
  const sql = postgres(embedded.url(), { max: 1 })
  await sql.unsafe(`create database ${template}`)
  await sql.end()
  await migrateDatabase(embedded.url().replace(/postgres$/, template))
  project.provide('databaseUrl', embedded.url())
  return async () => {
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
