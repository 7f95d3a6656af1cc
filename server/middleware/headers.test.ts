import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { health, starting } from '../routes/health.ts'
import { extensionId, newDesk, publicOrigin } from '../testing/desk.ts'
import type { Answer, Desk } from '../testing/desk.ts'
import { found } from '../testing/person.ts'

const plainOrigin = 'http://localhost:8787'
/** One answer of each kind, of a server with that public origin. */
type Answers = Record<string, Pick<Answer, 'status' | 'headers'>>
let [secure, plain]: Answers[] = []

beforeAll(async () => {
  secure = await answersAt(publicOrigin)
  plain = await answersAt(plainOrigin)
})

const json = { 'content-type': 'application/json' }
async function answersAt(origin: string): Promise<Answers> {
  const parts = { origin, shiftHours: () => Number(unforeseen()) }
  const [desk, small] = [await newDesk(parts), await newDesk({ origin, cap: { most: 0, windowMs: 10_000 } })]
  onEnd.push(desk, small)
  const { token } = origin === publicOrigin ? await found(desk) : { token: '' }
  const large = JSON.stringify({ purpose: 'x'.repeat(70_000) })
  const preflight = { origin: `chrome-extension://${extensionId}`, 'access-control-request-method': 'POST' }
  const probe = (app: Hono, path: string) => app.request(path)
  return {
    success: await desk.ask('hello'),
    'bad request': await desk.ask('nonce', { purpose: 'nothing' }),
    refusal: await desk.ask('credentials', null, { token: 'x' }),
    'unknown route': await desk.send('GET', '/api/nothing'),
    'unknown page': await desk.send('GET', '/nothing'),
    'wrong method': await desk.send('DELETE', '/api/hello'),
    'too large': await desk.send('POST', '/api/nonce', { headers: json, body: large }),
    'too many': await small.ask('hello'),
    ...(token === '' ? {} : { fault: await desk.ask('shiftKeep', { key: 'A'.repeat(43) }, { token }) }),
    preflight: await desk.send('OPTIONS', '/api/nonce', { headers: preflight }),
    'other origin': await desk.send('OPTIONS', '/api/nonce', {
      headers: { ...preflight, origin: 'https://evil.example' },
    }),
    redirection: await desk.send('GET', '/'),
    page: await desk.send('GET', '/.cloison/open'),
    'description of the protocol': await desk.send('GET', '/openapi.json'),
    alive: await probe(
      health(async () => true, origin),
      '/healthz',
    ),
    ready: await probe(
      health(async () => true, origin),
      '/readyz',
    ),
    'not ready': await probe(
      health(async () => false, origin),
      '/readyz',
    ),
    starting: await probe(starting(origin), '/api/hello'),
  }
}
const onEnd: Desk[] = []
afterAll(() => Promise.all(onEnd.map((desk) => desk.close())))
function unforeseen(): never {
  throw new Error('nobody foresaw this')
}

test('the answers are of the kinds that they are meant to be', () => {
  const statuses = Object.entries(secure ?? {}).map(([kind, { status }]) => [kind, status])
  expect(Object.fromEntries(statuses)).toEqual({
    success: 200,
    'bad request': 400,
    refusal: 401,
    'unknown route': 404,
    'unknown page': 404,
    'wrong method': 404,
    'too large': 413,
    'too many': 429,
    fault: 500,
    preflight: 204,
    'other origin': 204,
    redirection: 302,
    page: 200,
    'description of the protocol': 200,
    alive: 200,
    ready: 200,
    'not ready': 503,
    starting: 503,
  })
})

const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
}
test('every answer, whatever its kind, forbids sniffing, framing, referrers, other origins and caches', () => {
  for (const [kind, { headers }] of [...Object.entries(secure ?? {}), ...Object.entries(plain ?? {})]) {
    const said = Object.keys(always).map((name) => [name, headers.get(name)])
    expect([kind, Object.fromEntries(said)]).toEqual([kind, always])
    const policy = headers.get('content-security-policy') ?? ''
    expect([kind, /^default-src 'none';/.test(policy), /frame-ancestors 'none'/.test(policy)]).toEqual([
      kind,
      true,
      true,
    ])
  }
})

test('the one page may show its own style, and nothing else', () => {
  const policies = Object.entries(secure ?? {}).map(([kind, { headers }]) => [
    kind,
    headers.get('content-security-policy'),
  ])
  const { page, ...others } = Object.fromEntries(policies) as Record<string, string>
  expect(page).toMatch(
    /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
  )
  expect(new Set(Object.values(others))).toEqual(new Set(["default-src 'none'; frame-ancestors 'none'"]))
})

test('browsers are told to use https alone where that is the public origin, for this host and none below it', () => {
  const strict = (answers: Answers | undefined) =>
    new Set(Object.values(answers ?? {}).map(({ headers }) => headers.get('strict-transport-security')))
  expect(strict(secure)).toEqual(new Set(['max-age=31536000']))
  expect(strict(plain)).toEqual(new Set([null]))
})

test('no answer opens anything to a web page', () => {
  for (const [kind, { headers }] of Object.entries(secure ?? {}))
    if (kind !== 'preflight') expect([kind, headers.get('access-control-allow-origin')]).toEqual([kind, null])
})
