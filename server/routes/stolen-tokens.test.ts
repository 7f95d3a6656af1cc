import { afterAll, beforeAll, expect, test } from 'vitest'
import { proofHeader } from '../../shared/protocol/dpop.ts'
import { endpoints, socketPath } from '../../shared/protocol/endpoints.ts'
import type { Endpoint } from '../../shared/protocol/endpoints.ts'
import { nonceLife } from '../middleware/proof-nonces.ts'
import { newDesk, publicOrigin } from '../testing/desk.ts'
import type { Answer, Desk } from '../testing/desk.ts'
import { found, signIn } from '../testing/person.ts'
import type { Person } from '../testing/person.ts'
import { keyOf, newTestKey, proofBy } from '../testing/session-key.ts'
import type { Proving, TestKey } from '../testing/session-key.ts'

// Somebody has read a token: on its way, in a log, in a store. They have no key of its session, and perhaps a proof that they saw with it.
let desk: Desk
let owner: Person
beforeAll(async () => {
  desk = await newDesk()
  owner = await found(desk)
})
afterAll(() => desk.close())

const closed = (Object.keys(endpoints) as Endpoint[]).filter((name) => !endpoints[name].open)
const placeOf = (name: Endpoint) => endpoints[name].path.replace(':id', owner.member)
/** A session of the owner's that nobody has used yet. */
const fresh = async () => (await signIn(desk, owner)).token
/** The proof that its own desk would make for that request; `bent` is what it says instead. */
async function proofFor(name: Endpoint, token: string, bent: Partial<Proving> = {}, by?: TestKey): Promise<string> {
  const of = { method: endpoints[name].method, address: publicOrigin + placeOf(name), token, now: desk.now() }
  return proofBy(by ?? (await keyOf(token)), { ...of, nonce: await desk.nonce(), ...bent })
}
function send(name: Endpoint, token: string, proof: string | null): Promise<Answer> {
  const { method } = endpoints[name]
  const headers = new Headers({ authorization: `DPoP ${token}`, 'content-type': 'application/json' })
  if (proof !== null) headers.set(proofHeader, proof)
  return desk.send(method, placeOf(name), method === 'POST' ? { method, headers, body: '{}' } : { method, headers })
}
const codeOf = async (name: Endpoint, token: string, proof: string | null): Promise<string> => {
  const { status, body } = await send(name, token, proof)
  return status === 401 ? body.code : 'let in'
}

test.each(closed)('P2: a stolen token alone opens nothing: %s, with no proof or with what is none', async (name) => {
  const token = await fresh()
  const good = await proofFor(name, token)
  const [head = '', body = '', signature = ''] = good.split('.')
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const { privateKey: _, ...publicHalf } = (await newTestKey()).key
  const none = [null, '', 'x', 'x.y.z', `${head}.${body}`, `${good}, ${good}`, 'x'.repeat(20_000), `${head}.${body}.`]
  const heads = [
    { typ: 'dpop+jwt', alg: 'none', jwk: publicHalf.publicKey },
    { typ: 'JWT', alg: 'ES256', jwk: publicHalf.publicKey },
    { typ: 'dpop+jwt', alg: 'HS256', jwk: { kty: 'oct', k: 'AA' } },
    { typ: 'dpop+jwt', alg: 'ES256', jwk: { ...publicHalf.publicKey, d: 'A'.repeat(43) } },
    { typ: 'dpop+jwt', alg: 'ES256', jwk: { ...publicHalf.publicKey, y: 'A'.repeat(43) } },
  ]
  for (const proof of [...none, ...heads.map((one) => `${part(one)}.${body}.${signature}`)])
    expect([proof?.slice(0, 40), await codeOf(name, token, proof)]).toEqual([proof?.slice(0, 40), 'bad-dpop-proof'])
  expect(await codeOf(name, token, good)).toBe('let in')
})

test.each(closed)('P2: a stolen token with a proof by another key opens nothing: %s', async (name) => {
  const token = await fresh()
  const own = await proofFor(name, token)
  const other = await newTestKey()
  expect(await codeOf(name, token, await proofFor(name, token, {}, other))).toBe('bad-dpop-proof')
  expect(await codeOf(name, token, await proofFor(name, token, {}, await keyOf(await fresh())))).toBe('bad-dpop-proof')
  // The public key is in every proof: it signs nothing.
  const [head = ''] = own.split('.')
  const [, body = '', signature = ''] = (await proofFor(name, token, {}, other)).split('.')
  expect(await codeOf(name, token, `${head}.${body}.${signature}`)).toBe('bad-dpop-proof')
})

test.each(closed)('P2: a captured proof is good for nothing else, and not once more: %s', async (name) => {
  const token = await fresh()
  const { method } = endpoints[name]
  const proof = await proofFor(name, token)
  expect(await codeOf(name, token, proof)).toBe('let in')
  const again = name === 'endSession' ? ['bad-dpop-proof', 'not-signed-in'] : ['bad-dpop-proof']
  expect(again).toContain(await codeOf(name, token, proof))

  const live = await fresh()
  for (const bent of [
    { method: method === 'GET' ? 'POST' : 'GET' },
    { address: `${publicOrigin}/api/hello` },
    { address: placeOf(name) },
    { address: `${publicOrigin}${placeOf(name)}?from=0` },
    { address: `https://other.example${placeOf(name)}` },
    { token: await fresh() },
  ])
    expect(await codeOf(name, live, await proofFor(name, live, bent)), JSON.stringify(bent)).toBe('bad-dpop-proof')
  for (const nonce of ['', 'x', 'A'.repeat(32)])
    expect([nonce, await codeOf(name, live, await proofFor(name, live, { nonce }))]).toEqual([nonce, 'use-dpop-nonce'])
})

test('P2: of a proof that is sent twenty times at once one is let in', async () => {
  const token = await fresh()
  const proof = await proofFor('credentials', token)
  const codes = await Promise.all(Array.from({ length: 20 }, () => codeOf('credentials', token, proof)))
  expect(codes.sort()).toEqual([...Array<string>(19).fill('bad-dpop-proof'), 'let in'])
})

test('P2: a proof that was kept back is too old after ten minutes by the server’s clock, whatever the desk’s says', async () => {
  const token = await fresh()
  const { token: renewed } = (await desk.ask('renew', null, { token })).body as { token: string }
  const wrong = { now: 0 }
  expect(await codeOf('credentials', renewed, await proofFor('credentials', renewed, wrong))).toBe('let in')
  const kept = await proofFor('renew', token, { now: desk.now() + nonceLife })
  desk.clock.ahead += nonceLife + 1_001
  const refused = await send('renew', token, kept)
  expect([refused.status, refused.body.code]).toEqual([401, 'use-dpop-nonce'])
  expect(refused.headers.get('www-authenticate')).toBe('DPoP error="use_dpop_nonce", algs="ES256"')
  const nonce = refused.headers.get('dpop-nonce') ?? ''
  expect((await send('renew', token, await proofFor('renew', token, { nonce }))).status).toBe(200)
})

test('P2: a captured proof is good at no server that starts anew, which has forgotten which were used', async () => {
  const token = await fresh()
  const proof = await proofFor('credentials', token)
  const again = await newDesk({ database: desk.database, secret: desk.secret })
  const headers = { authorization: `DPoP ${token}`, [proofHeader]: proof }
  expect((await again.send('GET', '/api/credentials', { headers })).body.code).toBe('use-dpop-nonce')
  expect((await again.ask('credentials', null, { token })).status).toBe(200)
  await again.close()
})

test('a desk that asks more than the server remembers is asked for a newer nonce, and goes on', async () => {
  const token = await fresh()
  const nonce = await desk.nonce()
  const codes = []
  for (let i = 0; i < 600; i++)
    codes.push(await codeOf('credentials', token, await proofFor('credentials', token, { nonce })))
  expect(new Set(codes)).toEqual(new Set(['let in', 'use-dpop-nonce']))
  expect(codes.indexOf('use-dpop-nonce')).toBe(513)
  expect(await codeOf('credentials', token, await proofFor('credentials', token))).toBe('let in')
})

test('the proof for the socket is for no request, and a request’s for no socket', async () => {
  const token = await fresh()
  const proof = await proofFor('ledger', token, { address: publicOrigin + socketPath })
  expect(await codeOf('ledger', token, proof)).toBe('bad-dpop-proof')
})
