import { afterAll, beforeAll, expect, test } from 'vitest'
import { blobName } from '../../extension/keeper/vault/cache.ts'
import { newItemId } from '../../shared/bytes/ids.ts'
import type { FetchReply, LedgerReply } from '../../shared/protocol/sync.ts'
import { fieldsOf, need } from '../headless/org.ts'
import { newPerson, refresh, sign } from '../headless/person.ts'
import { all, bend, replaying, warp } from './attacks.ts'
import { refusedAsLedger, refusedFolder } from './both.ts'
import { inJournal } from './forge.ts'
import { freshUnderAttack, underAttack } from './oracle.ts'
import type { Attack, Exchange } from './proxy.ts'
import { newWorld } from './world.ts'
import type { World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
  // The newest entry is one that a desk could work without.
  await sign(world.owner, { do: 'rename-folder', folder: world.assurance, name: 'canary-of-lately' })
})
afterAll(() => world.close())

type Journal = FetchReply['journals'][number]
const journal = (change: (journal: Journal) => Journal): Attack =>
  bend('fetch', (reply) => inJournal(reply, world.banque, change))
const said = (change: (sequence: number) => number | null): Attack =>
  bend('ledger', (reply) => ({ ...reply, journals: reply.journals.flatMap((one) => lengthOf(one, change)) }))
const lengthOf = (one: LedgerReply['journals'][number], change: (sequence: number) => number | null) => {
  const sequence = one.folder === world.banque ? change(one.sequence) : one.sequence
  return sequence === null ? [] : [{ ...one, sequence }]
}
const swapped = <T>(list: T[]): T[] => [...list.slice(0, -2), ...list.slice(-2).reverse()]

test('with an honest server everything is there, on a new desk too', async () => {
  expect(await freshUnderAttack(world, world.agent, (_, pass) => pass())).toMatchObject({ missing: [], told: [] })
})

test.each<[string, (journal: Journal) => Journal, string]>([
  ['dropped at the start', (one) => ({ ...one, entries: one.entries.slice(1) }), 'wrong-sequence'],
  ['dropped at the end, though announced', (one) => ({ ...one, entries: one.entries.slice(0, -1) }), 'entry-missing'],
  ['served twice', (one) => ({ ...one, entries: one.entries.flatMap((each) => [each, each]) }), 'wrong-sequence'],
  ['out of order', (one) => ({ ...one, entries: swapped(one.entries) }), 'wrong-sequence'],
  ['without its parts', (one) => ({ ...one, parts: [] }), 'part-missing'],
])('S7 P5: a journal with an entry %s refuses the folder on a new desk', async (_, change, code) => {
  const seen = await freshUnderAttack(world, world.agent, journal(change))
  expect(seen.told).toEqual([`tampered-folder:${code}`])
})

test.each<[string, (sequence: number) => number | null]>([
  ['shorter', (sequence) => sequence - 1],
  ['empty', () => 0],
  ['not there', () => null],
])('S7 P5: a journal said to be %s refuses the folder on the desk that has seen more', async (_, change) => {
  await refresh(world.agent)
  const seen = await underAttack(world, world.agent, said(change))
  expect(seen.told).toEqual(['tampered-folder:rolled-back'])
})

test('S7 P5: a team whose key is held back from a new desk stands without its name, and the person is told', async () => {
  const { owner, top } = world
  const team = need((await sign(owner, { do: 'create-team', name: 'canary-of-nobody-else', home: top })).team)
  const rosa = await world.hire('Rosa', 'member', [team])
  const keyless = bend('fetch', (reply) => ({ ...reply, wraps: reply.wraps.filter(({ id }) => id !== team) }))
  const { told, missing } = await freshUnderAttack(world, rosa, keyless)
  expect(told).toEqual(['tampered-names'])
  expect(missing).toEqual([JSON.stringify(['name', team, 'canary-of-nobody-else'])])
})

test('S7 P5: an item that was deleted comes back on no desk that saw it go, though the old journal is served whole', async () => {
  const { item } = await world.save(world.banque, 'éphémère', newItemId())
  await refresh(world.agent)
  const old = await recorded(() => freshUnderAttack(world, world.agent, (_, pass) => pass()))
  await world.owner.ask['item.delete']({ folder: world.banque, item, base: 1 }, '')
  await refresh(world.agent)
  // The earlier length of the journal, and the answer to the fetch of that time.
  const attack = all(
    said((sequence) => sequence - 1),
    replaying('fetch', old('fetch')),
  )
  const seen = await underAttack(world, world.agent, attack)
  expect(seen.told).toEqual(['tampered-folder:rolled-back'])
  expect([...seen.claims].filter((one) => one.includes(item))).toEqual([])
})

test('S7 P5: an item’s earlier revision is not taken for its newest', async () => {
  const { item } = await world.save(world.banque, 'changeant', newItemId())
  const old = await recorded(() => freshUnderAttack(world, world.agent, (_, pass) => pass()))
  const fields = fieldsOf('changeant', 'Marée-17')
  await world.owner.ask['item.save']({ folder: world.banque, item, base: 1, fields }, '')
  const parts = need((JSON.parse(String(old('fetch').answer.body)) as FetchReply).journals.find(isBanque)).parts
  const attack = journal((one) => ({ ...one, parts: [...one.parts.filter((part) => part.item !== item), ...parts] }))
  expect((await freshUnderAttack(world, world.agent, attack)).told).toEqual(['tampered-folder:part-missing'])
})
const isBanque = ({ folder }: { folder: string }) => folder === world.banque

/** The last exchange of each kind that this action made, to be replayed. */
async function recorded(deed: () => Promise<unknown>): Promise<(endpoint: string) => Exchange> {
  const mark = world.proxy.log.length
  await deed()
  const made = world.proxy.log.slice(mark)
  return (endpoint) => need(made.filter(({ sent }) => sent.endpoint === endpoint).at(-1))
}

test('S7 P5: a new desk sees that a journal ends before the cut that the ledger tells of', async () => {
  const paul = await world.hire('Paul')
  const to = { kind: 'member' as const, id: paul.member }
  await sign(world.owner, { do: 'grant', folder: world.banque, to, level: 'edit' })
  await world.save(world.banque, 'avant')
  await sign(world.owner, { do: 'revoke', folder: world.banque, to })
  const attack = all(
    said((sequence) => sequence - 1),
    journal((one) => ({ ...one, entries: one.entries.slice(0, -1) })),
  )
  expect((await freshUnderAttack(world, world.agent, attack)).told).toEqual(['tampered-folder:shortened'])
})

test('S7 P5: a worker that wakes takes no folder from its desk that ends before the cut that the ledger tells of', async () => {
  const nina = await world.hire('Nina')
  const to = { kind: 'member' as const, id: nina.member }
  await sign(world.owner, { do: 'grant', folder: world.banque, to, level: 'edit' })
  await refresh(world.agent)
  const { desk, key, keeper } = world.agent
  const name = await blobName(keeper.needOpen().vault, 'shelf', world.banque)
  const old = need(desk.kept.blobs.get(name))
  await world.save(world.banque, 'depuis')
  await sign(world.owner, { do: 'revoke', folder: world.banque, to })
  await refresh(world.agent)
  const shelvesOf = async () => {
    const woken = newPerson(desk, key)
    await woken.keeper.look(() => Promise.resolve())
    return woken.keeper.needOpen().vault.shelves
  }
  expect((await shelvesOf()).has(world.banque)).toBe(true)
  const newest = need(desk.kept.blobs.get(name))
  desk.kept.blobs.set(name, old)
  expect((await shelvesOf()).has(world.banque)).toBe(false)
  desk.kept.blobs.set(name, newest)
})

test('S7 P5: a ledger said to be shorter changes nothing, and the person is told', async () => {
  await refresh(world.agent)
  const shorter = (by: number) =>
    bend('ledger', (reply) => ({ ...reply, head: { ...reply.head, sequence: reply.head.sequence - by } }))
  for (const by of [1, 5])
    expect((await underAttack(world, world.agent, shorter(by))).told).toEqual(['tampered-ledger:rolled-back'])
})

test.each<[string, (entries: string[]) => string[]]>([
  ['dropped in the middle', (all) => [...all.slice(0, 4), ...all.slice(5)]],
  ['served twice', (all) => [...all, need(all.at(-1))]],
  ['out of order', (all) => swapped(all)],
  ['dropped at the end', (all) => all.slice(0, -1)],
  ['dropped at the start', (all) => all.slice(1)],
])('S7 P4 P5: a ledger with an entry %s is believed by no new desk', async (_, change) => {
  const attack = bend('ledger', (reply) => ({ ...reply, entries: change(reply.entries) }))
  const seen = await freshUnderAttack(world, world.agent, attack)
  expect([seen.code, [...seen.claims]]).toEqual(['tampered-ledger', []])
})

test.each<[string, (bytes: Buffer) => Buffer]>([
  ['are cut off within one', (bytes) => bytes.subarray(0, -1)],
  ['have a byte left over', (bytes) => Buffer.concat([bytes, Buffer.alloc(1)])],
  ['say a length past their end', (bytes) => Buffer.concat([Buffer.alloc(1, 1), bytes.subarray(1)])],
])('S7 P4: a ledger whose entries %s is no reply, to no desk', async (_, change) => {
  const bent = (text: string) => change(Buffer.from(text, 'base64url')).toString('base64url')
  const attack = warp('ledger', ({ entries, ...reply }: LedgerReply) => ({ ...reply, entries: bent(entries) }))
  const seen = await freshUnderAttack(world, world.agent, attack)
  expect([seen.code, [...seen.claims]]).toEqual(['bad-reply', []])
})

test('S7 P5: the old head with the new entries, or the new head with no entries, is refused', async () => {
  const { agent, owner } = world
  await refresh(agent)
  const old = world.proxy.log.filter(({ sent }) => sent.endpoint === 'ledger').at(-1)
  const { head } = JSON.parse(String(old?.answer.body)) as LedgerReply
  await sign(owner, { do: 'rename-folder', folder: world.assurance, name: 'canary-of-australe' })
  const kept = await underAttack(
    world,
    agent,
    bend('ledger', (reply) => ({ ...reply, head })),
  )
  expect(kept.told).toEqual(['tampered-ledger:tampered-ledger'])
  await sign(owner, { do: 'rename-folder', folder: world.assurance, name: 'canary-of-boréale' })
  const empty = await underAttack(
    world,
    agent,
    bend('ledger', (reply) => ({ ...reply, entries: [] })),
  )
  expect(empty.told).toEqual(['tampered-ledger:tampered-ledger'])
  await refusedAsLedger(
    world,
    agent,
    bend('ledger', (reply) => ({ ...reply, entries: [], more: true, head: { ...reply.head, sequence: 99 } })),
  )
})

test('S7: what is withheld changes nothing that was known: the head that is shown tells how old it is', async () => {
  const { agent, owner } = world
  await refresh(agent)
  const old = await recorded(() => refresh(agent))
  await sign(owner, { do: 'rename-folder', folder: world.assurance, name: 'canary-of-encore' })
  await world.save(world.banque, 'nouveau')
  const seen = await underAttack(world, agent, replaying('ledger', old('ledger')), () => refresh(agent), {
    withheld: true,
  })
  expect([seen.told, seen.missing.some((one) => one.startsWith('["head"'))]).toEqual([[], true])
})

test('S7 P5: the folder that is lied about is refused alone, and the truth brings it back', async () => {
  await refusedFolder(
    world,
    world.agent,
    world.banque,
    all(
      said((sequence) => sequence + 3),
      journal((one) => one),
    ),
    'entry-missing',
  )
})
