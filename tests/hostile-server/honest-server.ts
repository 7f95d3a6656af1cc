import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import postgres from 'postgres'
import { createApp } from '../../server/app.ts'
import { developmentExtensionId } from '../../server/extension-id.ts'
import { createLog } from '../../server/log.ts'
import { encode } from '../../shared/bytes/encode.ts'
import { hkdf } from '../../shared/crypto/hkdf.ts'
import { voprfKeyFrom } from '../../shared/crypto/voprf-evaluate.ts'
import type { VoprfKey } from '../../shared/crypto/voprf-evaluate.ts'
import { connect, drizzleOver } from '../../server/store/database/connect.ts'
import { copyDatabase } from '../../server/testing/postgres.ts'
import type { OwnDatabase } from '../../server/testing/postgres.ts'

/** The real server on a real PostgreSQL, in this process: what stands behind the liar. */
export type HonestServer = {
  origin: string
  setupCode: string
  /** A connection beside the server's own, as whoever owns the machine has. */
  sql(): postgres.Sql
  /** The VOPRF key of a row with this random value: its secret is the same machine's. */
  voprfKey(random: Uint8Array): Promise<VoprfKey>
  /** A second server on a copy of the database, with the same secret: the same past, and a future of its own. */
  fork(): Promise<HonestServer>
  close(): Promise<void>
}

export const honestServer = async (publicOrigin: string): Promise<HonestServer> =>
  serverOn(await copyDatabase(), publicOrigin, new Uint8Array(randomBytes(32)))

async function serverOn(database: OwnDatabase, publicOrigin: string, secret: Uint8Array): Promise<HonestServer> {
  const { url } = database
  let own = connect(url, { max: 4 })
  const config = { publicOrigin, extensionId: developmentExtensionId }
  const cap = { most: 1_000_000, windowMs: 10_000 }
  const start = () =>
    createApp({ config, db: drizzleOver(own), sql: own, secret, cap, log: createLog('error', () => undefined) })
  let made = start()
  // Clients and other tests live in this process too: its Request and Response stay Node's.
  const listener = getRequestListener((request, env) => made.app.fetch(request, env), { overrideGlobalObjects: false })
  const server = createServer(listener)
  made.injectWebSocket(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the honest server has no port')
  return {
    origin: `http://127.0.0.1:${String(address.port)}`,
    setupCode: (await made.setupCode()) ?? '',
    sql: () => postgres(url, { max: 1, onnotice: () => undefined }),
    async voprfKey(random) {
      const own = await hkdf(secret, new Uint8Array(), encode('cloison/v1/server/voprf'), 32)
      return voprfKeyFrom(own, new Uint8Array(random))
    },
    async fork() {
      // PostgreSQL copies no database that somebody is connected to.
      await made.close()
      await own.end()
      const copy = await copyDatabase(database.name)
      own = connect(url, { max: 4 })
      made = start()
      return serverOn(copy, publicOrigin, secret)
    },
    async close() {
      await made.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await own.end()
      await database.drop()
    },
  }
}
