import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fetchReply } from '../../shared/protocol/sync.ts'
import type { FetchReply } from '../../shared/protocol/sync.ts'
import { fieldsOf } from '../headless/org.ts'
import { sign } from '../headless/person.ts'
import { all, bend, warp } from './attacks.ts'
import { generationsOf, ledgerOf } from './honest.ts'
import { freshUnderAttack } from './oracle.ts'
import type { Attack } from './proxy.ts'
import { sealedIn } from './sealed.ts'
import { newWorld } from './world.ts'
import type { World } from './world.ts'

// Ciphertexts of another org, of an earlier revision or generation, truncated or missing, each in place of the true one.
let world: World
let old: FetchReply
let now: FetchReply
beforeAll(async () => {
  world = await newWorld()
  old = await servedTo(world)
  const { banque, owner, items } = world
  // A second revision of item and name, and a second generation of the key.
  const to = { kind: 'member' as const, id: (await world.hire('Paul')).member }
  await sign(owner, { do: 'grant', folder: banque, to, level: 'read' })
  await sign(owner, { do: 'revoke', folder: banque, to })
  await sign(owner, { do: 'rename-folder', folder: banque, name: 'canary-of-another-name' })
  const fields = fieldsOf('canary-portail-two')
  await owner.ask['item.save']({ folder: banque, item: items.portail, base: 1, fields }, '')
  now = await servedTo(world)
})
afterAll(() => world.close())
beforeEach(() => {
  expect(generationsOf(ledgerOf(world.witness), 'folder', world.banque)).toHaveLength(2)
})

/** What an honest server sends to a new desk of Inès. */
async function servedTo(of: World): Promise<FetchReply> {
  const mark = of.proxy.log.length
  await freshUnderAttack(of, of.agent, (_, pass) => pass())
  const replies = of.proxy.log.slice(mark).filter(({ sent }) => sent.endpoint === 'fetch')
  expect(replies).toHaveLength(1)
  return fetchReply.parse(JSON.parse(String(replies[0]?.answer.body)))
}

const ofBanque = (reply: FetchReply) => reply.journals.find(({ folder }) => folder === world.banque)?.parts ?? []

test('S5 P5: a name of an earlier revision is not taken for the newest', async () => {
  const attack = bend('fetch', (reply) => ({
    ...reply,
    descriptions: reply.descriptions.map((one) => old.descriptions.find(({ id }) => id === one.id) ?? one),
  }))
  expect((await freshUnderAttack(world, world.agent, attack)).told).toEqual(['tampered-folder:wrong-name'])
})

test.each(['overview', 'secret', 'both'])(
  'S5 P5: the %s of an earlier revision, beside the newest journal, is not taken for the newest',
  async (which) => {
    const attack = bend('fetch', (reply) => ({
      ...reply,
      journals: reply.journals.map((one) => ({
        ...one,
        parts: one.parts.map((part) => {
          if (part.item !== world.items.portail || (which !== 'both' && part.part !== which)) return part
          const before = ofBanque(old).find((other) => other.item === part.item && other.part === part.part)
          return { ...part, sealed: before?.sealed ?? '' }
        }),
      })),
    }))
    // A refused journal counts as empty, and a ledger with a cut requires more than an empty one.
    expect((await freshUnderAttack(world, world.agent, attack)).told).toEqual(['tampered-folder:shortened'])
  },
)

test('S5 P4: the key of an earlier generation is not taken for the newest, nor the newest for the earlier', async () => {
  const isOf = (generation: number) => (one: FetchReply['wraps'][number]) =>
    one.id === world.banque && one.generation === generation && one.to.kind === 'team'
  const [first, second] = [old.wraps.find(isOf(1))?.sealed ?? '', now.wraps.find(isOf(2))?.sealed ?? '']
  expect(first).not.toEqual(second)
  const chain = now.wraps.find((one) => one.id === world.banque && one.to.kind === 'previous')?.sealed ?? ''
  for (const [newest, previous] of [
    [first, chain],
    [second, first],
    [chain, second],
  ] as const) {
    const attack = bend('fetch', (reply) => ({
      ...reply,
      wraps: reply.wraps.map((one) => {
        if (one.id !== world.banque) return one
        return one.to.kind === 'previous' ? { ...one, sealed: previous } : { ...one, sealed: newest }
      }),
    }))
    const seen = await freshUnderAttack(world, world.agent, attack)
    expect([
      seen.told,
      [...seen.claims].filter((one) => one.includes('"secret"') && one.includes(world.banque)),
    ]).toEqual([['tampered-folder:no-key'], []])
  }
})

/** Replaces every ciphertext of one kind; with what the person reads when all of them fail. */
const kinds: [string, string[]][] = [
  ['wrap {"', ['tampered-folder:no-key', 'tampered-folder:no-key']],
  ['folder ', ['tampered-folder:wrong-name', 'tampered-folder:wrong-name']],
  ['team ', ['tampered-names']],
  ['overview ', ['tampered-folder:shortened', 'tampered-folder:part-missing']],
  ['secret ', ['tampered-folder:shortened', 'tampered-folder:part-missing']],
]
const kindOf = (name: string) => kinds.findIndex(([kind]) => name.replace('wrap [', 'wrap {').startsWith(kind))
const replacing = (kind: number, change: (blob: string) => string): Attack =>
  bend('fetch', (reply) => {
    const copy = structuredClone(reply)
    for (const one of sealedIn(copy)) if (kindOf(one.name) === kind) one.set(change(one.get()))
    return copy
  })

test('S5 P5: what was sealed in another org opens here in no place, kind for kind', async () => {
  const other = await newWorld()
  const theirs = sealedIn(await servedTo(other))
  for (const [kind, [, told]] of kinds.entries()) {
    const blobs = theirs.filter(({ name }) => kindOf(name) === kind).map((one) => one.get())
    expect(blobs.length).toBeGreaterThan(0)
    let at = 0
    const seen = await freshUnderAttack(
      world,
      world.agent,
      replacing(kind, () => blobs[at++ % blobs.length] ?? ''),
    )
    expect([kind, seen.told.filter((one) => one !== 'tampered-names' || kind === 2).sort()]).toEqual([
      kind,
      [...told].sort(),
    ])
  }
  await other.close()
})

test('S5 S12 P5: no ciphertext that is cut short opens, however little is left of it, and none is taken for nothing', async () => {
  for (const [kind, [, told]] of kinds.entries())
    for (const left of [1, 12, 13, 28, 29, -16, -1]) {
      const short = (blob: string) => Buffer.from(blob, 'base64url').subarray(0, left).toString('base64url')
      const seen = await freshUnderAttack(world, world.agent, replacing(kind, short))
      expect([kind, left, seen.told.filter((one) => one !== 'tampered-names' || kind === 2).sort()]).toEqual([
        kind,
        left,
        [...told].sort(),
      ])
    }
})

test.each([null, '', 0, false, {}, []].map((value) => [value]))(
  'S5 S12 P6: a ciphertext that is %j is no answer: nothing of it is believed',
  async (nothing) => {
    for (const kind of kinds.keys()) {
      const attack = warp('fetch', (reply: FetchReply) => {
        for (const one of sealedIn(reply)) if (kindOf(one.name) === kind) one.set(nothing as never)
        return reply
      })
      const seen = await freshUnderAttack(world, world.agent, all(attack))
      expect([kind, seen.told, seen.code, [...seen.claims]]).toEqual([kind, ['refused'], 'bad-reply', []])
    }
  },
)
