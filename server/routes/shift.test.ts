import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Bent } from '../../tests/soft-key.ts'
import { newDesk, randomText } from '../testing/desk.ts'
import type { Desk } from '../testing/desk.ts'
import { evaluateBody, found, furtherKey, open, sessionBody, sessionFor, shiftBody } from '../testing/person.ts'
import type { Person } from '../testing/person.ts'
import { hire, must, only } from '../testing/writes.ts'

const HOUR = 3_600_000
let hours = 8
let desk: Desk
let owner: Person
let member: Person
const key = randomText(32)
beforeEach(async () => {
  hours = 8
  desk = await newDesk({ shiftHours: () => hours })
  owner = await found(desk)
  member = await hire(desk, owner)
})
afterEach(() => desk.close())

const keep = (by = member) => desk.ask('shiftKeep', { key }, by)
const touchAlone = async (by = member, bent: Bent = {}) => desk.ask('shiftOpen', await shiftBody(desk, by, bent))
const refusal = async (by = member) => (await touchAlone(by)).body.code as string | undefined

test('the touch alone brings the shift key back, as often as one locks within the shift, and a session', async () => {
  const { endsAt } = (await keep()).body
  expect(endsAt / 1000).toBeCloseTo((desk.now() + 8 * HOUR) / 1000, -2)
  for (let round = 0; round < 3; round++) expect((await touchAlone()).body.key).toBe(key)
  const { body } = await touchAlone()
  const { token } = await sessionFor(desk, member, body.attempt)
  expect((await desk.ask('credentials', null, { token })).status).toBe(200)
})

test('P2: the shift ends by the server’s clock, and a session that the touch opened starts none', async () => {
  await keep()
  desk.clock.ahead = 8 * HOUR - 60_000
  const { token } = await sessionFor(desk, member, (await touchAlone()).body.attempt)
  expect((await keep({ ...member, token })).body.code).toBe('shift-over')
  desk.clock.ahead = 8 * HOUR + 1_000
  expect(await refusal()).toBe('shift-over')
})

test('P2: a shift lasts from key and PIN, not from the asking', async () => {
  const session = await sessionFor(desk, member, (await open(desk, member)).attempt)
  const began = desk.now()
  desk.clock.ahead = 4 * 60_000
  const { endsAt } = (await keep({ ...member, token: session.token })).body
  expect(Math.abs(endsAt - began - 8 * HOUR)).toBeLessThan(60_000)
})

test('S9: without a policy there is no shift, and one that is shortened ends those that run', async () => {
  await keep()
  hours = 1
  desk.clock.ahead = HOUR + 1_000
  expect(await refusal()).toBe('shift-over')
  hours = 0
  desk.clock.ahead = 0
  expect(await refusal()).toBe('shift-over')
  expect((await keep()).body.code).toBe('shift-over')
})

test('P2: the touch alone gives no tries back, so that nobody guesses nine times, touches, and guesses on', async () => {
  await keep()
  for (let i = 0; i < 9; i++) await expect(open(desk, member, '111111')).rejects.toThrow('wrong-pin-or-key')
  await sessionFor(desk, member, (await touchAlone()).body.attempt)
  await expect(open(desk, member, '111111')).rejects.toThrow('wrong-pin-or-key')
  expect((await desk.ask('evaluate', (await evaluateBody(desk, member)).body)).body.code).toBe('credential-dead')
  expect(await refusal()).toBe('credential-dead')
})

test('P2: the touch alone answers with no evaluation, and what it opened proves nothing without the seed', async () => {
  await keep()
  const { body } = await touchAlone()
  expect(Object.keys(body).sort()).toEqual(['attempt', 'key', 'sealRevision', 'sealedSeed'])
  const forged = await sessionBody(member, body.attempt, owner.keys.sign)
  expect((await desk.ask('session', forged.body)).body.code).toBe('bad-proof')
})

test('a shift is over with its key’s revocation, and with the member’s removal', async () => {
  const second = await furtherKey(desk, member)
  const session = await sessionFor(desk, second, (await open(desk, second)).attempt)
  await keep({ ...second, token: session.token })
  await keep()
  expect((await touchAlone(second)).status).toBe(200)
  await desk.ask('revokeCredential', { member: member.member, credential: second.key.id }, owner)
  expect(await refusal(second)).toBe('credential-revoked')
  expect(await refusal()).toBeUndefined()
  await must(desk, owner, only({ act: 'member removed', member: member.member }))
  expect(await refusal()).toBe('removed')
})

test('nobody’s touch brings another’s shift key', async () => {
  await keep()
  expect(await refusal(owner)).toBe('shift-over')
})

test.each<[string, Bent]>([
  ['without user verification', { userVerified: false }],
  ['from a web page', { origin: 'https://cloison.example' }],
  ['with a forged signature', { forged: true }],
  ['of a copied key, whose counter runs back', { counter: 1 }],
])('P3: a touch %s brings no shift key', async (_, bent) => {
  await keep()
  expect((await touchAlone(member, bent)).body.code).toBe('bad-assertion')
})

test('S9: a touch is good once, and one for an unlock is none for the shift', async () => {
  await keep()
  const body = await shiftBody(desk, member)
  expect((await desk.ask('shiftOpen', body)).status).toBe(200)
  expect((await desk.ask('shiftOpen', body)).body.code).toBe('bad-nonce')
  const { nonce, assertion } = (await evaluateBody(desk, member)).body
  expect((await desk.ask('shiftOpen', { nonce, assertion })).body.code).toBe('bad-nonce')
})
