import { mkdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { setTimeout as sleep } from 'node:timers/promises'
import { Failure } from '../shared/bytes/failure.ts'
import { createApp } from './app.ts'
import { withPort, type Config } from './config.ts'
import { drain } from './drain.ts'
import { errorCode, type Log } from './log.ts'
import { isOld, metadataIn } from './metadata.ts'
import type { Metadata } from './metadata.ts'
import { health, starting } from './routes/health.ts'
import { serverSecret } from './secret.ts'
import { lockFolder } from './store/database/folder-lock.ts'
import { openDatabase } from './store/database/open.ts'
import { checkServerSecret } from './store/server-secret.ts'

/** `stop`: no new connections, requests in flight end, sockets close with 1001, then the database. */
export type RunningServer = Readonly<{ stop(): Promise<void> }>

/**
 * Starts everything in order: data folder and its lock, secret, port, database, app. Says on standard output where to open it and,
 * until an organisation exists, the set-up code. Throws a Failure whose message is a sentence for the operator.
 */
export async function startServer(settings: Config, log: Log): Promise<RunningServer> {
  takeFolder(settings.dataFolder)
  const secret = serverSecret(settings)
  const metadata = settings.fidoMetadata === null ? null : await metadataIn(settings.fidoMetadata)

  // The port before the database: a port in use is said at once, and `/healthz` answers while a database recovers.
  let ready = async () => false
  const probes = health(() => ready(), settings.publicOrigin)
  let app = starting(settings.publicOrigin)
  const server = createServer(
    getRequestListener((request, env) => {
      const isProbe = /^\/(healthz|readyz)$/.test(new URL(request.url).pathname)
      return (isProbe ? probes : app).fetch(request, env)
    }),
  )
  const config = withPort(settings, await listen(server, settings))

  const database = await openDatabase(config, log, giveUp)
  try {
    await checkServerSecret(database.db, secret)
  } catch (error) {
    await database.close()
    throw error
  }
  const made = createApp({ config, db: database.db, sql: database.sql, secret, log, metadata })
  made.injectWebSocket(server)
  app = made.app
  // Who is sent here before the ledger is replayed waits for it.
  const replayed = () =>
    Promise.race([made.ready().then(() => true), sleep(2_000, false, { ref: false })]).catch(() => false)
  ready = async () => (await database.ready()) && replayed()
  void replayed()
  announce(config.publicOrigin, await made.setupCode())
  const { host, port, publicOrigin: origin, trustedProxies } = config
  if (metadata !== null) tellMetadata(metadata, log)
  log.info('listening', { host, port, origin, trustedProxies: trustedProxies.rules.length })
  return {
    stop: async () => {
      await drain(server, made.close)
      await database.close()
    },
  }
}

/** A file that should have been renewed is used on, and said: what was reported since is not in it. */
function tellMetadata(metadata: Metadata, log: Log): void {
  const { number, nextUpdate, models } = metadata
  const said = { number, nextUpdate, models: models.size }
  if (isOld(metadata, Date.now())) log.warn('metadata-old', said)
  else log.info('metadata', said)
}

/** Ends the process: who serves on without being the only one serves rights that are none any more (H7). */
function giveUp(why: unknown): void {
  setImmediate(() => {
    throw why
  })
}

function takeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    lockFolder(folder)
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure('data-folder', `Cloison cannot write in its data folder ${folder} (${errorCode(error)}).`)
  }
}

function listen(server: Server, { host, port }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const code = errorCode(error)
      const why =
        code === 'EADDRINUSE'
          ? `Port ${port} is in use. Stop what uses it or set PORT.`
          : `HOST and PORT do not fit (${code}).`
      reject(new Failure('listen', `Cloison cannot listen on ${host}:${port}. ${why}`))
    })
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

function announce(origin: string, setupCode: string | null): void {
  const code = setupCode === null ? '' : `  Set-up code: ${setupCode}\n`
  process.stdout.write(`\n  Cloison is running. Open ${origin}\n${code}\n`)
}
