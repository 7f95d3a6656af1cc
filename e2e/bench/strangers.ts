/**
 * What a stranger's refused requests cost the server, in CPU of its process alone: each open endpoint, each kind of
 * refusal, beside a bare Hono in that same process. The target is 0.5 ms; figures are of this machine. The exit code says
 * only whether each got the refusal it should.
 * `npm run bench -- strangers [REQUESTS [ENDPOINT]]`
 */
import { Agent, request } from 'node:http'
import { cpus } from 'node:os'
import { endpoints } from '../../shared/protocol/endpoints.ts'
import type { Endpoint } from '../../shared/protocol/endpoints.ts'
import { publicOrigin } from '../../server/testing/desk.ts'
import type { Answer, Desk } from '../../server/testing/desk.ts'
import { found, newPerson } from '../../server/testing/person.ts'
import { signedHeaders } from '../../server/testing/session-key.ts'
import { serverProcess } from './strangers-process.ts'
import type { Cpu } from './strangers-process.ts'
import { meanings, shapes } from './strangers-requests.ts'
import type { Line, Sent } from './strangers-requests.ts'

const target = 0.5
const requests = Number(process.argv[2] ?? '600')
const wanted = process.argv[3]
const rounds = 3
const atOnce = 16

const server = await serverProcess()
const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
let client = 0
/** The newest nonce for proofs that the server gave out. */
let newest = ''

/** Each from another address, as the trusted proxy says: else the flood cap would answer for the endpoints. */
function send(origin: string, { method, path, headers = {}, body }: Sent): Promise<Answer> {
  const from = {
    'x-forwarded-for': `10.${String((client >> 16) & 255)}.${String((client >> 8) & 255)}.${String(client++ & 255)}`,
  }
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  return new Promise((resolve, reject) => {
    const asked = request(origin + path, { method, agent, headers: { ...from, ...length, ...headers } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        const isJson = String(answer.headers['content-type']).includes('json')
        newest = String(answer.headers['dpop-nonce'] ?? newest)
        resolve({ status: answer.statusCode ?? 0, headers: new Headers(), body: isJson ? JSON.parse(text) : text })
      })
    })
    asked.on('error', reject)
    asked.end(body)
  })
}
const ask: Desk['ask'] = (name: Endpoint, body = null, { at = '', query = '' } = {}) => {
  const headers = { 'content-type': 'application/json' }
  const { method, path } = endpoints[name]
  const sent = { method, path: path.replace(':id', at) + query, headers }
  return send(server.origin, method === 'GET' ? sent : { ...sent, body: JSON.stringify(body) })
}
const signed: Desk['signed'] = (token, method, path, key) =>
  signedHeaders({ method, address: publicOrigin + path, token, nonce: newest, now: Date.now() }, key)
const made = { setupCode: async () => server.setupCode() }
const desk = { ask, signed, now: Date.now, made } as unknown as Desk

type Cost = { server: number; postgres: number | null }
const answered: string[] = []

/** What each of these requests cost, on average, ms of CPU; all are made before the first is sent. */
async function measure(origin: string, { endpoint, kind, code, make }: Line): Promise<Cost> {
  const sent: Sent[] = []
  for (let i = 0; i < requests; i++) sent.push(await make())
  const before = await server.cpu()
  const left = [...sent]
  const work = async () => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      const { status, body } = await send(origin, next)
      const got = (body as { code?: string } | null)?.code ?? String(status)
      if (got !== code) answered.push(`${endpoint}, ${kind}: ${got} and not ${code}`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return perRequest(before, await server.cpu())
}
const perRequest = (before: Cpu, after: Cpu): Cost => ({
  server: (after.server - before.server) / requests,
  postgres: before.postgres === null || after.postgres === null ? null : (after.postgres - before.postgres) / requests,
})
const median = (all: number[]) => all.sort((a, b) => a - b)[all.length >> 1] ?? 0

const hello: Line = { endpoint: 'bare Hono', kind: 'hello', code: '200', make: () => ({ method: 'GET', path: '/' }) }
const helloPost: Line = {
  ...hello,
  kind: 'hello, body unread',
  make: () => ({ method: 'POST', path: '/', body: '{"x":1}' }),
}
const setup: Line = {
  endpoint: 'setupCheck',
  kind: 'bad code, before there is an org',
  code: 'bad-code',
  make: () => ({
    method: 'POST',
    path: endpoints.setupCheck.path,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: 'AAAA-AAAA-AAAA-AAAA' }),
  }),
}

console.log(
  `${String(cpus().length)} cores, Node ${process.version}; ${String(rounds)} rounds of ${String(requests)} requests`,
)
type Row = { line: Line; origin: string; costs: Cost[] }
const row = (line: Line, origin = server.origin): Row => ({ line, origin, costs: [] })
const run = async (rows: Row[]) => {
  for (const { line, origin } of rows) await measure(origin, line)
  for (let i = 0; i < rounds; i++) for (const one of rows) one.costs.push(await measure(one.origin, one.line))
}
const references = [row(hello, server.reference), row(helloPost, server.reference)]
const empty = wanted === undefined ? [row(setup)] : []
// A server that has just started is not yet compiled: what is measured first would pay for it.
if (empty.length > 0) for (const one of shapes) await measure(server.origin, one)
await run(empty)
const owner = await found(desk)
const isWanted = ({ endpoint }: Line) => wanted === undefined || endpoint === wanted
const lines = [...(await meanings(desk, await newPerson(owner.org), owner.token)), ...shapes].filter(isWanted)
const rows = [...references, ...lines.map((one) => row(one))]
await run(rows)
await server.stop()

const bare = median(references.flatMap(({ costs }) => costs.map((cost) => cost.server)))
const table = [...rows, ...empty].map(({ line, costs }) => {
  const own = median(costs.map((cost) => cost.server))
  const postgres = costs.every((cost) => cost.postgres !== null)
    ? median(costs.map((cost) => cost.postgres ?? 0)).toFixed(2)
    : '?'
  const over = own < target || line.code === '200' ? '' : 'OVER'
  return {
    endpoint: line.endpoint,
    refusal: line.kind,
    code: line.code,
    'CPU ms': own.toFixed(3),
    '÷ bare': (own / bare).toFixed(1),
    postgres,
    over,
  }
})
const order = ['bare Hono', ...Object.keys(endpoints)]
console.table(table.sort((a, b) => order.indexOf(a.endpoint) - order.indexOf(b.endpoint)))
console.log(
  `CPU of the server's process a request; the target is under ${String(target)} ms for each refusal. postgres: CPU of PostgreSQL beside it.`,
)
for (const one of new Set(answered)) console.log(`WRONG ${one}`)
process.exitCode = answered.length > 0 ? 1 : 0
