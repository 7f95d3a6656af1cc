import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FetchReply } from '../../shared/protocol/sync.ts'
import { fetchReply } from '../../shared/protocol/sync.ts'
import { bend, flipped } from './attacks.ts'
import { inJournal } from './forge.ts'
import { ledgerOf } from './honest.ts'
import { isWhole } from '../../shared/testing/whole.ts'
import { sealedIn } from './sealed.ts'
import { openWith, sessionOf } from './player.ts'
import { freshUnderAttack, trace, underAttack } from './oracle.ts'
import { PIN, newWorld } from './world.ts'
import type { World } from './world.ts'

let world: World
let honest: FetchReply
beforeAll(async () => {
  world = await newWorld()
  await world.save(world.banque, 'canary-espace')
  honest = await servedTo(world)
})
afterAll(() => world.close())

/** What an honest server sends to a new desk of Inès. */
async function servedTo(of: World): Promise<FetchReply> {
  await freshUnderAttack(of, of.agent, (_, pass) => pass())
  const last = of.proxy.log.filter(({ sent }) => sent.endpoint === 'fetch').at(-1)
  return fetchReply.parse(JSON.parse(String(last?.answer.body)))
}

const bytesOf = (blob: string) => Buffer.from(blob, 'base64url').length
const everyByte = (blob: string) => Array.from({ length: bytesOf(blob) }, (_, at) => flipped(blob, at, 1 << (at % 8)))
const same = (one: object) => (other: object) => JSON.stringify(one) === JSON.stringify(other)

test.each(['overview', 'secret'] as const)(
  'S5 P5: no sealed %s with one byte turned, whichever, is taken for the true one',
  async (part) => {
    const attack = bend('fetch', (reply) =>
      inJournal(reply, world.banque, (journal) => ({
        ...journal,
        parts: journal.parts.flatMap((one) =>
          one.item !== world.items.portail || one.part !== part
            ? [one]
            : everyByte(one.sealed).map((sealed) => ({ ...one, sealed })),
        ),
      })),
    )
    expect((await freshUnderAttack(world, world.agent, attack)).told).toEqual(['tampered-folder:part-missing'])
  },
)

test('S5 P4: no wrap with one byte turned, whichever, opens', async () => {
  // Wraps to the parent folder are for others: nobody here could open them, true or not.
  for (const wrap of honest.wraps.filter(({ to }) => to.kind !== 'folder').slice(0, isWhole ? 100 : 2)) {
    const attack = bend('fetch', (reply) => ({
      ...reply,
      wraps: reply.wraps.flatMap((one) =>
        same(one)(wrap)
          ? everyByte(one.sealed).flatMap((sealed, at) => (isWhole || at % 8 === 0 ? [{ ...one, sealed }] : []))
          : [one],
      ),
    }))
    const { told } = await freshUnderAttack(world, world.agent, attack)
    expect(told.filter((one) => one !== 'tampered-names')).toContain('tampered-folder:no-key')
  }
})

test('S5 P5: no description with one byte turned, whichever, gives a name', async () => {
  const attack = bend('fetch', (reply) => ({
    ...reply,
    descriptions: reply.descriptions.flatMap((one): FetchReply['descriptions'] => {
      const [sealed, under] = [everyByte(one.sealed), one.kind === 'team' ? everyByte(one.sealedUnderTeam) : []]
      if (one.kind === 'folder') return sealed.map((each) => ({ ...one, sealed: each }))
      return [
        ...sealed.map((each) => ({ ...one, sealed: each })),
        ...under.map((each) => ({ ...one, sealedUnderTeam: each })),
      ]
    }),
  }))
  const seen = await freshUnderAttack(world, world.agent, attack)
  expect([...seen.claims].filter((one) => one.startsWith('["name"'))).toEqual([])
  expect(seen.told).toEqual(['tampered-names', 'tampered-folder:wrong-name', 'tampered-folder:wrong-name'])
})

test('S5 P4: no ledger entry with one byte turned, whichever, is believed, and the wire looks the same each time', async () => {
  const wires = new Set<string>()
  const length = ledgerOf(world.agent).head.sequence
  for (let entry = 0; entry < (isWhole ? length : 2); entry += 1) {
    let size = 1
    for (let at = 0; at < size; at += isWhole ? 1 : 17) {
      const attack = frozenLedger((entries) =>
        entries.map((one, place) => {
          if (place !== entry) return one
          size = bytesOf(one)
          return flipped(one, at, 1 << (at % 8))
        }),
      )
      const seen = await freshUnderAttack(world, world.agent, attack, { truth: new Set() })
      expect([entry, at, seen.code]).toEqual([entry, at, 'tampered-ledger'])
      wires.add(trace(seen.exchanges).join('\n'))
    }
  }
  expect(wires.size).toBe(1)
})
const frozenLedger = (change: (entries: string[]) => string[]) =>
  bend('ledger', (reply) => ({ ...reply, entries: change(reply.entries) }))

test('S5 P5: no journal entry with one byte turned, whichever, is believed', async () => {
  const wires = new Set<string>()
  const known = honest.journals.find(({ folder }) => folder === world.banque)
  for (const [entry, blob] of (known?.entries ?? []).slice(isWhole ? 0 : -1).entries())
    for (let at = 0; at < bytesOf(blob); at += isWhole ? 1 : 41) {
      const attack = bend('fetch', (reply) =>
        inJournal(reply, world.banque, (journal) => ({
          ...journal,
          entries: journal.entries.map((one) => (one === blob ? flipped(one, at, 1 << (at % 8)) : one)),
        })),
      )
      const seen = await freshUnderAttack(world, world.agent, attack, { heals: false })
      expect(seen.told).toHaveLength(1)
      expect([entry, at, seen.told[0]]).toEqual([entry, at, expect.stringMatching(/^tampered-folder:/)])
      wires.add(trace(seen.exchanges).join('\n'))
    }
  expect(wires.size).toBe(1)
})

test('S5 P2: no sealed seed with one byte turned, whichever, opens; each is told as a wrong PIN or as the server’s fault', async () => {
  const session = await sessionOf(world.agent, world.proxy.origin, world.org, PIN)
  const size = bytesOf(
    JSON.parse(String(world.proxy.log.filter(({ sent }) => sent.endpoint === 'evaluate').at(-1)?.answer.body))
      .sealedSeed,
  )
  const sql = world.server.sql()
  // In the short run some bytes of each piece: tag, version, nonce, ciphertext.
  const some = Array.from({ length: size }, (_, at) => at).filter((at) => isWhole || at % 11 === 0 || at === 32)
  for (const at of some) {
    await sql`update credentials set tries = 10`
    const attack = bend('evaluate', (reply) => ({ ...reply, sealedSeed: flipped(reply.sealedSeed, at, 1 << (at % 8)) }))
    const desk = await world.desk(world.agent, true)
    const seen = await underAttack(
      world,
      desk,
      attack,
      async () => openWith(desk, await sessionOf(desk, world.proxy.origin, world.org, PIN)),
      { truth: new Set() },
    )
    expect([at, seen.code]).toEqual([at, at < 32 ? 'wrong-pin' : at === 32 ? 'unknown-version' : 'cannot-open'])
    expect(seen.exchanges.map(({ sent }) => sent.endpoint)).toEqual(['nonce', 'evaluate'])
  }
  await sql.end()
  expect(session.member).toBe(world.agent.member)
})

test('S5 P5: of all sealed things that a desk is served, no two can change places', async () => {
  const all = sealedIn(honest).filter(
    ({ name }) => !name.includes('"folder","id"') && !name.includes('{"kind":"folder"'),
  )
  const pairs = all.flatMap((one, i) => all.slice(i + 1).map((other) => [one, other] as const))
  expect(pairs.length).toBeGreaterThan(100)
  const few = pairs.filter((_, at) => isWhole || at % Math.ceil(pairs.length / 25) === 0)
  let noticed = 0
  for (const [one, other] of few) {
    const attack = bend('fetch', (reply) => {
      const copy = structuredClone(reply)
      const [here, there] = [sealedIn(copy), sealedIn(copy)]
      const at = here.find(({ name }) => name === one.name)
      const to = there.find(({ name }) => name === other.name)
      if (at === undefined || to === undefined) return reply
      const [a, b] = [at.get(), to.get()]
      at.set(b)
      to.set(a)
      return copy
    })
    const seen = await freshUnderAttack(world, world.agent, attack)
    // Parts of one folder are found by their hash: their position in a reply does not matter, and nothing is missing.
    expect([one.name, other.name, seen.told.length > 0 || seen.missing.length === 0]).toEqual([
      one.name,
      other.name,
      true,
    ])
    noticed += seen.told.length > 0 ? 1 : 0
  }
  expect(noticed).toBeGreaterThan(few.length / 2)
})

test('S5 P5: the overviews of two items that change places in a reply are each still their own item’s', async () => {
  const { portail, extranet } = world.items
  const attack = bend('fetch', (reply) =>
    inJournal(reply, world.banque, (journal) => {
      const sealed = (item: string) =>
        journal.parts.find((one) => one.part === 'overview' && one.item === item)?.sealed ?? ''
      const other = new Map([
        [portail, sealed(extranet)],
        [extranet, sealed(portail)],
      ])
      return {
        ...journal,
        parts: journal.parts.map((one) =>
          one.part === 'overview' ? { ...one, sealed: other.get(one.item) ?? one.sealed } : one,
        ),
      }
    }),
  )
  const seen = await freshUnderAttack(world, world.agent, attack)
  expect([seen.told, seen.missing]).toEqual([[], []])
})

test('S5 P5: a part, a name or a key of an earlier revision or generation is not taken for the newest', async () => {
  await world.owner.ask['act.sign']({ do: 'rename-folder', folder: world.banque, name: 'canary-of-another-name' }, '')
  const attack = bend('fetch', (reply) => ({
    ...reply,
    descriptions: reply.descriptions.map((one) => honest.descriptions.find(({ id }) => id === one.id) ?? one),
  }))
  expect((await freshUnderAttack(world, world.agent, attack)).told).toEqual(['tampered-folder:wrong-name'])
})
