import { Hono } from 'hono'
import type { Server } from 'node:http'
import { BlockList } from 'node:net'
import type postgres from 'postgres'
import { shiftHours as policyHours } from '../shared/access/shift-hours.ts'
import { encode } from '../shared/bytes/encode.ts'
import { hkdf } from '../shared/crypto/hkdf.ts'
import { voprfKeyFrom } from '../shared/crypto/voprf-evaluate.ts'
import { socketPath } from '../shared/protocol/endpoints.ts'
import { errorCode } from './log.ts'
import type { Log } from './log.ts'
import type { Metadata } from './metadata.ts'
import { addressesBehind } from './middleware/client-address.ts'
import { usualPatience } from './middleware/deadline.ts'
import { readyOf } from './middleware/authenticate.ts'
import { countRequests, floodCap, usualCap } from './middleware/flood.ts'
import type { FloodCap } from './middleware/flood.ts'
import { newestNonce, onlyOurExtension, safeHeaders } from './middleware/headers.ts'
import { problemOf, replyWith } from './middleware/problem-reply.ts'
import { createProofs } from './middleware/proofs.ts'
import type { Services } from './middleware/services.ts'
import { createSockets } from './middleware/sockets.ts'
import { createTokens } from './middleware/tokens.ts'
import { createUpgrades, usualWaiting } from './middleware/upgrades.ts'
import { beginRoutes } from './routes/begin.ts'
import { credentialRoutes } from './routes/credentials.ts'
import { enrolFinishRoute } from './routes/enrol-finish.ts'
import { enrolBeginRoute } from './routes/enrol.ts'
import { openPageRoutes } from './routes/open-page.ts'
import { openApiPath, openApiRoute } from './routes/openapi.ts'
import { rotateRoutes } from './routes/rotate.ts'
import { repairRoutes } from './routes/repair.ts'
import { pinRoutes } from './routes/pin.ts'
import { shiftRoutes } from './routes/shift.ts'
import { serveSocket } from './routes/socket.ts'
import { syncRoutes } from './routes/sync.ts'
import { unlockRoutes } from './routes/unlock.ts'
import type { Database } from './store/database/connect.ts'
import { createJournalEnds } from './store/journal-ends.ts'
import { createJournals } from './store/journals.ts'
import { createErasures } from './store/erasures.ts'
import { createLedger } from './store/ledger.ts'
import { Problem } from './store/problem.ts'
import { createQuotas, usualQuotas } from './store/quotas.ts'
import type { Quota } from './store/quotas.ts'
import { createRepairs } from './store/repairs.ts'
import { createSetupCode } from './store/setup-code.ts'
import { createSights } from './store/sights.ts'
import { createTickets } from './store/tickets.ts'
import { sweep } from './store/sweep.ts'

type Ingredients = Readonly<{
  config: Services['settings'] & Readonly<{ trustedProxies?: BlockList }>
  db: Database
  sql: postgres.Sql
  /** 32 bytes kept outside the database. */
  secret: Uint8Array
  log: Log
  metadata?: Metadata | null
  now?: () => number
  patience?: number
  cap?: FloodCap
  quotas?: Readonly<Record<Quota, number>>
  /** How many sockets of one address may wait to show a token. */
  mostWaiting?: number
  shiftHours?: Services['shiftHours']
}>

export type App = Readonly<{
  app: Hono
  /** Serves the WebSockets of that server too. */
  injectWebSocket(server: Server): void
  /** The one-time set-up code while there is no org, else null. The same at each start. */
  setupCode(): Promise<string | null>
  /** Resolves once the ledger is replayed; rejects where the database does not answer, or the ledger is broken. */
  ready(): Promise<void>
  /** Says goodbye on every socket and stops the clockwork; the database stays the caller's. */
  close(): Promise<void>
}>

const sweepEvery = 30_000

/** Everything that answers, over an open database. */
export function createApp(ingredients: Ingredients): App {
  const { config, db, sql, secret, log, now = Date.now, cap = usualCap, patience = usualPatience } = ingredients
  const { shiftHours = policyHours, mostWaiting = usualWaiting, quotas = usualQuotas } = ingredients
  const addressOf = addressesBehind(config.trustedProxies ?? new BlockList())
  const app = new Hono()
  const count = countRequests(cap, now)
  const ledger = createLedger(db)
  const ends = createJournalEnds(db)
  const setupCode = createSetupCode(db, secret, () => ledger.current() !== null)
  const voprfSecret = hkdf(secret, new Uint8Array(), encode('cloison/v1/server/voprf'), 32)
  const tokens = createTokens(secret, config.publicOrigin, now)
  const proofs = createProofs(tokens, config.publicOrigin, now)
  const services: Services = {
    settings: config,
    db,
    sql,
    ledger,
    ends,
    journals: createJournals(ledger, ends),
    sights: createSights(),
    repairs: createRepairs(db),
    spend: createQuotas(db, now, quotas),
    erasures: createErasures(db),
    sockets: createSockets(now),
    tickets: createTickets(secret),
    tokens,
    proofs,
    voprfKey: async (rowRandom) => voprfKeyFrom(await voprfSecret, rowRandom),
    setupCode,
    shiftHours,
    metadata: ingredients.metadata ?? null,
    log,
    patience,
    startedAt: now(),
    now,
  }
  app.onError((error, c) => replyWith(c, problemOf(error, log), proofs.freshNonce()))
  app.notFound((c) => replyWith(c, new Problem('not-found', 'There is nothing here.'), proofs.freshNonce()))
  app.use(safeHeaders(config.publicOrigin))
  app.use('/api/*', onlyOurExtension(config.extensionId), floodCap(count, addressOf), newestNonce(proofs.freshNonce))
  app.use(openApiPath, floodCap(count, addressOf))
  beginRoutes(app, services)
  enrolBeginRoute(app, services)
  enrolFinishRoute(app, services)
  unlockRoutes(app, services)
  shiftRoutes(app, services)
  pinRoutes(app, services)
  rotateRoutes(app, services)
  credentialRoutes(app, services)
  syncRoutes(app, services)
  repairRoutes(app, services)
  openPageRoutes(app)
  openApiRoute(app)
  const serve = serveSocket(services)
  const upgrades = createUpgrades({ path: socketPath, serve, addressOf, count, mostWaiting })

  const timer = setInterval(() => {
    services.sockets.sweep()
    proofs.sweep()
    sweep(db, now()).catch((error: unknown) => log.warn('sweep-failed', { code: errorCode(error) }))
  }, sweepEvery).unref()

  return {
    app,
    injectWebSocket: upgrades.of,
    setupCode: () => setupCode.show(),
    ready: () => readyOf(services),
    async close() {
      clearInterval(timer)
      services.sockets.close()
      upgrades.close()
    },
  }
}
