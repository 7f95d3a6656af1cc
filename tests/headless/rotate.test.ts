import { lengthOf } from '../../shared/ledger/replay/chain.ts'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { blobName } from '../../extension/keeper/vault/cache.ts'
import { isQuiet, neverOffer } from '../../extension/keeper/offers/never-offer.ts'
import { statusView } from '../../extension/keeper/doors/views/status.ts'
import type { FolderId } from '../../shared/bytes/ids.ts'
import { receiveKeysFrom } from '../../shared/crypto/hpke.ts'
import { readExport } from '../../shared/ledger/export.ts'
import { verifyExport } from '../../verify/verify.ts'
import type { Stack } from '../stack.ts'
import { nodeDesk } from './node-desk.ts'
import { PIN, between, need, newFolder, newOrg, save } from './org.ts'
import { furtherKey, itemsIn, look, newPerson, refresh, unlock } from './person.ts'
import type { Person } from './person.ts'
import { NEW, names, newCast, opens, rotate } from './rotation.ts'
import type { Cast } from './rotation.ts'

// Somebody may have seen a person's PIN and used their key: a key rotation with the shipped keeper and a real server.
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

const elsewhere = async (of: Person, key = of.key) => {
  const desk = newPerson(nodeDesk(), key)
  await desk.ask['server.trust']({ address: stack.origin }, '')
  return desk
}
const stale = async (by: Person) => {
  const { own, shared, direct, team } = cast
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

test('a rotation to new keys and a new PIN: the vault stays open, the old PIN opens nothing, the new one everything', async () => {
  const { agent, own, shared, direct } = cast
  await rotate(agent)
  expect(await statusView(agent.keeper)).toMatchObject({ state: 'unlocked', connection: { state: 'live' } })
  for (const folder of [own, shared, direct]) expect(await passwordOf(agent, folder)).toBe('Brume-81')
  expect([await opens(PIN, agent), await opens(NEW, agent)]).toEqual(['wrong-pin', 'opens'])
  const fresh = await elsewhere(agent)
  expect(await opens(NEW, fresh)).toBe('opens')
  for (const folder of [own, shared, direct]) expect(await passwordOf(fresh, folder)).toBe('Brume-81')
  expect(await statusView(fresh.keeper)).toMatchObject({ state: 'unlocked', warnings: [{ kind: 'stale' }] })
})

test('P7 S10: folders that the person manages are re-keyed in the same entry; the others wait for their managers and then work', async () => {
  const { agent, own, shared } = cast
  const before = lengthOf(need(agent.keeper.open).vault.chain)
  await rotate(agent)
  expect(lengthOf(need(agent.keeper.open).vault.chain)).toBe(before + 1)
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

test('P7: the old seed opens nothing that is written afterwards', async () => {
  const { agent, own, shared, direct } = cast
  const old = need(agent.keeper.open).vault
  const [receive, generation] = [old.keys.receive, 2]
  const copy = { ...old, keys: { ...old.keys, receive: await receiveKeysFrom(need(receive.secrets[0])) } }
  await rotate(agent)
  await refresh(owner)
  await refresh(owner)
  await refresh(agent)
  const now = need(agent.keeper.open).vault
  for (const folder of [own, shared, direct]) expect(now.folderKeys.get(folder)?.has(generation)).toBe(true)
  const { openKeys } = await import('../../extension/keeper/vault/keyring.ts')
  const thief = { ...copy, chain: now.chain, teamSeeds: new Map(), folderKeys: new Map(), wraps: new Map() }
  await openKeys(thief, now.wraps.values())
  for (const folder of [own, shared, direct]) expect(thief.folderKeys.get(folder)?.has(generation) ?? false).toBe(false)
})

test('every other key of the person is revoked and every other desk locks; a key registered again unlocks', async () => {
  const { agent, shared } = cast
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

test('P2: a wrong old PIN changes nothing and costs a try, and the old PIN is not accepted as the new one', async () => {
  const { agent } = cast
  await expect(rotate(agent, 'pin-8x4k')).rejects.toMatchObject({ code: 'wrong-pin', triesLeft: 9 })
  await expect(rotate(agent, PIN, PIN)).rejects.toMatchObject({ code: 'same-pin' })
  expect([await opens(NEW, agent), await opens(PIN, agent)]).toEqual(['wrong-pin', 'opens'])
})

test('the review lists which keys are revoked, what is re-keyed at once and what waits, and changes nothing', async () => {
  const { agent } = cast
  const before = lengthOf(need(agent.keeper.open).vault.chain)
  const seen = await agent.ask['rotate.review'](null, '')
  expect(seen).toMatchObject({ otherKeys: [], now: { teams: 0, folders: 1 }, waits: { teams: 1, folders: 2 } })
  expect([...seen.waits.names].sort()).toEqual(['Assurance', 'Banque', 'Nord'])
  await refresh(owner)
  expect(lengthOf(need(owner.keeper.open).vault.chain)).toBe(before)
})

test('when another entry comes first, the rotation is checked and signed again', async () => {
  const { agent } = cast
  let raced = false
  restore = between(agent, async ({ path }, pass) => {
    if (path === '/api/keys/rotate' && !raced) {
      raced = true
      await newFolder(owner, 'Entretemps')
    }
    return pass()
  })
  await rotate(agent)
  expect([await opens(PIN, agent), await opens(NEW, agent)]).toEqual(['wrong-pin', 'opens'])
})

test('sites for which the person wants no offers stay so after the rotation', async () => {
  const { agent } = cast
  const site = 'https://guichet.example'
  await neverOffer(need(agent.keeper.open), site)
  await rotate(agent)
  expect(await isQuiet(need(agent.keeper.open), site)).toBe(true)
  await agent.ask['offer.again']({ origin: site }, '')
  expect(await isQuiet(need(agent.keeper.open), site)).toBe(false)
})

test('P10: under the old cache key only the newest seal’s revision stays on the desk; everything else is under the new one', async () => {
  const { agent } = cast
  await refresh(agent)
  const before = [...agent.desk.kept.blobs.keys()]
  const { org, me, keys } = need(agent.keeper.open).vault
  const seals = await blobName(
    { org, me, keys: { cache: new Uint8Array(keys.cache) as typeof keys.cache } },
    'seals',
    '',
  )
  await rotate(agent)
  const after = [...agent.desk.kept.blobs.keys()]
  expect(before.length).toBeGreaterThan(3)
  expect(after.filter((name) => before.includes(name))).toEqual([seals])
  expect(after.length).toBeLessThanOrEqual(before.length + 1)
})

test('P10: after the lock neither old nor new keys are left in the keeper’s register', async () => {
  const { agent } = cast
  await rotate(agent)
  const keys = agent.keeper.register.all()
  await agent.keeper.lockNow('button')
  expect(keys.filter((key) => key.some((byte) => byte !== 0))).toEqual([])
})

test('a receipt signed with old keys does not break the exported ledger', async () => {
  const { agent } = cast
  await refresh(agent)
  await refresh(owner)
  await rotate(agent)
  await refresh(owner)
  const { content } = await owner.ask['ledger.export'](null, '')
  const verified = await verifyExport(readExport(content))
  expect(lengthOf(verified.chain)).toBe(lengthOf(need(owner.keeper.open).vault.chain))
})

test('the first owner rotates too: they can re-key everything, and nothing waits', async () => {
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
