import { toBase64url } from '../../shared/bytes/base64url.ts'
import { nonceHeader } from '../../shared/protocol/dpop.ts'
import { endpoints } from '../../shared/protocol/endpoints.ts'
import type { Endpoint } from '../../shared/protocol/endpoints.ts'
import { randomBytes } from '../../shared/crypto/random.ts'
import { createApp } from '../app.ts'
import type { App } from '../app.ts'
import { createLog } from '../log.ts'
import type { Metadata } from '../metadata.ts'
import type { FloodCap } from '../middleware/flood.ts'
import { problemsOf } from '../routes/openapi/problems.ts'
import { usualQuotas } from '../store/quotas.ts'
import type { Quota } from '../store/quotas.ts'
import { trustedProxiesIn } from '../trusted-proxies.ts'
import { testDatabase } from './database.ts'
import type { TestDatabase } from './database.ts'
import { signedHeaders } from './session-key.ts'
import type { TestKey } from './session-key.ts'

export const publicOrigin = 'https://cloison.example'
export const extensionId = 'abcdefghijklmnopabcdefghijklmnop'

/** Whatever the server said: tests look into it freely, and a wrong guess fails them. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Answer = { status: number; headers: Headers; body: any }
/** A whole server over a database of its own, with a clock that tests turn and a log that they read. */
export type Desk = {
  database: TestDatabase
  secret: Uint8Array
  made: App
  lines: string[]
  clock: { ahead: number }
  now(): number
  /**
   * Asks an endpoint of the protocol; `at` replaces `:id`, `query` follows the path. A token comes with a proof by the key
   * that it is bound to; the request is repeated once where the server wants a newer nonce.
   */
  ask(name: Endpoint, body?: unknown, more?: { token?: string; at?: string; query?: string }): Promise<Answer>
  /** The headers that go with a token to that place, by the key that it is bound to or by `key`. */
  signed(token: string, method: string, path: string, key?: TestKey): Promise<Record<string, string>>
  /** The newest nonce that this server gave out. */
  nonce(): Promise<string>
  /** `peer`: the address that the request comes from. */
  send(method: string, path: string, init?: RequestInit & { peer?: string }): Promise<Answer>
  /** Rows in each table, and the sum of what changes in place; what was asked is counted beside. */
  dump(): Promise<unknown>
  close(): Promise<void>
}

type Parts = {
  origin?: string
  /** As in TRUSTED_PROXIES. */
  proxies?: string
  cap?: FloodCap
  mostWaiting?: number
  patience?: number
  database?: TestDatabase
  secret?: Uint8Array
  shiftHours?: () => number
  metadata?: Metadata
  quotas?: Partial<Record<Quota, number>>
}

/** With a database and a secret of another desk's: the same server, started anew. */
export async function newDesk(parts: Parts = {}): Promise<Desk> {
  const database = parts.database ?? (await testDatabase())
  const secret = parts.secret ?? randomBytes(32)
  const lines: string[] = []
  const clock = { ahead: 0 }
  const now = () => Date.now() + clock.ahead
  let newest = ''
  const proxies = trustedProxiesIn(parts.proxies ?? '')
  const trusted = proxies === null ? {} : { trustedProxies: proxies }
  const made = createApp({
    config: { publicOrigin: parts.origin ?? publicOrigin, extensionId, ...trusted },
    db: database.db,
    sql: database.sql,
    secret,
    log: createLog('debug', (line) => lines.push(line)),
    now,
    cap: parts.cap ?? { most: 1_000_000, windowMs: 10_000 },
    quotas: { ...usualQuotas, ...parts.quotas },
    metadata: parts.metadata ?? null,
    ...(parts.mostWaiting === undefined ? {} : { mostWaiting: parts.mostWaiting }),
    ...(parts.patience === undefined ? {} : { patience: parts.patience }),
    ...(parts.shiftHours === undefined ? {} : { shiftHours: parts.shiftHours }),
  })
  const send: Desk['send'] = async (method, path, { peer, ...init } = {}) => {
    const from = peer === undefined ? {} : { incoming: { socket: { remoteAddress: peer } } }
    const response = await made.app.request(path, { method, ...init }, from)
    newest = response.headers.get(nonceHeader) ?? newest
    const text = await response.text()
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
  }
  const nonce = async () => {
    await send('GET', endpoints.hello.path)
    return newest
  }
  const signed: Desk['signed'] = (token, method, path, key) =>
    signedHeaders({ method, address: (parts.origin ?? publicOrigin) + path, token, nonce: newest, now: now() }, key)
  const ask: Desk['ask'] = async (name, body = null, { token, at = '', query = '' } = {}) => {
    const { method, path } = endpoints[name]
    const place = path.replace(':id', at)
    const once = async () => {
      const headers = new Headers(token === undefined ? {} : await signed(token, method, place))
      if (method === 'POST') headers.set('content-type', 'application/json')
      const init = method === 'POST' ? { headers, body: JSON.stringify(body) } : { headers }
      return send(method, place + query, init)
    }
    const first = await once()
    const answer = first.body?.code === 'use-dpop-nonce' ? await once() : first
    const isKnown = answer.status === 200 || problemsOf(name).includes(answer.body?.code)
    if (!isKnown) throw new Error(`/openapi.json does not say that ${name} may answer ${String(answer.body?.code)}.`)
    return answer
  }
  const dump = async () => {
    const tables = await database.sql<{ name: string }[]>`
      select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'quotas' order by 1`
    const rows: Record<string, unknown> = {}
    for (const { name } of tables)
      rows[name] =
        await database.sql`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum, count(*)
        from ${database.sql(name)} as t`
    return JSON.parse(JSON.stringify(rows))
  }
  const close = async () => {
    await made.close()
    if (parts.database === undefined) await database.close()
  }
  return { database, secret, made, lines, clock, now, ask, signed, nonce, send, dump, close }
}

export const randomText = (length: number) => toBase64url(randomBytes(length))
