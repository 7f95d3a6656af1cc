import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { Live } from '../../extension/keeper/live.ts'
import { statusView } from '../../extension/keeper/doors/views/status.ts'
import { toBase64url } from '../../shared/bytes/base64url.ts'
import { evaluateReply } from '../../shared/protocol/unlock.ts'
import type { Stack } from '../stack.ts'
import { nodeDesk } from './node-desk.ts'
import { PIN, between, hire, losing, need, newFolder, newOrg, save } from './org.ts'
import { changePin, furtherKey, look, newPerson, refresh, unlock } from './person.ts'
import type { Person } from './person.ts'

// A person's keys and PINs, with the shipped keeper and a real server.
const NEW = 'nouveau-7h2'
let stack: Stack
let owner: Person
let agent: Person
let restore = () => {}

beforeAll(async () => {
  const org = await newOrg()
  stack = org.stack
  owner = org.owner
})
beforeEach(async () => {
  agent = (await hire(stack, owner, 'Lena')).person
})
afterEach(() => {
  restore()
  restore = () => {}
})
afterAll(() => stack.stop())

const opens = async (pin: string, person = agent) => {
  await person.keeper.lockNow('button')
  return unlock(person, pin).then(
    () => 'opens',
    (error: unknown) => (error as { code: string }).code,
  )
}
const statusOf = (person: Person) => statusView(person.keeper)

test('after a PIN change the new PIN unlocks, the old one does not, and the vault stays open meanwhile', async () => {
  await changePin(agent, PIN, NEW)
  expect(await statusOf(agent)).toMatchObject({ state: 'unlocked' })
  expect([await opens(PIN), await opens(NEW)]).toEqual(['wrong-pin', 'opens'])
})

test('P2: a wrong old PIN changes nothing and costs a try, reported as at the unlock', async () => {
  await expect(changePin(agent, 'pin-8x4k', NEW)).rejects.toMatchObject({ code: 'wrong-pin', triesLeft: 9 })
  expect([await opens(NEW), await opens(PIN)]).toEqual(['wrong-pin', 'opens'])
})

test('a new PIN is checked before the key is asked for', async () => {
  await expect(agent.ask['pin.start']({ next: '123456' }, '')).rejects.toMatchObject({ code: 'weak-pin' })
})

test.each(['/api/pin/begin', '/api/pin/finish'])('a change that fails at %s leaves the old PIN valid', async (path) => {
  restore = between(agent, async (sent, pass) => {
    if (sent.path === path) throw new TypeError('the network is gone')
    return pass()
  })
  const code = path.endsWith('begin') ? 'server-unreachable' : 'pin-unclear'
  await expect(changePin(agent, PIN, NEW)).rejects.toMatchObject({ code })
  restore()
  expect([await opens(NEW), await opens(PIN)]).toEqual(['wrong-pin', 'opens'])
})

test('a change whose last answer is lost is requested again, and happens once', async () => {
  let lost = 0
  restore = between(agent, async ({ path }, pass) => {
    const answer = await pass()
    if (path !== '/api/pin/finish' || lost++ > 0) return answer
    throw new TypeError('the network is gone')
  })
  await changePin(agent, PIN, NEW)
  restore()
  expect([await opens(PIN), await opens(NEW)]).toEqual(['wrong-pin', 'opens'])
})

test('a change whose answers are all lost reports that either PIN may be valid: here the new one is', async () => {
  restore = losing(agent, 'POST', '/api/pin/finish')
  await expect(changePin(agent, PIN, NEW)).rejects.toMatchObject({ code: 'pin-unclear' })
  restore()
  expect([await opens(PIN), await opens(NEW)]).toEqual(['wrong-pin', 'opens'])
})

test('other keys of the person keep their own PIN', async () => {
  const second = await furtherKey(agent, 'second-55k')
  await changePin(agent, PIN, NEW)
  await agent.keeper.lockNow('button')
  await unlock(agent, 'second-55k', second)
  expect(await statusOf(agent)).toMatchObject({ state: 'unlocked' })
})

test('S9: a change under another VOPRF key than the server proves is refused and changes nothing', async () => {
  restore = between(agent, async ({ path }, pass) => {
    const answer = await pass()
    if (path !== '/api/pin/begin') return answer
    const reply = (await answer.json()) as { voprfPublicKey: string; next: object }
    return Response.json({ ...reply, next: { ...reply.next, voprfPublicKey: reply.voprfPublicKey } })
  })
  await expect(changePin(agent, PIN, NEW)).rejects.toMatchObject({ code: 'bad-voprf-proof' })
  restore()
  expect([await opens(NEW), await opens(PIN)]).toEqual(['wrong-pin', 'opens'])
})

test('the seed that a change seals pins the newest head, so that a fresh desk takes no ledger that ends before it', async () => {
  await newFolder(owner, 'Banque')
  await refresh(agent)
  const { sequence } = need(agent.keeper.open).vault.pinned
  await changePin(agent, PIN, NEW)
  const fresh = newPerson(nodeDesk(), agent.key)
  await fresh.ask['server.trust']({ address: stack.origin }, '')
  restore = between(fresh, async ({ path }, pass) => {
    if (path !== '/api/ledger') return pass()
    // Unlocked, but no ledger received yet: the pinned head comes from the seed alone.
    expect(fresh.keeper.open?.session.pinned.sequence).toBe(sequence)
    return pass()
  })
  await unlock(fresh, NEW)
  expect.assertions(1)
})

test('P5 S9: an old sealed seed opens nothing under the new row, with the old PIN or the new one', async () => {
  let old: unknown = null
  restore = between(agent, async ({ path }, pass) => {
    const answer = await pass()
    if (path === '/api/unlock/evaluate') old = await answer.clone().json()
    return answer
  })
  expect(await opens(PIN)).toBe('opens')
  restore()
  await changePin(agent, PIN, NEW)
  const { sealedSeed, sealRevision } = evaluateReply.parse(old)
  restore = between(agent, async ({ path }, pass) => {
    const answer = await pass()
    if (path !== '/api/unlock/evaluate') return answer
    return Response.json({ ...((await answer.json()) as object), sealedSeed, sealRevision })
  })
  // Sealed under another VOPRF key and revision: no PIN opens it under the new row.
  expect([await opens(PIN), await opens(NEW)]).toEqual(['wrong-pin', 'wrong-pin'])
  restore()
  expect(await opens(NEW)).toBe('opens')
})

test('revoking a key locks the desk that it opened, with the reason, and the key opens nothing any more', async () => {
  const second = await furtherKey(agent, 'second-55k')
  const other = newPerson(nodeDesk(), second)
  await other.ask['server.trust']({ address: stack.origin }, '')
  await unlock(other, 'second-55k')
  const { me: member } = need(agent.keeper.open).vault
  const live = new Live(other.keeper)
  await live.follow()
  const keys = await agent.ask['keys.list']({ member: null }, '')
  expect(keys.map(({ id, inUse }) => [id, inUse])).toEqual([
    [need(agent.key).id, true],
    [second.id, false],
  ])
  await agent.ask['keys.revoke']({ member, credential: second.id }, '')
  await expect.poll(() => other.keeper.open).toBeNull()
  live.close()
  expect(await statusOf(other)).toMatchObject({ state: 'locked', why: 'revoked' })
  expect([...other.desk.kept.session]).toEqual([])
  await expect(unlock(other, 'second-55k')).rejects.toMatchObject({ code: 'credential-revoked' })
  expect(await statusOf(agent)).toMatchObject({ state: 'unlocked' })
  await refresh(agent)
  expect(await agent.ask['keys.list']({ member: null }, '')).toHaveLength(1)
})

test('an owner revokes the only key of a person who lost it; nobody revokes the key in use, and members only their own', async () => {
  const { me: member } = need(agent.keeper.open).vault
  const credential = need(agent.key).id
  await expect(agent.ask['keys.revoke']({ member, credential }, '')).rejects.toMatchObject({ code: 'key-in-use' })
  const { me: boss } = need(owner.keeper.open).vault
  await expect(agent.ask['keys.list']({ member: boss }, '')).rejects.toMatchObject({ code: 'not-allowed' })
  expect((await look(owner)).people.find((one) => one.member === member)?.canTakeKeys).toBe(true)
  expect((await look(agent)).people.map(({ canTakeKeys }) => canTakeKeys)).toEqual([true])
  await owner.ask['keys.revoke']({ member, credential }, '')
  await refresh(agent)
  expect(await statusOf(agent)).toMatchObject({ state: 'locked', why: 'revoked' })
})

/** Every byte array reachable from `from`, except public ones. */
function buffersIn(from: unknown, known: ReadonlySet<unknown>, seen = new Set()): Uint8Array[] {
  if (typeof from !== 'object' || from === null || seen.has(from) || known.has(from)) return []
  seen.add(from)
  if (from instanceof Uint8Array) return [from]
  const inner = from instanceof Map ? [...from.entries()].flat() : from instanceof Set ? [...from] : Object.values(from)
  return inner.flatMap((one) => buffersIn(one, known, seen))
}

test('P10: after the lock every key buffer that the keeper made is zero, and the vault held no unregistered one', async () => {
  const folder = await newFolder(owner, 'Clés')
  await save(owner, folder, 'Portail')
  const { vault } = need(owner.keeper.open)
  const { register } = owner.keeper
  // Signed entries are byte arrays too, but not keys: every desk of the org has them.
  const held = buffersIn(vault, new Set([register, vault.keys.receive.publicKey, vault.entries]))
  const keys = register.all()
  expect(held.length).toBeGreaterThan(3)
  expect(held.filter((one) => !register.has(one))).toEqual([])
  expect(keys.every((key) => key.some((byte) => byte !== 0))).toBe(true)
  await owner.keeper.lockNow('button')
  expect(keys.filter((key) => key.some((byte) => byte !== 0))).toEqual([])
  expect(register.all()).toEqual([])
  await unlock(owner, PIN)
})

test('P10: a PIN that was stretched in advance and never used is zero after the lock', async () => {
  const { keeper } = agent
  await agent.ask['unlock.prepare']({ pin: PIN }, '')
  const ahead = need((keeper.pinAhead as unknown as { begun: { stretched: Promise<Uint8Array> } | null }).begun)
  const stretched = await ahead.stretched
  expect(toBase64url(stretched)).not.toMatch(/^A+$/)
  await keeper.lockNow('button')
  await expect.poll(() => toBase64url(stretched)).toMatch(/^A+$/)
})
