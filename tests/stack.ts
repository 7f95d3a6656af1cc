import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { copyDatabase, sharedPostgres } from '../server/testing/postgres.ts'
import { embeddedOf, startProcess } from '../server/testing/process.ts'
import type { ServerProcess } from '../server/testing/process.ts'

type Env = Record<string, string>

/** A real server on a fresh data folder, with the set-up code that it printed. */
export type Stack = {
  /** The process that runs now, or ran last. */
  readonly server: ServerProcess
  /** As a person types it: the server's public origin. */
  origin: string
  setupCode: string
  folder: string
  /** A connection to its database, beside the server's own; whoever opens it ends it. */
  sql(): postgres.Sql
  /** Ends the server; its address answers nothing from now on. */
  halt(): Promise<void>
  /** Starts it again at the same address, on the same data. */
  resume(env?: Env): Promise<void>
  stop(): Promise<void>
}

/**
 * Starts the server on loopback, on a port of its own; `more` adds to its environment. Within a run of tests it has a database on the
 * PostgreSQL that they share, unless it is to have one of its own (`ownPostgres`); elsewhere it brings its own, as the product does.
 * `data`: a data folder of an organisation that is there already, which goes with the server.
 */
export async function startStack(more: Env = {}, { ownPostgres = false, data = '' } = {}): Promise<Stack> {
  const folder = data === '' ? mkdtempSync(join(tmpdir(), 'cloison-e2e-')) : data
  const hasOwn = ownPostgres || data !== '' || sharedPostgres() === undefined
  const database = hasOwn ? null : await copyDatabase()
  const env = database === null ? more : { DATABASE_URL: database.url, ...more }
  const built = process.env['CLOISON_TEST_SERVER']
  const program = database === null || built === undefined ? {} : { program: [built] }
  let server = startProcess(folder, { env, ...program })
  // A set-up that fails never comes to `stop`: the server goes with its test all the same.
  process.once('exit', () => server.child.kill('SIGTERM'))
  const port = new URL(await server.origin()).port
  if (data === '') await server.says('Set-up code')
  const setupCode = /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(server.said())?.[0] ?? ''
  const halt = async () => {
    server.child.kill('SIGTERM')
    await server.exit
  }
  return {
    get server() {
      return server
    },
    origin: env['PUBLIC_ORIGIN'] ?? `http://localhost:${port}`,
    setupCode,
    folder,
    sql: () =>
      database === null ? embeddedOf(folder).connect() : postgres(database.url, { max: 1, onnotice: () => undefined }),
    halt,
    async resume(more = {}) {
      server = startProcess(folder, { env: { ...env, PORT: port, ...more }, ...program })
      await server.origin()
    },
    async stop() {
      await halt()
      await database?.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
