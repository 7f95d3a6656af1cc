import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Bent } from '../../tests/soft-key.ts'
import { newDesk, randomText } from '../testing/desk.ts'
import type { Desk } from '../testing/desk.ts'
import { evaluateBody, found, furtherKey, open, pinBeginBody, pinChange, shiftBody } from '../testing/person.ts'
import type { Person } from '../testing/person.ts'
import { hire } from '../testing/writes.ts'

let desk: Desk
let owner: Person
beforeEach(async () => {
  desk = await newDesk({ shiftHours: () => 8 })
  owner = await found(desk)
})
afterEach(() => desk.close())

const NEW = '820417'
const row = async () =>
  (await desk.database.sql`select tries, "sealRevision" as revision, "voprfRandom" as random from credentials`)[0]
const finish = async (body: unknown, by = owner) => {
  const answer = await desk.ask('pinFinish', body, by)
  return answer.status === 200 ? 'changed' : (answer.body.code as string)
}
const opens = (pin: string, person = owner) =>
  open(desk, person, pin).then(
    () => true,
    () => false,
  )

test('after a change the new PIN opens and the old one does not, under another VOPRF key and the next seal revision', async () => {
  const before = await row()
  expect(await finish(await pinChange(desk, owner, NEW))).toBe('changed')
  const after = await row()
  expect(after).toMatchObject({ tries: 10, revision: String(Number(before?.['revision']) + 1) })
  expect(after?.['random']).not.toEqual(before?.['random'])
  expect([await opens(owner.pin), await opens(NEW)]).toEqual([false, true])
})

test('until its last request has landed the old PIN opens, and a change that was given up is in nobody’s way', async () => {
  await pinChange(desk, owner, '550912')
  expect([await opens(owner.pin), await opens('550912')]).toEqual([true, false])
  expect(await finish(await pinChange(desk, owner, NEW))).toBe('changed')
  expect(await opens(NEW)).toBe(true)
})

test('a change lands once, within two minutes, and not over another one', async () => {
  const [one, two] = [await pinChange(desk, owner, NEW), await pinChange(desk, owner, '550912')]
  expect(await finish(one)).toBe('changed')
  expect(await finish(one)).toBe('not-found')
  expect(await finish(two)).toBe('conflict')
  expect([await opens(NEW), await opens('550912')]).toEqual([true, false])
  const late = await pinChange(desk, { ...owner, pin: NEW }, '660913')
  desk.clock.ahead = 2 * 60_000 + 1
  expect(await finish(late)).toBe('not-found')
  expect(await opens(NEW)).toBe(true)
})

test('P2: a wrong old PIN costs a try, and ten kill the credential', async () => {
  for (let left = 9; left >= 0; left--) {
    const { body } = await desk.ask('pinBegin', (await pinBeginBody(desk, owner, NEW, '111111')).body, owner)
    expect(body.triesLeft).toBe(left)
  }
  const dead = await desk.ask('pinBegin', (await pinBeginBody(desk, owner, NEW)).body, owner)
  expect([dead.status, dead.body.code]).toEqual([403, 'credential-dead'])
  expect(dead.body).not.toHaveProperty('next')
})

test('P2: nothing of a change brings a session, nor the tries back, without the member’s signature', async () => {
  const good = await pinChange(desk, owner, NEW)
  const stranger = await hire(desk, owner)
  const forged = await pinChange(desk, stranger, NEW)
  expect(await finish({ ...good, signature: forged.signature })).toBe('bad-proof')
  expect(await finish({ ...good, sealedSeed: forged.sealedSeed })).toBe('bad-proof')
  expect(await finish(forged)).toBe('bad-proof')
  expect(await finish(good, stranger)).toBe('bad-proof')
  const { body } = await desk.ask('session', {
    attempt: good.change,
    thumbprint: randomText(32),
    signature: good.signature,
  })
  expect(body.code).toBe('bad-proof')
  expect(await row()).toMatchObject({ tries: 9, revision: '1' })
})

test.each<[string, Bent]>([
  ['without user verification', { userVerified: false }],
  ['from a web page', { origin: 'https://cloison.example' }],
  ['with a forged signature', { forged: true }],
])('P3: a touch %s begins no change and costs no try', async (_, bent) => {
  const { body } = await desk.ask('pinBegin', (await pinBeginBody(desk, owner, NEW, owner.pin, bent)).body, owner)
  expect([body.code, await row()]).toMatchObject(['bad-assertion', { tries: 10 }])
})

test('S9: a touch for an unlock begins no change, one for a change unlocks nothing, and neither is good twice', async () => {
  const { body: change } = await pinBeginBody(desk, owner, NEW)
  const { body: unlock } = await evaluateBody(desk, owner)
  const { nonce, assertion, blinded } = change
  expect((await desk.ask('evaluate', { nonce, assertion, blinded })).body.code).toBe('bad-nonce')
  expect((await desk.ask('pinBegin', { ...unlock, newBlinded: blinded }, owner)).body.code).toBe('bad-nonce')
  expect((await desk.ask('shiftOpen', { nonce, assertion })).body.code).toBe('bad-nonce')
  expect((await desk.ask('pinBegin', change, owner)).status).toBe(200)
  expect((await desk.ask('pinBegin', change, owner)).body.code).toBe('bad-nonce')
  expect(await row()).toMatchObject({ tries: 9 })
})

test('the key is the one that opened the session: no other of the same person, and no colleague’s', async () => {
  const second = await furtherKey(desk, owner)
  const member = await hire(desk, owner)
  for (const other of [second, member]) {
    const { body } = await pinBeginBody(desk, other, NEW)
    expect((await desk.ask('pinBegin', body, owner)).body.code).toBe('bad-assertion')
  }
  expect(await finish(await pinChange(desk, owner, NEW))).toBe('changed')
  expect(await opens(second.pin, second)).toBe(true)
})

test('P2: what a desk kept for the touch alone dies with the old PIN', async () => {
  expect((await desk.ask('shiftKeep', { key: randomText(32) }, owner)).status).toBe(200)
  expect(await finish(await pinChange(desk, owner, NEW))).toBe('changed')
  expect((await desk.ask('shiftOpen', await shiftBody(desk, owner))).body.code).toBe('shift-over')
})

test('what is no blinded element is refused before it costs a try', async () => {
  const { body } = await pinBeginBody(desk, owner, NEW)
  const none = Buffer.alloc(32).toString('base64url')
  expect((await desk.ask('pinBegin', { ...body, newBlinded: none }, owner)).body.field).toBe('newBlinded')
  expect(await row()).toMatchObject({ tries: 10 })
})
