import { afterEach, beforeEach, expect, test } from 'vitest'
import { newDesk } from '../testing/desk.ts'
import type { Desk } from '../testing/desk.ts'
import { beginBody, evaluateBody, found, furtherKey, newPerson, open, sessionBody, signIn } from '../testing/person.ts'
import type { Person } from '../testing/person.ts'
import { hire, must, only } from '../testing/writes.ts'

let desk: Desk
let owner: Person
beforeEach(async () => {
  desk = await newDesk()
  owner = await found(desk)
})
afterEach(() => desk.close())

const revoke = async (by: Person, of: Person) => {
  const { status, body } = await desk.ask('revokeCredential', { member: of.member, credential: of.key.id }, by)
  return status === 200 ? 'revoked' : (body.code as string)
}
const keysOf = async (by: Person, of: Person) => {
  const { body } = await desk.ask('memberCredentials', null, { token: by.token, at: of.member })
  return body.code ?? (body.credentials as { id: string }[]).map(({ id }) => id)
}

test('a person sees their keys, when each was registered and last used', async () => {
  const second = await furtherKey(desk, owner)
  const { credentials } = (await desk.ask('credentials', null, owner)).body
  expect(credentials).toMatchObject([
    { id: owner.key.id, usedAt: expect.any(Number) },
    { id: second.key.id, usedAt: null },
  ])
})

test('a key that its owner takes away opens nothing, and is told why', async () => {
  const second = await furtherKey(desk, owner)
  expect(await revoke(owner, second)).toBe('revoked')
  expect((await desk.ask('evaluate', (await evaluateBody(desk, second)).body)).body.code).toBe('credential-revoked')
  expect(await keysOf(owner, owner)).toEqual([owner.key.id])
  expect(await revoke(owner, second)).toBe('credential-unknown')
  await open(desk, owner)
})

test('sessions that a revoked key opened are over at once, those of another key of the same person go on', async () => {
  const second = await furtherKey(desk, owner)
  const session = await signIn(desk, second)
  const begun = await open(desk, second)
  expect(await revoke(owner, second)).toBe('revoked')
  expect((await desk.ask('credentials', null, session)).body.code).toBe('credential-revoked')
  expect((await desk.ask('renew', null, session)).body.code).toBe('credential-revoked')
  expect((await desk.ask('session', (await sessionBody(second, begun.attempt)).body)).body.code).toBe('bad-proof')
  expect((await desk.ask('credentials', null, owner)).status).toBe(200)
})

test('a further key that was half enrolled by a revoked one is never finished', async () => {
  const second = await furtherKey(desk, owner)
  const { token } = await signIn(desk, second)
  const third = await newPerson(owner.org, { ...owner, key: undefined })
  const { body } = await beginBody(desk, third, { authority: { kind: 'session' } })
  const begun = await desk.ask('enrolBegin', body, { token })
  expect(await revoke(owner, second)).toBe('revoked')
  const finish = {
    enrolment: begun.body.enrolment,
    sealedSeed: 'AAAA',
    sealRevision: 1,
    outcome: { kind: 'further-key' },
  }
  expect((await desk.ask('enrolFinish', finish, { token })).body.code).toBe('not-found')
})

test('nobody takes away the key that they unlocked with', async () => {
  expect(await revoke(owner, owner)).toBe('key-in-use')
  await furtherKey(desk, owner)
  expect(await revoke(owner, owner)).toBe('key-in-use')
})

test('owners take away anybody’s key, admins all but an owner’s, members only their own', async () => {
  const admin = await hire(desk, owner, 'admin')
  const member = await hire(desk, owner)
  const other = await furtherKey(desk, member)
  for (const [by, of] of [
    [member, owner],
    [member, admin],
    [admin, owner],
  ] as const) {
    expect(await keysOf(by, of)).toBe('not-allowed')
    expect(await revoke(by, of)).toBe('not-allowed')
  }
  expect(await keysOf(admin, member)).toEqual([member.key.id, other.key.id])
  expect(await revoke(member, other)).toBe('revoked')
  expect(await revoke(admin, member)).toBe('revoked')
  expect(await revoke(owner, admin)).toBe('revoked')
  expect((await desk.ask('credentials', null, admin)).body.code).toBe('credential-revoked')
})

test('owners and admins see how many keys each has and when they last unlocked, of those whose keys they may take', async () => {
  const admin = await hire(desk, owner, 'admin')
  const member = await hire(desk, owner)
  await furtherKey(desk, member)
  const seen = async (by: Person) => {
    const { body } = await desk.ask('keyUse', null, by)
    return body.code ?? (body.people as { member: string }[]).sort((a, b) => a.member.localeCompare(b.member))
  }
  const used = (of: Person, keys: number) => ({ member: of.member, keys, usedAt: expect.any(Number) })
  const sorted = (rows: { member: string }[]) => rows.sort((a, b) => a.member.localeCompare(b.member))
  expect(await seen(owner)).toEqual(sorted([used(owner, 1), used(admin, 1), used(member, 2)]))
  expect(await seen(admin)).toEqual(sorted([used(admin, 1), used(member, 2)]))
  expect(await seen(member)).toBe('not-allowed')
})

test('a key is taken away as its member’s only', async () => {
  const member = await hire(desk, owner)
  const { body } = await desk.ask('revokeCredential', { member: owner.member, credential: member.key.id }, owner)
  expect(body.code).toBe('credential-unknown')
})

test('whoever was removed takes nothing away, and shows nothing', async () => {
  const admin = await hire(desk, owner, 'admin')
  const member = await hire(desk, owner)
  await must(desk, owner, only({ act: 'member removed', member: admin.member }))
  expect(await revoke(admin, member)).toBe('removed')
  expect(await keysOf(admin, member)).toBe('removed')
})
