import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newItemId } from '../../shared/bytes/ids.ts'
import { fieldsOf } from '../headless/org.ts'
import { look, refresh, sign } from '../headless/person.ts'
import { operations, struck } from './mutations.ts'
import type { Mutation } from './mutations.ts'
import { underAttack } from './oracle.ts'
import { openWith, sessionOf } from './player.ts'
import type { Player } from './player.ts'
import type { Attack } from './proxy.ts'
import { isWhole, seed } from '../../shared/testing/whole.ts'
import { PIN, newWorld } from './world.ts'
import type { World } from './world.ts'

// A fuzzer: a random mutation at a random place in a random endpoint's answer. CLOISON_SEED repeats a run.
let world: World
beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())

const runs = isWhole ? 5_000 : 60
/** Each run makes the ledger longer, and every new desk reads all of it: after this many runs a new org is made. */
const LIFE = 100

const mutation: fc.Arbitrary<Mutation> = fc.record({
  operation: fc.constantFrom(...operations),
  place: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  other: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
})
/** `answer`: the index of the answer to change; every endpoint gets its turn, including new ones. */
const lie = fc.record({ answer: fc.nat(7), mutations: fc.array(mutation, { minLength: 1, maxLength: 3 }) })

type Deed = { what: string; who(): Promise<Player>; deed(player: Player): Promise<unknown> }
const deeds: Deed[] = [
  {
    what: 'a new desk opens',
    who: () => world.desk(world.agent, true),
    deed: (player) => openWith(player, sessionOr(player)),
  },
  {
    what: 'a new desk unlocks',
    who: () => world.desk(world.agent, true),
    deed: async (player) => openWith(player, await sessionOf(player, world.proxy.origin, world.org, PIN)),
  },
  {
    what: 'an owner’s new desk opens',
    who: () => world.desk(world.owner, true),
    deed: (player) => openWith(player, sessionOr(player)),
  },
  { what: 'a desk syncs', who: known, deed: (player) => refresh(player) },
  {
    what: 'an owner saves',
    who: known,
    deed: (player) =>
      player.ask['item.save'](
        { folder: world.banque, item: newItemId(), base: null, fields: fieldsOf('canary-neuf') },
        '',
      ),
  },
  {
    // One entry for each act, so that there is exactly one state before and one after it.
    what: 'an owner grants, or takes back what was granted',
    who: known,
    deed: async (player) => {
      const to = { kind: 'member' as const, id: world.agent.member }
      const grants = (await look(player)).folders.find(({ folder }) => folder === world.top)?.grants ?? []
      const has = grants.some((one) => one.to.id === to.id)
      await sign(
        player,
        has ? { do: 'revoke', folder: world.top, to } : { do: 'grant', folder: world.top, to, level: 'read' },
      )
    },
  },
]
const sessionOr = ({ session }: Player) => {
  if (session === null) throw new Error('never unlocked')
  return session
}
/** A desk of the owner that has seen the truth; a new one each time, so that lies do not build on each other. */
async function known(): Promise<Player> {
  const player = await world.desk(world.owner, true)
  await openWith(player, sessionOr(player))
  return player
}

test(`S5 S6 S7 S12: whatever is done to whatever answer, the oracle holds (seed ${String(seed)})`, async () => {
  let tries = world.server.sql()
  let felt = 0
  let run = 0
  const property = fc.asyncProperty(
    fc.constantFrom(...deeds),
    fc.array(lie, { minLength: 1, maxLength: 2 }),
    async (one, lies) => {
      run += 1
      if (run % LIFE === 0) {
        await tries.end()
        await world.close()
        world = await newWorld()
        tries = world.server.sql()
      }
      await tries`update credentials set tries = 10`
      const player = await one.who()
      let changed = false
      let answers = -1
      const attack: Attack = async (_, pass) => {
        const answer = await pass()
        if (answer.status !== 200 || answer.body.length === 0) return answer
        answers += 1
        const here = lies.filter((one) => one.answer === answers)
        if (here.length === 0) return answer
        const bent = struck(
          String(answer.body),
          here.flatMap(({ mutations }) => mutations),
        )
        changed ||= bent !== String(answer.body)
        return { ...answer, body: Buffer.from(bent) }
      }
      await underAttack(world, player, attack, () => one.deed(player), { withheld: true, landed: true, heals: false })
      if (changed) felt += 1
      await refresh(world.owner)
    },
  )
  await fc.assert(property, { seed, numRuns: runs, endOnFailure: !isWhole })
  await tries.end()
  // Some of the lies must have reached a client: a fuzzer that changes nothing proves nothing.
  expect(felt).toBeGreaterThan(runs / 8)
})
