import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { stateOf } from '../../extension/keeper/vault.ts'
import { statusView } from '../../extension/keeper/views/status.ts'
import type { FolderId, MemberId, TeamId } from '../../shared/bytes/ids.ts'
import { fromBase64url, toBase64url } from '../../shared/bytes/base64url.ts'
import { get } from '../../shared/bytes/table.ts'
import type { Stack } from '../stack.ts'
import { prf, touch } from '../soft-key.ts'
import { nodeDesk } from './node-desk.ts'
import { PIN, between, fieldsOf, hire, losing, need, newFolder, newOrg, save } from './org.ts'
import { furtherKey, itemsIn, look, newPerson, refresh, sign, unlock } from './person.ts'
import type { Person } from './person.ts'

// Somebody may have seen a person's PIN and had their key: new keys, by the shipped keeper on a real server.
const NEW = 'nouveau-7h2'
let stack: Stack
let owner: Person
let agent: Person
let member: MemberId
/** `own` the agent manages; `shared` they reach through a team that others manage, `direct` by name. */
let own: FolderId
let shared: FolderId
let direct: FolderId
let team: TeamId
let restore = () => {}

beforeAll(async () => {
  const org = await newOrg()
  stack = org.stack
  owner = org.owner
})
beforeEach(async () => {
  const hired = await hire(stack, owner, 'Lena')
  agent = hired.person
  member = hired.member
  const [home, top] = [await newFolder(owner, 'Attache'), await newFolder(owner, 'Direction')]
  team = need((await sign(owner, { do: 'create-team', name: 'Nord', home })).team)
  await sign(owner, { do: 'set-members', team, added: [member], removed: [] })
  shared = await newFolder(owner, 'Banque', top)
  direct = await newFolder(owner, 'Assurance', top)
  own = await newFolder(owner, 'Atelier')
  const to = { kind: 'member' as const, id: member }
  await sign(owner, { do: 'grant', folder: shared, to: { kind: 'team', id: team }, level: 'edit' })
  await sign(owner, { do: 'grant', folder: direct, to, level: 'read' })
  await sign(owner, { do: 'grant', folder: own, to, level: 'manage' })
  for (const folder of [shared, direct, own]) await save(owner, folder, 'Portail')
  await refresh(agent)
})
afterEach(async () => {
  restore()
  restore = () => {}
  await refresh(owner)
})
afterAll(() => stack.stop())

async function rotate(person: Person, pin = PIN, next = NEW, key = person.key) {
  if (key === null) throw new Error('no key yet')
  const asked = await person.ask['pin.start']({ next }, '')
  const assertion = touch(key, fromBase64url(asked.challenge))
  return person.ask['rotate.finish'](
    { pin, next, assertion, prf: toBase64url(prf(key, fromBase64url(asked.prfSalt))) },
    '',
  )
}
const opens = async (pin: string, person = agent) => {
  if (person.keeper.open !== null) await person.keeper.lockNow('button')
  return unlock(person, pin).then(
    () => 'opens',
    (error: unknown) => (error as { code: string }).code,
  )
}
const elsewhere = async (of: Person, key = of.key) => {
  const desk = newPerson(nodeDesk(), key)
  await desk.ask['server.trust']({ address: stack.origin }, '')
  return desk
}
const names = async (person: Person, folder: FolderId) => {
  const seen = await itemsIn(person, folder)
  return 'items' in seen ? seen.items.map(({ name }) => name) : seen.refused
}
const stale = async (by: Person) => {
  const { folders, teams } = await look(by)
  return {
    folders: folders.filter((one) => one.stale && [own, shared, direct].includes(one.folder)).map((one) => one.name),
    teams: teams.filter((one) => one.stale && one.team === team).map((one) => one.name),
  }
}
const passwordOf = async (person: Person, folder: FolderId) => {
  const seen = await itemsIn(person, folder)
  const item = need('items' in seen ? seen.items[0] : null).item
  return (await person.ask['item.read']({ folder, item }, '')).fields.password
}

test('new keys under a new PIN: the vault stays open, the old PIN opens nothing, the new one all there was', async () => {
  await rotate(agent)
  expect(await statusView(agent.keeper)).toMatchObject({ state: 'unlocked', connection: { state: 'live' } })
  for (const folder of [own, shared, direct]) expect(await passwordOf(agent, folder)).toBe('Brume-81')
  expect([await opens(PIN), await opens(NEW)]).toEqual(['wrong-pin', 'opens'])
  const fresh = await elsewhere(agent)
  expect(await opens(NEW, fresh)).toBe('opens')
  for (const folder of [own, shared, direct]) expect(await passwordOf(fresh, folder)).toBe('Brume-81')
  expect(await statusView(fresh.keeper)).toMatchObject({ state: 'unlocked', warnings: [{ kind: 'stale' }] })
})

test('P7 S10: what the person manages is re-keyed in the same entry, the rest waits for its managers and is then usable', async () => {
  const before = need(agent.keeper.open).vault.states.length
  await rotate(agent)
  expect(need(agent.keeper.open).vault.states.length).toBe(before + 1)
  expect(await stale(agent)).toEqual({ folders: ['Assurance', 'Banque'], teams: ['Nord'] })
  await save(agent, own, 'Nouveau')
  expect((await save(agent, shared, 'Attend')).unsent).toBe('stale-folder')
  await refresh(owner)
  await refresh(owner)
  await refresh(agent)
  await refresh(agent)
  expect(await stale(agent)).toEqual({ folders: [], teams: [] })
  await refresh(owner)
  expect([await names(owner, shared), await names(owner, own)]).toEqual([
    ['Attend', 'Portail'],
    ['Nouveau', 'Portail'],
  ])
})

test('P7: with the old seed nothing opens that is written afterwards', async () => {
  const old = need(agent.keeper.open).vault
  const [receive, generation] = [old.keys.receive, 2]
  const copy = { ...old, keys: { ...old.keys, receive: { ...receive, secret: new Uint8Array(receive.secret) } } }
  await rotate(agent)
  await refresh(owner)
  await refresh(owner)
  await refresh(agent)
  const now = need(agent.keeper.open).vault
  for (const folder of [own, shared, direct]) expect(now.folderKeys.get(folder)?.has(generation)).toBe(true)
  const { openKeys } = await import('../../extension/keeper/keyring.ts')
  const thief = { ...copy, states: now.states, teamSeeds: new Map(), folderKeys: new Map(), wraps: new Map() }
  await openKeys(thief, now.wraps.values())
  for (const folder of [own, shared, direct]) expect(thief.folderKeys.get(folder)?.has(generation) ?? false).toBe(false)
})

test('every other key of the person is revoked and every other desk locks; a key registered anew opens again', async () => {
  const second = await furtherKey(agent, 'second-55k')
  const [withSecond, withSame] = [await elsewhere(agent, second), await elsewhere(agent)]
  await unlock(withSecond, 'second-55k')
  await unlock(withSame, PIN)
  expect((await agent.ask['rotate.review'](null, '')).otherKeys.map(({ id }) => id)).toEqual([second.id])
  await rotate(agent)
  await refresh(withSecond)
  await refresh(withSame)
  expect(await statusView(withSecond.keeper)).toMatchObject({ state: 'locked', why: 'revoked' })
  expect(await statusView(withSame.keeper)).toMatchObject({ state: 'locked', why: 'refused' })
  expect(await opens('second-55k', withSecond)).toBe('credential-revoked')
  expect([await opens(PIN, withSame), await opens(NEW, withSame)]).toEqual(['wrong-pin', 'opens'])
  const third = await furtherKey(agent, 'third-66k')
  const again = await elsewhere(agent, third)
  expect(await opens('third-66k', again)).toBe('opens')
  expect(await passwordOf(again, shared)).toBe('Brume-81')
})

test('P2: a wrong old PIN changes nothing and costs a try, and the PIN that was seen is not taken again', async () => {
  await expect(rotate(agent, 'pin-8x4k')).rejects.toMatchObject({ code: 'wrong-pin', triesLeft: 9 })
  await expect(rotate(agent, PIN, PIN)).rejects.toMatchObject({ code: 'same-pin' })
  expect([await opens(NEW), await opens(PIN)]).toEqual(['wrong-pin', 'opens'])
})

test('the review says what dies, what is renewed at once and what waits, and changes nothing', async () => {
  const before = need(agent.keeper.open).vault.states.length
  const seen = await agent.ask['rotate.review'](null, '')
  expect(seen).toMatchObject({ otherKeys: [], now: { teams: 0, folders: 1 }, waits: { teams: 1, folders: 2 } })
  expect([...seen.waits.names].sort()).toEqual(['Assurance', 'Banque', 'Nord'])
  await refresh(owner)
  expect(need(owner.keeper.open).vault.states.length).toBe(before)
})

test('when somebody is faster it is judged and signed again', async () => {
  let raced = false
  restore = between(agent, async ({ path }, pass) => {
    if (path === '/api/keys/rotate' && !raced) {
      raced = true
      await newFolder(owner, 'Entretemps')
    }
    return pass()
  })
  await rotate(agent)
  expect([await opens(PIN), await opens(NEW)]).toEqual(['wrong-pin', 'opens'])
})

/** An edit that only this desk has: the server does not hear of it. */
async function leaveUnsent(): Promise<void> {
  restore = between(agent, async ({ path }, pass) => {
    if (path === '/api/journal') throw new TypeError('the network is gone')
    return pass()
  })
  const { unsent } = await save(agent, own, 'En attente')
  expect(unsent).toBe('server-unreachable')
  restore()
}

test('an edit that was not sent outlives new keys, and goes under them', async () => {
  await leaveUnsent()
  await rotate(agent)
  await refresh(agent)
  await refresh(owner)
  expect(await names(owner, own)).toEqual(['En attente', 'Portail'])
})

test('P10: nothing stays on the desk under the old cache key, and nothing but what is kept under the new one', async () => {
  await refresh(agent)
  const before = [...agent.desk.kept.blobs.keys()]
  await rotate(agent)
  const after = [...agent.desk.kept.blobs.keys()]
  expect(before.length).toBeGreaterThan(3)
  expect(after.filter((name) => before.includes(name))).toEqual([])
  expect(after.length).toBeLessThanOrEqual(before.length)
})

const unclear = { code: 'rotation-unclear' }

test('all answers lost, and it has landed: the desk locks and says so, the new PIN opens, and what was unsent is there', async () => {
  await leaveUnsent()
  const before = [...agent.desk.kept.blobs.keys()]
  restore = losing(agent, 'POST', '/api/keys/rotate')
  await expect(rotate(agent)).rejects.toMatchObject(unclear)
  restore()
  expect(await statusView(agent.keeper)).toMatchObject({ state: 'locked', why: 'unclear' })
  expect([await opens(PIN), await opens(NEW)]).toEqual(['wrong-pin', 'opens'])
  await refresh(owner)
  expect(await names(owner, own)).toEqual(['En attente', 'Portail'])
  for (const folder of [own, shared, direct]) expect((await names(agent, folder))?.length).toBeGreaterThan(0)
  expect([...agent.desk.kept.blobs.keys()].filter((name) => before.includes(name))).toEqual([])
})

test('all answers lost, and nothing has landed: the old PIN opens what there was, unsent edits too, and it can be begun again', async () => {
  await leaveUnsent()
  restore = between(agent, async ({ path }, pass) => {
    if (path === '/api/keys/rotate') throw new TypeError('the network is gone')
    return pass()
  })
  await expect(rotate(agent)).rejects.toMatchObject(unclear)
  restore()
  expect(await statusView(agent.keeper)).toMatchObject({ state: 'locked', why: 'unclear' })
  expect([await opens(NEW), await opens(PIN)]).toEqual(['wrong-pin', 'opens'])
  await refresh(owner)
  expect(await names(owner, own)).toEqual(['En attente', 'Portail'])
  await rotate(agent)
  expect(await opens(NEW)).toBe('opens')
})

test('an answer lost once, before it arrived: it is asked again and has happened once', async () => {
  let lost = 0
  restore = between(agent, async ({ path }, pass) => {
    if (path === '/api/keys/rotate' && lost++ === 0) throw new TypeError('the network is gone')
    return pass()
  })
  await rotate(agent)
  expect([await opens(PIN), await opens(NEW)]).toEqual(['wrong-pin', 'opens'])
})

test('the worker dies while the server lands it: whoever wakes locks and says so, and the new PIN opens', async () => {
  await leaveUnsent()
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

test('refused by the server: nothing has changed, nothing of the new keys stays on the desk, and the vault is open', async () => {
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
  expect([await opens(NEW), await opens(PIN)]).toEqual(['wrong-pin', 'opens'])
})

test('P10: after the lock no key of before or after is left in the keeper’s register', async () => {
  await rotate(agent)
  const keys = agent.keeper.register.all()
  await agent.keeper.lockNow('button')
  expect(keys.filter((key) => key.some((byte) => byte !== 0))).toEqual([])
})

test('the first owner too: everything is theirs to re-key, and nothing waits', async () => {
  const { stack: other, owner: first } = await newOrg()
  const folder = await newFolder(first, 'Banque')
  await save(first, folder, 'Portail')
  await rotate(first)
  expect(await statusView(first.keeper)).toMatchObject({ warnings: [{ kind: 'only-one-key' }] })
  await save(first, folder, 'Nouveau')
  expect(await opens(NEW, first)).toBe('opens')
  expect(await names(first, folder)).toEqual(['Nouveau', 'Portail'])
  await other.stop()
})
