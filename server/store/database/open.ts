import type postgres from 'postgres'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../../log.ts'
import { connect, drizzleOver, type Database } from './connect.ts'
import { startEmbedded } from './embedded.ts'
import { migrateDatabase } from './migrate.ts'
import { lockDatabase } from './only-server.ts'

/**
 * `ready`: whether the database takes a write within 2 s; one with a full disk answers but takes none. `close`: waits for
 * running queries, then stops an embedded database.
 */
export type OpenDatabase = Readonly<{
  sql: postgres.Sql
  db: Database
  ready(): Promise<boolean>
  close(): Promise<void>
}>

/**
 * Opens the database by its URL, or where that is null the embedded one in the data folder, brings its schema up to date, and keeps it for
 * this process alone; `taken` is told when another server got it while the database was away.
 * Throws a Failure whose message is a sentence for the operator, or what the driver throws.
 */
export async function openDatabase(
  { databaseUrl, dataFolder }: Readonly<{ databaseUrl: string | null; dataFolder: string }>,
  log: Log,
  taken: (why: unknown) => void,
): Promise<OpenDatabase> {
  const embedded = databaseUrl === null ? await startEmbedded(dataFolder, log) : null
  const url = databaseUrl ?? embedded?.url() ?? ''
  const over = embedded === null ? {} : { socket: embedded.socket }
  let lock: { release(): Promise<void> } | null = null
  const stop = async () => {
    await lock?.release()
    await embedded?.stop()
  }
  try {
    lock = await lockDatabase(url, over, log, taken)
    await migrateDatabase(url)
  } catch (error) {
    await stop()
    throw error
  }
  const sql = connect(url, { max: 20, ...over })
  const answers = () => sql`update server_secret set single = single`.then(() => true).catch(() => false)
  return {
    sql,
    db: drizzleOver(sql),
    ready: () => Promise.race([answers(), sleep(2000, false, { ref: false })]),
    close: async () => {
      await sql.end({ timeout: 5 })
      await stop()
    },
  }
}
