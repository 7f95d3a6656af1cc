import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { createLog } from '../log.ts'
import { startEmbedded } from '../store/database/embedded.ts'
import { migrateDatabase } from '../store/database/migrate.ts'

const URL_NAME = 'CLOISON_TEST_POSTGRES'
/** The empty, migrated database that others are copied from. */
const template = 'migrated'

/** A superuser's URL of the PostgreSQL that this run's tests share; undefined outside of such a run. */
export const sharedPostgres = (): string | undefined => process.env[URL_NAME]

const databaseAt = (url: string, name: string) => url.replace(/postgres$/, name)

/** One real PostgreSQL for a whole run of tests. It forgets on power loss, which a test does not mind. */
export async function startSharedPostgres(): Promise<{ stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'cloison-test-'))
  const forgetful = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' }
  const embedded = await startEmbedded(folder, createLog('error'), forgetful)
  const url = embedded.url()
  const sql = postgres(url, { max: 1 })
  await sql.unsafe(`create database ${template}`)
  await sql.end()
  await migrateDatabase(databaseAt(url, template))
  process.env[URL_NAME] = url
  return {
    async stop() {
      await embedded.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A database of one's own on the shared PostgreSQL; `drop` also ends whoever is connected to it. */
export type OwnDatabase = Readonly<{ name: string; url: string; drop(): Promise<void> }>

/** Copies a database to which nobody is connected: the empty, migrated one unless `from` names another. */
export async function copyDatabase(from = template): Promise<OwnDatabase> {
  const url = sharedPostgres()
  if (url === undefined) throw new Error('this run of tests has no PostgreSQL: see global-setup.ts')
  const name = `test_${randomBytes(8).toString('hex')}`
  const asAdmin = async (statement: string) => {
    const admin = postgres(url, { max: 1, onnotice: () => {} })
    await admin.unsafe(statement)
    await admin.end()
  }
  await asAdmin(`create database ${name} template ${from}`)
  return { name, url: databaseAt(url, name), drop: () => asAdmin(`drop database if exists ${name} with (force)`) }
}
