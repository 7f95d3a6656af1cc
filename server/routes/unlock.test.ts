import { afterEach, beforeEach, expect, test } from 'vitest'
import { newSoftKey } from '../../tests/soft-key.ts'
import type { Bent } from '../../tests/soft-key.ts'
import { endpoints } from '../../shared/protocol/endpoints.ts'
import { extensionId, newDesk, randomText } from '../testing/desk.ts'
import type { Desk } from '../testing/desk.ts'
import { challengeFor, evaluateBody, found, open, sessionBody, sessionFor, signIn } from '../testing/person.ts'
import { keyOf } from '../testing/session-key.ts'
import type { Person } from '../testing/person.ts'
import { touch } from '../../tests/soft-key.ts'
import { hire } from '../testing/writes.ts'

let desk: Desk
let owner: Person
beforeEach(async () => {
  desk = await newDesk()
  owner = await found(desk)
})
afterEach(() => desk.close())

const tries = async () => (await desk.database.sql`select tries from credentials`)[0]?.tries as number
const evaluate = async (bent: Bent = {}) => desk.ask('evaluate', (await evaluateBody(desk, owner, bent)).body)

test('the right key with the right PIN opens the seed, and the proof brings a session and the tries back', async () => {
  const { seed, attempt, triesLeft } = await open(desk, owner)
  expect([seed, triesLeft, await tries()]).toEqual([owner.seed, 9, 9])
  const { token } = await sessionFor(desk, owner, attempt)
  expect(await tries()).toBe(10)
  expect((await desk.ask('credentials', null, { token })).status).toBe(200)
})

test('P2: the right key with a wrong PIN opens nothing', async () => {
  await expect(open(desk, owner, '111111')).rejects.toThrow('wrong-pin-or-key')
})

test('P2: the right PIN with another key opens nothing, even where it answers under the same id', async () => {
  const other = { ...newSoftKey(extensionId, owner.key.userHandle), id: owner.key.id }
  expect((await desk.ask('evaluate', (await evaluateBody(desk, { ...owner, key: other })).body)).body.code).toBe(
    'bad-assertion',
  )
  const { privateKey, counter } = owner.key
  const sameSignature = { ...other, privateKey, counter }
  await expect(open(desk, { ...owner, key: sameSignature })).rejects.toThrow('wrong-pin-or-key')
})

test('P2: ten wrong PINs kill the credential: the right one opens nothing any more', async () => {
  for (let i = 0; i < 10; i++) await expect(open(desk, owner, '111111')).rejects.toThrow('wrong-pin-or-key')
  const dead = await evaluate()
  expect([dead.status, dead.body]).toMatchObject([403, { code: 'credential-dead', triesLeft: 0 }])
  expect(dead.body).not.toHaveProperty('sealedSeed')
  expect(dead.body).not.toHaveProperty('evaluation')
  await expect(open(desk, owner)).rejects.toThrow('credential-dead')
})

test('P2: of twenty touches at the same time exactly ten are evaluated', async () => {
  owner.key.counts = false
  await desk.database.sql`update credentials set counter = 0`
  const bodies = await Promise.all(
    Array.from({ length: 20 }, async () => (await evaluateBody(desk, owner, { counter: 0 })).body),
  )
  const answers = await Promise.all(bodies.map((body) => desk.ask('evaluate', body)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(10)
  expect(answers.filter(({ body }) => body.code === 'credential-dead')).toHaveLength(10)
  expect(new Set(answers.flatMap(({ body }) => body.triesLeft ?? [])).size).toBe(10)
  expect(await tries()).toBe(0)
})

test('P2: a try is committed before anything is evaluated', async () => {
  // The evaluation fails in this row: had it come first, or in the same transaction, the try would still be there.
  await desk.database.sql`update credentials set "voprfRandom" = '\\x00'`
  expect((await evaluate()).status).not.toBe(200)
  expect(await tries()).toBe(9)
})

test('P2: a touch without the proof of the PIN gets no session', async () => {
  const { body } = await evaluate()
  const stranger = await hire(desk, owner)
  const proof = await sessionBody(owner, body.attempt, stranger.keys.sign)
  const refused = await desk.ask('session', proof.body)
  expect([refused.status, refused.body.code]).toEqual([401, 'bad-proof'])
  expect(await tries()).toBe(9)
})

test.each<[string, Bent]>([
  ['without user verification', { userVerified: false }],
  ['without user presence', { userPresent: false }],
  ['of another RP id', { rpId: 'another.example' }],
  ['from a web page', { origin: 'https://cloison.example' }],
  ['from another extension', { origin: `chrome-extension://${'p'.repeat(32)}` }],
  ['that is a registration', { type: 'webauthn.create' }],
  ['of another person', { userHandle: new Uint8Array(49).fill(1) }],
  ['with a forged signature', { forged: true }],
  ['of a copied key, whose counter runs back', { counter: 1 }],
])('P3: a touch %s is refused and costs no try', async (_, bent) => {
  const refused = await evaluate(bent)
  expect([refused.status, refused.body.code, await tries()]).toEqual([401, 'bad-assertion', 10])
})

test('P3: a touch made for another server is refused', async () => {
  const { body } = await evaluateBody(desk, owner)
  const { nonce, challenge } = await challengeFor(desk, 'unlock', 'https://other.example')
  const refused = await desk.ask('evaluate', { ...body, nonce, assertion: touch(owner.key, challenge) })
  expect([refused.body.code, await tries()]).toEqual(['bad-assertion', 10])
})

test('P3: a touch is good once, with the nonce it was made for, for two minutes', async () => {
  const { body } = await evaluateBody(desk, owner)
  expect((await desk.ask('evaluate', body)).status).toBe(200)
  expect((await desk.ask('evaluate', body)).body.code).toBe('bad-nonce')
  const fresh = await challengeFor(desk, 'unlock')
  expect((await desk.ask('evaluate', { ...body, nonce: fresh.nonce })).body.code).toBe('bad-assertion')
  const wrongPurpose = await challengeFor(desk, 'prove')
  expect((await desk.ask('evaluate', { ...body, nonce: wrongPurpose.nonce })).body.code).toBe('bad-nonce')
  expect((await desk.ask('evaluate', { ...body, nonce: randomText(32) })).body.code).toBe('bad-nonce')
  const late = await evaluateBody(desk, owner)
  desk.clock.ahead = 2 * 60_000 + 1
  expect((await desk.ask('evaluate', late.body)).body.code).toBe('bad-nonce')
  expect(await tries()).toBe(9)
})

test('a key that is not enrolled is told so', async () => {
  const key = newSoftKey(extensionId, owner.key.userHandle)
  const { body } = await evaluateBody(desk, { ...owner, key })
  expect((await desk.ask('evaluate', body)).body.code).toBe('credential-unknown')
})

test('H6: a stranger’s evaluation is refused by its nonce and its touch, before anything is worked out for it', async () => {
  const { body } = await evaluateBody(desk, owner)
  const [blinded, nonce] = [Buffer.alloc(32).toString('base64url'), randomText(32)]
  expect((await desk.ask('evaluate', { ...body, blinded, nonce })).body.code).toBe('bad-nonce')
  const stranger = await evaluateBody(desk, { ...owner, key: newSoftKey(extensionId, owner.key.userHandle) })
  expect((await desk.ask('evaluate', { ...stranger.body, blinded })).body.code).toBe('credential-unknown')
})

test('what is no blinded element is refused before it costs a try', async () => {
  const { body } = await evaluateBody(desk, owner)
  const refused = await desk.ask('evaluate', { ...body, blinded: Buffer.alloc(32).toString('base64url') })
  expect([refused.status, refused.body.field, await tries()]).toEqual([400, 'blinded', 10])
})

test('an attempt brings one session, within a minute, and only for its own proof', async () => {
  const [one, two] = [await open(desk, owner), await open(desk, owner)]
  const proof = await sessionBody(owner, one.attempt)
  expect((await desk.ask('session', { ...proof.body, attempt: two.attempt })).body.code).toBe('bad-proof')
  const answers = await Promise.all(Array.from({ length: 5 }, () => desk.ask('session', proof.body)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect((await desk.ask('session', proof.body)).body.code).toBe('bad-proof')
  desk.clock.ahead = 60_001
  expect((await desk.ask('session', (await sessionBody(owner, two.attempt)).body)).body.code).toBe('bad-proof')
})

test('a session lasts five minutes, and is renewed by its own key for twelve hours', async () => {
  const session = await signIn(desk, owner)
  desk.clock.ahead = 5 * 60_000 + 1_000
  expect((await desk.ask('credentials', null, session)).body.code).toBe('not-signed-in')
  const renewed = await desk.ask('renew', null, session)
  expect((await desk.ask('credentials', null, { token: renewed.body.token })).status).toBe(200)

  const other = await keyOf((await signIn(desk, owner)).token)
  const { method, path } = endpoints.renew
  const stolen = await desk.send(method, path, { headers: await desk.signed(session.token, method, path, other) })
  expect(stolen.body.code).toBe('bad-dpop-proof')
  const [head = '', claims = ''] = session.token.split('.')
  const forged = { token: `${head}.${claims}.${randomText(32)}` }
  expect((await desk.ask('renew', null, forged)).body.code).toBe('not-signed-in')

  desk.clock.ahead = 12 * 3_600_000 + 1_000
  expect((await desk.ask('renew', null, session)).body.code).toBe('not-signed-in')
})

test('a session that was ended is over at once, its token notwithstanding', async () => {
  const session = await signIn(desk, owner)
  expect((await desk.ask('endSession', null, session)).status).toBe(200)
  expect((await desk.ask('credentials', null, session)).body.code).toBe('not-signed-in')
  expect((await desk.ask('renew', null, session)).body.code).toBe('not-signed-in')
})

test('a token of another server, of no algorithm, or none at all is nobody', async () => {
  const [, claims = ''] = owner.token.split('.')
  const none = Buffer.from('{"alg":"none"}').toString('base64url')
  for (const token of [`${none}.${claims}.`, 'x', owner.token.slice(0, -4), ''])
    expect((await desk.ask('credentials', null, { token })).body.code).toBe('not-signed-in')
  const other = await newDesk()
  expect((await other.ask('credentials', null, owner)).body.code).toBe('not-signed-in')
  await other.close()
})
