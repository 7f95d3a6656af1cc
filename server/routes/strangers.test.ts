import { afterAll, beforeAll, expect, test } from 'vitest'
import { meanings, shapes } from '../../e2e/bench/strangers-requests.ts'
import type { Line } from '../../e2e/bench/strangers-requests.ts'
import { nonceHeader } from '../../shared/protocol/dpop.ts'
import { endpoints } from '../../shared/protocol/endpoints.ts'
import type { Endpoint } from '../../shared/protocol/endpoints.ts'
import { createApp } from '../app.ts'
import { createLog } from '../log.ts'
import { connect, drizzleOver } from '../store/database/connect.ts'
import { extensionId, newDesk, publicOrigin } from '../testing/desk.ts'
import type { Desk } from '../testing/desk.ts'
import { found, newPerson } from '../testing/person.ts'
import { signedHeaders } from '../testing/session-key.ts'

let desk: Desk
/** A server whose database went away after it had read the ledger. */
let alone: ReturnType<typeof createApp>
let madeUp: readonly Line[]

beforeAll(async () => {
  desk = await newDesk()
  const owner = await found(desk)
  const sql = connect(desk.database.url, { max: 2 })
  const log = createLog('error', () => undefined)
  const config = { publicOrigin, extensionId }
  alone = createApp({ config, db: drizzleOver(sql), sql, secret: desk.secret, log })
  await alone.ready()
  await sql.end()
  const nonce = (await alone.app.request('/nothing')).headers.get(nonceHeader) ?? ''
  const signed: Desk['signed'] = (token, method, path, key) =>
    signedHeaders({ method, address: publicOrigin + path, token, nonce, now: desk.now() }, key)
  const all = await meanings({ ...desk, signed }, await newPerson(owner.org), owner.token)
  madeUp = all.filter(({ kind }) => !/^(answered|fresh)/.test(kind))
})
afterAll(async () => {
  await alone.close()
  await desk.close()
})

async function answer({ make }: Line): Promise<string> {
  const { path, ...init } = await make()
  const response = await alone.app.request(path, init as RequestInit)
  const isProblem = response.headers.get('content-type') === 'application/problem+json'
  return isProblem ? ((await response.json()) as { code: string }).code : String(response.status)
}

test('what strangers can make up is refused without asking the database', async () => {
  for (const line of [...shapes, ...madeUp])
    expect([line.endpoint, line.kind, await answer(line)]).toEqual([line.endpoint, line.kind, line.code])
  const nonce = {
    ...shapes[0]!,
    make: () => ({ method: 'POST', path: '/api/nonce', headers: json, body: '{"purpose":"unlock"}' }),
  }
  expect(await answer(nonce)).toBe('database-down')
})
const json = { 'content-type': 'application/json' }

test('each open endpoint that takes something is tried with something made up', () => {
  const open = (Object.keys(endpoints) as Endpoint[]).filter(
    (name) => endpoints[name].open && !['hello', 'nonce'].includes(name),
  )
  expect(open.filter((name) => !madeUp.some(({ endpoint }) => endpoint === name))).toEqual([])
})
