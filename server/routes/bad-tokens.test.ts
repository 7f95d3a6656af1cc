import { SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { encode } from '../../shared/bytes/encode.ts'
import { newMemberId } from '../../shared/bytes/ids.ts'
import { hkdf } from '../../shared/crypto/hkdf.ts'
import { randomBytes } from '../../shared/crypto/random.ts'
import { nonceHeader } from '../../shared/protocol/dpop.ts'
import { endpoints } from '../../shared/protocol/endpoints.ts'
import type { Endpoint } from '../../shared/protocol/endpoints.ts'
import { createApp } from '../app.ts'
import { createLog } from '../log.ts'
import { connect, drizzleOver } from '../store/database/connect.ts'
import { extensionId, newDesk, publicOrigin } from '../testing/desk.ts'
import type { Desk } from '../testing/desk.ts'
import { found, furtherKey, signIn } from '../testing/person.ts'
import type { Person } from '../testing/person.ts'
import { signedHeaders } from '../testing/session-key.ts'

const closed = (Object.keys(endpoints) as Endpoint[]).filter((name) => !endpoints[name].open)
let desk: Desk
let owner: Person
/** Authorization headers that are refused though a proof comes with them, by what is wrong with them. No lookup is needed. */
let worthless: Record<string, string>

beforeAll(async () => {
  desk = await newDesk()
  owner = await found(desk)
  const key = await hkdf(desk.secret, new Uint8Array(), encode('cloison/v1/server/jwt'), 32)
  const { sid, cnf } = JSON.parse(Buffer.from(owner.token.split('.')[1] ?? '', 'base64url').toString()) as {
    sid: string
    cnf: object
  }
  const seconds = Math.floor(desk.now() / 1_000)
  const token = (by = key, claims: object = {}) =>
    new SignJWT({ sid, iss: publicOrigin, sub: owner.member, exp: seconds + 300, cnf, ...claims })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .sign(by)
  const [header = '', payload = '', signature = ''] = owner.token.split('.')
  const unsigned = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')
  const changed = Buffer.from(JSON.stringify({ sid, cnf, sub: owner.member })).toString('base64url')
  worthless = {
    'is empty': 'DPoP ',
    'is of another scheme': `Basic ${owner.token}`,
    'is of the scheme that needs no proof': `Bearer ${owner.token}`,
    'has no scheme': owner.token,
    'is no JWT': 'DPoP x',
    'only looks like a JWT': 'DPoP x.y.z',
    'is signed by nobody': `DPoP ${unsigned}.${payload}.`,
    'says that it needs no signature': `DPoP ${unsigned}.${payload}.${signature}`,
    'is signed by another key': `DPoP ${await token(randomBytes(32))}`,
    'was changed after it was signed': `DPoP ${header}.${changed}.${signature}`,
    'has run out': `DPoP ${await token(key, { exp: seconds - 1 })}`,
    'never runs out': `DPoP ${await token(key, { exp: undefined })}`,
    'is of another server': `DPoP ${await token(key, { iss: 'https://other.example' })}`,
    'names no session': `DPoP ${await token(key, { sid: undefined })}`,
    'names no member': `DPoP ${await token(key, { sub: 'somebody' })}`,
    'is bound to no key': `DPoP ${await token(key, { cnf: undefined })}`,
    'is bound to what is no key': `DPoP ${await token(key, { cnf: { jkt: 'x' } })}`,
    'is endless': `DPoP ${'x'.repeat(3_000)}`,
  }
})
afterAll(() => desk.close())

/** What that server answers to a closed endpoint with that header, or with none. */
async function answer(app: Desk['made']['app'], name: Endpoint, authorization: string | null) {
  const { method, path } = endpoints[name]
  const place = path.replace(':id', owner.member)
  const nonce = (await app.request('/nothing')).headers.get(nonceHeader) ?? ''
  const token = authorization?.replace(/^\w* /, '') ?? ''
  const proof = await signedHeaders({ method, address: publicOrigin + place, token, nonce, now: desk.now() })
  const headers = new Headers({ ...proof, 'content-type': 'application/json' })
  if (authorization === null) headers.delete('authorization')
  else headers.set('authorization', authorization)
  const body = method === 'POST' ? { body: '{}' } : {}
  const response = await app.request(place, { method, headers, ...body })
  return [response.status, ((await response.json()) as { code: string }).code]
}
const refused = [401, 'not-signed-in']
/** What is worth nothing there: a new token is given for one that has run out. */
const cases = (name: Endpoint) =>
  [['is missing', null] as const, ...Object.entries(worthless)].filter(
    ([what]) => name !== 'renew' || what !== 'has run out',
  )

test.each(closed)('%s is refused without a token, and with any that is worth nothing', async (name) => {
  for (const [what, header] of cases(name))
    expect([what, ...(await answer(desk.made.app, name, header))]).toEqual([what, ...refused])
})

test('a token that is worth nothing is refused without asking the database', async () => {
  const sql = connect('postgres://nobody:nothing@127.0.0.1:1/none', { max: 1 })
  const log = createLog('error', () => undefined)
  const config = { publicOrigin, extensionId }
  const down = createApp({ config, db: drizzleOver(sql), sql, secret: desk.secret, log })
  for (const name of closed)
    for (const [what, header] of cases(name))
      expect([name, what, ...(await answer(down.app, name, header))]).toEqual([name, what, ...refused])
  // A good one is looked up.
  expect(await answer(down.app, 'credentials', `DPoP ${owner.token}`)).toEqual([503, 'database-down'])
  await down.close()
  await sql.end({ timeout: 0 })
})

test.each(closed)(
  '%s is refused with the token of a session that is over, or was never, or is another’s',
  async (name) => {
    const key = await hkdf(desk.secret, new Uint8Array(), encode('cloison/v1/server/jwt'), 32)
    const { token: ended } = await signIn(desk, owner)
    await desk.ask('endSession', null, { token: ended })
    const payload = JSON.parse(Buffer.from(owner.token.split('.')[1] ?? '', 'base64url').toString()) as object
    const like = (claims: object) =>
      new SignJWT({ ...payload, exp: Math.floor(desk.now() / 1_000) + 300, ...claims })
        .setProtectedHeader({ alg: 'HS256' })
        .sign(key)
    for (const token of [ended, await like({ sid: 'nothing' }), await like({ sub: newMemberId() })])
      expect(await answer(desk.made.app, name, `DPoP ${token}`)).toEqual(refused)
  },
)

test('a token ends with the key that opened its session', async () => {
  const second = await furtherKey(desk, { ...owner, token: (await signIn(desk, owner)).token })
  const { token } = await signIn(desk, second)
  const by = (await signIn(desk, owner)).token
  expect(
    (await desk.ask('revokeCredential', { member: owner.member, credential: second.key.id }, { token: by })).status,
  ).toBe(200)
  for (const name of closed)
    expect([name, ...(await answer(desk.made.app, name, `DPoP ${token}`))]).toEqual([name, 403, 'credential-revoked'])
})
