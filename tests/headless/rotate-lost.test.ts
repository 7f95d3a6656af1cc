import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { statusView } from '../../extension/keeper/doors/views/status.ts'
import { stateOf } from '../../extension/keeper/vault/vault.ts'
import { get } from '../../shared/bytes/table.ts'
import type { Stack } from '../stack.ts'
import { PIN, between, fieldsOf, losing, need, newOrg, save } from './org.ts'
import { newPerson, refresh } from './person.ts'
import type { Person } from './person.ts'
import { NEW, names, newCast, opens, rotate } from './rotation.ts'
import type { Cast } from './rotation.ts'

// A key rotation whose answers are lost: whatever happens, one PIN opens the vault, and no unsent edit is lost.
let stack: Stack
let owner: Person
let cast: Cast
let restore = () => {}

beforeAll(async () => {
  const org = await newOrg()
  stack = org.stack
  owner = org.owner
})
beforeEach(async () => {
  cast = await newCast(stack, owner)
})
afterEach(async () => {
  restore()
  restore = () => {}
  await refresh(owner)
})
afterAll(() => stack.stop())

/** An edit that only this desk has: the server does not receive it. */
async function leaveUnsent({ agent, own }: Cast): Promise<void> {
  restore = between(agent, async ({ path }, pass) => {
    if (path === '/api/journal') throw new TypeError('the network is gone')
    return pass()
  })
  const { unsent } = await save(agent, own, 'En attente')
  expect(unsent).toBe('server-unreachable')
  restore()
}

test('an unsent edit survives a key rotation and is then sent under the new keys', async () => {
  const { agent, own } = cast
  await leaveUnsent(cast)
  await rotate(agent)
  await refresh(agent)
  await refresh(owner)
  expect(await names(owner, own)).toEqual(['En attente', 'Portail'])
})

const unclear = { code: 'rotation-unclear' }

test('all answers lost, rotation done: the desk locks and says so, the new PIN unlocks, and unsent edits are still there', async () => {
  const { agent, own, shared, direct } = cast
  await leaveUnsent(cast)
  const before = [...agent.desk.kept.blobs.keys()]
  restore = losing(agent, 'POST', '/api/keys/rotate')
  await expect(rotate(agent)).rejects.toMatchObject(unclear)
  restore()
  expect(await statusView(agent.keeper)).toMatchObject({ state: 'locked', why: 'unclear' })
  expect([await opens(PIN, agent), await opens(NEW, agent)]).toEqual(['wrong-pin', 'opens'])
  await refresh(owner)
  expect(await names(owner, own)).toEqual(['En attente', 'Portail'])
  for (const folder of [own, shared, direct]) expect((await names(agent, folder))?.length).toBeGreaterThan(0)
  expect([...agent.desk.kept.blobs.keys()].filter((name) => before.includes(name))).toEqual([])
})

test('all answers lost, rotation not done: the old PIN unlocks everything, unsent edits too, and the rotation can be started again', async () => {
  const { agent, own } = cast
  await leaveUnsent(cast)
  restore = between(agent, async ({ path }, pass) => {
    if (path === '/api/keys/rotate') throw new TypeError('the network is gone')
    return pass()
  })
  await expect(rotate(agent)).rejects.toMatchObject(unclear)
  restore()
  expect(await statusView(agent.keeper)).toMatchObject({ state: 'locked', why: 'unclear' })
  expect([await opens(NEW, agent), await opens(PIN, agent)]).toEqual(['wrong-pin', 'opens'])
  await refresh(owner)
  expect(await names(owner, own)).toEqual(['En attente', 'Portail'])
  await rotate(agent)
  expect(await opens(NEW, agent)).toBe('opens')
})

test('a request lost once on its way is sent again, and the rotation happens once', async () => {
  const { agent } = cast
  let lost = 0
  restore = between(agent, async ({ path }, pass) => {
    if (path === '/api/keys/rotate' && lost++ === 0) throw new TypeError('the network is gone')
    return pass()
  })
  await rotate(agent)
  expect([await opens(PIN, agent), await opens(NEW, agent)]).toEqual(['wrong-pin', 'opens'])
})

test('the worker dies while the server rotates: the next worker locks and says so, and the new PIN unlocks', async () => {
  const { agent, member, own } = cast
  await leaveUnsent(cast)
  restore = between(agent, async ({ path }, pass) => {
    if (path !== '/api/keys/rotate') return pass()
    await pass()
    return new Promise<Response>(() => undefined)
  })
  void rotate(agent).catch(() => undefined)
  const generation = async () => {
    await refresh(owner)
    return get(stateOf(need(owner.keeper.open).vault).members, member)?.keyGeneration
  }
  await expect.poll(generation, { timeout: 10_000 }).toBe(2)
  const woken = newPerson({ ...agent.desk, fetch: (url, init) => fetch(url, init) }, agent.key)
  await refresh(woken)
  expect(await statusView(woken.keeper)).toMatchObject({ state: 'locked', why: 'unclear' })
  expect([await opens(PIN, woken), await opens(NEW, woken)]).toEqual(['wrong-pin', 'opens'])
  await refresh(owner)
  expect(await names(owner, own)).toEqual(['En attente', 'Portail'])
})

test('refused by the server: nothing changes, nothing of the new keys stays on the desk, and the vault stays open', async () => {
  const { agent, own } = cast
  const before = [...agent.desk.kept.blobs.keys()].sort()
  restore = between(agent, ({ path }, pass) =>
    path === '/api/keys/rotate'
      ? Promise.resolve(Response.json({ type: 'x', title: 'x', status: 403, code: 'refused' }, { status: 403 }))
      : pass(),
  )
  await expect(rotate(agent)).rejects.toMatchObject({ code: 'refused' })
  restore()
  expect([...agent.desk.kept.blobs.keys()].sort()).toEqual(before)
  expect(await statusView(agent.keeper)).toMatchObject({ state: 'unlocked' })
  await agent.ask['item.save'](
    { folder: own, item: (await save(agent, own, 'Encore')).item, base: 1, fields: fieldsOf('Encore') },
    '',
  )
  expect([await opens(NEW, agent), await opens(PIN, agent)]).toEqual(['wrong-pin', 'opens'])
})
