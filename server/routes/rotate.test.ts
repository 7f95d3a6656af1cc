import { afterEach, beforeEach, expect, test } from 'vitest'
import { newFolderId } from '../../shared/bytes/ids.ts'
import { newDesk, randomText } from '../testing/desk.ts'
import type { Desk } from '../testing/desk.ts'
import {
  beginBody,
  found,
  furtherKey,
  newPerson,
  open,
  pinChange,
  rotation,
  sessionBody,
  shiftBody,
  signIn,
} from '../testing/person.ts'
import type { Person } from '../testing/person.ts'
import { folderCreated, headOf, hire, ledgerBodyOf, must, only } from '../testing/writes.ts'

let desk: Desk
let owner: Person
beforeEach(async () => {
  desk = await newDesk({ shiftHours: () => 8 })
  owner = await found(desk)
})
afterEach(() => desk.close())

const NEW = '820417'
const send = async (body: unknown, by = owner) => {
  const answer = await desk.ask('rotateKeys', body, by)
  return answer.status === 200 ? 'rotated' : (answer.body.code as string)
}
const opens = (person: Person, pin = person.pin) =>
  open(desk, person, pin).then(
    ({ seed }) => (Buffer.from(seed).equals(Buffer.from(person.seed)) ? 'its seed' : 'another seed'),
    (error: unknown) => (error as Error).message,
  )
const asks = async (person: Person) => (await desk.ask('credentials', null, person)).body.code as string | undefined

test('new keys land with their seed sealed under the new PIN: the old PIN opens nothing, the new one the new seed', async () => {
  const { body, next } = await rotation(desk, owner, NEW)
  const { status, body: reply } = await desk.ask('rotateKeys', body, owner)
  expect(status).toBe(200)
  expect([await opens(owner), await opens(next)]).toEqual(['wrong-pin-or-key', 'its seed'])
  expect(await asks({ ...next, token: (reply as { token: string }).token })).toBeUndefined()
  expect(await asks({ ...next, token: (await signIn(desk, next)).token })).toBeUndefined()
})

test('P7: every session and every other key of the person is over, and no colleague’s', async () => {
  const [second, member] = [await furtherKey(desk, owner), await hire(desk, owner)]
  const [elsewhere, withSecond] = [await signIn(desk, owner), await signIn(desk, second)]
  const { attempt } = await open(desk, owner)
  expect((await desk.ask('shiftKeep', { key: randomText(32) }, owner)).status).toBe(200)
  const { body, next } = await rotation(desk, owner, NEW)
  expect(await send(body)).toBe('rotated')
  expect(await asks(owner)).toBe('not-signed-in')
  expect(await asks({ ...owner, token: elsewhere.token })).toBe('not-signed-in')
  expect(await asks({ ...second, token: withSecond.token })).toBe('credential-revoked')
  expect(await opens(second)).toBe('credential-revoked')
  expect((await desk.ask('session', (await sessionBody(owner, attempt)).body)).body.code).toBe('bad-proof')
  expect((await desk.ask('session', (await sessionBody(next, attempt)).body)).body.code).toBe('bad-proof')
  expect((await desk.ask('shiftOpen', await shiftBody(desk, owner))).body.code).toBe('shift-over')
  expect([await asks(member), await opens(member)]).toEqual([undefined, 'its seed'])
})

test('a further key that was begun before is none afterwards', async () => {
  const second = await newPerson(owner.org, { ...owner, key: undefined })
  const { body } = await beginBody(desk, second, { authority: { kind: 'session' } })
  const { enrolment } = (await desk.ask('enrolBegin', body, owner)).body as { enrolment: string }
  const { body: rotated, next } = await rotation(desk, owner, NEW)
  const { token } = (await desk.ask('rotateKeys', rotated, owner)).body as { token: string }
  const finish = { enrolment, sealedSeed: randomText(200), sealRevision: 1, outcome: { kind: 'further-key' } }
  expect((await desk.ask('enrolFinish', finish, { token })).body.code).toBe('not-found')
  expect(await opens(next)).toBe('its seed')
})

test('all of it lands or nothing: a refused entry leaves PIN, keys and sessions as they are', async () => {
  const second = await furtherKey(desk, owner)
  const { body } = await rotation(desk, owner, NEW)
  const folder = newFolderId()
  await must(desk, owner, await folderCreated(folder))
  const head = await headOf(desk, owner)
  expect(await send(body)).toBe('conflict')
  const late = await rotation(desk, owner, NEW, {}, folder)
  desk.clock.ahead = 2 * 60_000 + 1
  expect(await send(late.body)).toBe('not-found')
  desk.clock.ahead = 0
  expect(await headOf(desk, owner)).toEqual(head)
  expect([await opens(owner), await opens(second), await asks(owner)]).toEqual(['its seed', 'its seed', undefined])
  expect(await send((await rotation(desk, owner, NEW, {}, folder)).body)).toBe('rotated')
})

test('it lands once: of two on the way at the same time one does, and the other changes nothing', async () => {
  const { body, next } = await rotation(desk, owner, NEW)
  const answers = await Promise.all([send(body), send(body)])
  expect(answers.filter((one) => one === 'rotated')).toHaveLength(1)
  expect(await opens(next)).toBe('its seed')
})

test('P4: nothing lands without both signatures, over this very change', async () => {
  const { body } = await rotation(desk, owner, NEW)
  const other = (await rotation(desk, owner, '550912')).body
  const member = await hire(desk, owner)
  const theirs = (await rotation(desk, member, NEW)).body
  const entry = (await rotation(desk, owner, NEW)).body
  expect(await send({ ...entry, signature: other.signature })).toBe('bad-proof')
  expect(await send({ ...entry, sealedSeed: other.sealedSeed })).toBe('bad-proof')
  expect(await send({ ...entry, sessionSignature: other.sessionSignature })).toBe('bad-proof')
  expect(await send({ ...entry, thumbprint: other.thumbprint })).toBe('bad-proof')
  expect(await send(theirs)).toBe('bad-proof')
  expect(await send(entry, member)).toBe('bad-proof')
  expect(await send({ ...theirs, append: entry.append }, member)).toBe('not-allowed')
  expect(await opens(owner)).toBe('its seed')
  expect(body.change).not.toBe(other.change)
})

test('new keys without their seed are refused, and so is a seed without new keys', async () => {
  const { body } = await rotation(desk, owner, NEW)
  const alone = await desk.ask('appendLedger', body.append, owner)
  expect(alone.body).toMatchObject({ code: 'bad-request', field: 'entry' })
  const folder = await ledgerBodyOf(desk, owner, await folderCreated())
  expect(await send({ ...body, append: folder })).toBe('bad-request')
  const change = await pinChange(desk, owner, NEW)
  expect(await send({ ...body, ...change, append: folder })).toBe('bad-request')
  expect(await opens(owner)).toBe('its seed')
})

test('under new keys a person seals to themselves what they hold, and to nobody else what they do not manage', async () => {
  const member = await hire(desk, owner)
  const folder = newFolderId()
  await must(desk, owner, await folderCreated(folder))
  const to = { kind: 'member' as const, id: member.member }
  await must(desk, owner, only({ act: 'folder granted', folder, to, level: 'edit', from: null, until: null }))
  const wrap = ({ member: id }: Person) => ({
    kind: 'folder' as const,
    id: folder,
    generation: 1,
    sealed: randomText(60),
    to: { kind: 'member' as const, id },
  })
  const bad = await rotation(desk, member, NEW, { wraps: [wrap(owner)] }, folder)
  expect((await desk.ask('rotateKeys', bad.body, member)).body).toMatchObject({ code: 'bad-request', field: 'wraps.0' })
  const good = await rotation(desk, member, NEW, { wraps: [wrap(member)] }, folder)
  expect(await send(good.body, member)).toBe('rotated')
})
