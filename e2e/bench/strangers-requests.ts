import { gzipSync } from 'node:zlib'
import { newAttemptId, newInvitationId } from '../../shared/bytes/ids.ts'
import { proofHeader } from '../../shared/protocol/dpop.ts'
import { endpoints } from '../../shared/protocol/endpoints.ts'
import type { Endpoint } from '../../shared/protocol/endpoints.ts'
import { randomText } from '../../server/testing/desk.ts'
import type { Desk } from '../../server/testing/desk.ts'
import { beginBody, evaluateBody, joining, newCode, sessionBody, shiftBody } from '../../server/testing/person.ts'
import type { Person } from '../../server/testing/person.ts'
import { newTestKey } from '../../server/testing/session-key.ts'

export type Sent = Readonly<{
  method: string
  path: string
  headers?: Record<string, string>
  body?: string | Uint8Array
}>
/** One kind of refusal. `code`: what it must be answered with. `make`: the request, made anew each time where it is used up. */
export type Line = Readonly<{ endpoint: string; kind: string; code: string; make: () => Sent | Promise<Sent> }>

const json = { 'content-type': 'application/json' }
const filled = (name: Endpoint, at: string) => endpoints[name].path.replace(':id', at)
const to = (name: Endpoint, body: unknown, headers: Record<string, string> = {}): Sent =>
  endpoints[name].method === 'GET'
    ? { method: 'GET', path: filled(name, String(body)), headers }
    : { method: 'POST', path: endpoints[name].path, headers: { ...json, ...headers }, body: JSON.stringify(body) }

const open = (Object.keys(endpoints) as Endpoint[]).filter((name) => endpoints[name].open)
const large = `{"a":"${'x'.repeat(70_000)}"}`
const bomb = gzipSync(`{"a":"${'x'.repeat(8_000_000)}"}`)
const preflight = { origin: 'https://evil.example', 'access-control-request-method': 'POST' }

/** What is refused alike whatever the endpoint does: generated from the list of endpoints. */
export const shapes: readonly Line[] = open.flatMap((name): Line[] => {
  const path = filled(name, 'x')
  const of = (kind: string, code: string, sent: Sent): Line => ({ endpoint: name, kind, code, make: () => sent })
  const anywhere = [
    of('unknown route', 'not-found', { ...to(name, {}), path: `${path}/x/y` }),
    of('wrong method', 'not-found', { method: 'DELETE', path }),
    of('wrong origin', '204', { method: 'OPTIONS', path, headers: preflight }),
  ]
  if (endpoints[name].method === 'GET') return anywhere
  const post = { method: 'POST', path, headers: json }
  return [
    of('bad body', 'bad-request', to(name, { x: 1 })),
    of('no JSON', 'bad-request', { ...post, body: '{' }),
    of('body too large', 'too-large', { ...post, body: large }),
    of('gzipped body', 'bad-request', {
      ...post,
      body: bomb,
      headers: { ...json, 'content-encoding': 'gzip' },
    }),
    ...anywhere,
  ]
})

const jwt = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
const claims = { sid: randomText(16), sub: randomText(16), cnf: { jkt: randomText(32) }, exp: 4e9 }
const forged = `${jwt({ alg: 'HS256', typ: 'JWT' })}.${jwt(claims)}.${randomText(32)}`

/**
 * Requests that fit, of somebody who has nothing to show for them. `desk` reaches the server; `person` has a key that is
 * not enrolled; `stolen` is a token that they have read, and whose key they have not.
 */
export async function meanings(desk: Desk, person: Person, stolen: string): Promise<readonly Line[]> {
  const key = await newTestKey()
  const by = (name: Endpoint, token: string) => desk.signed(token, endpoints[name].method, endpoints[name].path, key)
  const changed = (proof: string, part: object) => {
    const [head = '', body = '', signature = ''] = proof.split('.')
    const said = JSON.parse(Buffer.from(body, 'base64url').toString()) as object
    return `${head}.${jwt({ ...said, ...part })}.${signature}`
  }
  /** The headers of a proof that says something else. */
  const bent = async (name: Endpoint, token: string, part: object) => {
    const headers = await by(name, token)
    return { ...headers, [proofHeader]: changed(headers[proofHeader] ?? '', part) }
  }
  const line = (endpoint: Endpoint, kind: string, code: string, make: Line['make']): Line => ({
    endpoint,
    kind,
    code,
    make,
  })
  const nonce = () => randomText(32)
  const { body: touched } = await evaluateBody(desk, person)
  const { body: began } = await beginBody(desk, person, await joining(person, newCode()))
  const shifted = await shiftBody(desk, person)
  const nonces = () => ({ registrationNonce: nonce(), assertionNonce: nonce() })
  const fresh = async (purpose: string): Promise<string> => (await desk.ask('nonce', { purpose })).body.nonce
  const finish = { sealedSeed: randomText(200), sealRevision: 1, outcome: { kind: 'further-key' } }
  const { body: session } = await sessionBody(person, newAttemptId())
  const freshNonces = async () => ({ registrationNonce: await fresh('enrol'), assertionNonce: await fresh('prove') })
  return [
    line('hello', 'answered', '200', () => to('hello', '')),
    line('nonce', 'answered', '200', () => to('nonce', { purpose: 'unlock' })),
    line('setupCheck', 'bad code', 'org-exists', () => to('setupCheck', { code: 'AAAA-AAAA-AAAA-AAAA' })),
    line('invitation', 'bad id', 'bad-request', () => to('invitation', 'x')),
    line('invitation', 'unknown id', 'invitation-unknown', () => to('invitation', newInvitationId())),
    line('enrolBegin', 'unknown nonce', 'bad-nonce', () => to('enrolBegin', { ...began, ...nonces() })),
    line('enrolBegin', 'fresh nonces, unknown invitation', 'invitation-unknown', async () =>
      to('enrolBegin', { ...began, ...(await freshNonces()) }),
    ),
    line('enrolBegin', 'fresh nonces, bad token', 'not-signed-in', async () => {
      const body = { ...began, authority: { kind: 'session' }, ...(await freshNonces()) }
      return to('enrolBegin', body, await by('enrolBegin', forged))
    }),
    line('enrolFinish', 'unknown enrolment', 'not-found', () => to('enrolFinish', { ...finish, enrolment: nonce() })),
    line('evaluate', 'unknown nonce', 'bad-nonce', () => to('evaluate', { ...touched, nonce: nonce() })),
    line('evaluate', 'fresh nonce, unknown key', 'credential-unknown', async () =>
      to('evaluate', { ...touched, nonce: await fresh('unlock') }),
    ),
    line('session', 'unknown attempt', 'bad-proof', () => to('session', { ...session, attempt: newAttemptId() })),
    line('renew', 'no proof', 'bad-dpop-proof', () => to('renew', null, { authorization: `DPoP ${stolen}` })),
    line('renew', 'forged token', 'not-signed-in', async () => to('renew', null, await by('renew', forged))),
    line('shiftOpen', 'unknown nonce', 'bad-nonce', () => to('shiftOpen', { ...shifted, nonce: nonce() })),
    line('shiftOpen', 'fresh nonce, unknown key', 'credential-unknown', async () =>
      to('shiftOpen', { ...shifted, nonce: await fresh('shift') }),
    ),
    line('fetch', 'no token', 'not-signed-in', () => to('fetch', {})),
    line('fetch', 'no proof', 'bad-dpop-proof', () => to('fetch', {}, { authorization: `DPoP ${stolen}` })),
    line('fetch', 'proof too long', 'bad-dpop-proof', () =>
      to('fetch', {}, { authorization: `DPoP ${stolen}`, [proofHeader]: 'x'.repeat(8_000) }),
    ),
    line('fetch', 'proof for another path', 'bad-dpop-proof', async () => to('fetch', {}, await by('renew', stolen))),
    line('fetch', 'made-up nonce', 'use-dpop-nonce', async () =>
      to('fetch', {}, await bent('fetch', stolen, { nonce: randomText(24) })),
    ),
    line('fetch', 'malformed token', 'not-signed-in', async () => to('fetch', {}, await by('fetch', 'x.y.z'))),
    line('fetch', 'forged token', 'not-signed-in', async () => to('fetch', {}, await by('fetch', forged))),
    line('fetch', 'stolen token, another key', 'bad-dpop-proof', async () =>
      to('fetch', {}, await by('fetch', stolen)),
    ),
  ]
}
