import { expect } from 'vitest'
import { refresh, sign } from '../headless/person.ts'
import { all } from './attacks.ts'
import { deeds } from './deeds.ts'
import type { Full } from './deeds.ts'
import { liesFor, someOf } from './lies.ts'
import { underAttack } from './oracle.ts'
import type { Player } from './player.ts'
import type { Exchange } from './proxy.ts'
import { newWorld } from './world.ts'
import { firstPolicy } from '../../shared/ledger/replay/owners.ts'

/** Two orgs whose every folder, person and endpoint is in use: one that is lied to, and one to take others' answers from. */
export type Orgs = { here: Full; elsewhere: Full }
export const twoOrgs = async (): Promise<Orgs> => ({ here: await full(), elsewhere: await full() })

export async function closeOrgs({ here, elsewhere }: Orgs): Promise<void> {
  await here.close()
  await elsewhere.close()
}

async function full(): Promise<Full> {
  const world = await newWorld()
  const { owner, assurance } = world
  await sign(owner, {
    do: 'set-policy',
    policy: { ...firstPolicy, shiftHours: 8 },
  })
  await sign(owner, { do: 'witness-folder', folder: assurance, witnessed: true })
  const other = await world.hire('Ovide', 'owner', [world.team])
  await sign(owner, { do: 'grant', folder: world.top, to: { kind: 'member', id: other.member }, level: 'manage' })
  for (const player of [world.witness, world.agent, owner, other]) await refresh(player)
  const sql = world.server.sql()
  await sql`create table kept_credentials as select * from credentials`
  await sql.end()
  return { ...world, other }
}

type Lied = keyof typeof deeds
const names = Object.keys(deeds) as Lied[]
const actorOf = (world: Full, endpoint: Lied) => (deeds[endpoint].by === 'owner' ? world.owner : world.agent)

/** The deed once, with nobody lying but to bring it about: what this endpoint answered. */
async function honestly(world: Full, endpoint: Lied, as: Player): Promise<Exchange> {
  const { who, deed, besides } = deeds[endpoint]
  const player = await who(world, as)
  const mark = world.proxy.log.length
  world.proxy.attack(besides?.(world) ?? null)
  // What the honest server refuses (the set-up code of an org that there is) is an answer as well.
  await deed(player, world).catch(() => null)
  world.proxy.attack(null)
  const found = world.proxy.log.slice(mark).find(({ sent }) => sent.endpoint === endpoint)
  if (found === undefined) throw new Error(`${endpoint} was not reached`)
  await undone(world)
  return found
}

/** A PIN that was changed, a key that was taken and tries that were spent are as they were. */
async function undone(world: Full): Promise<void> {
  const sql = world.server.sql()
  await sql.unsafe(`
    update credentials c set "voprfRandom" = k."voprfRandom", "sealedSeed" = k."sealedSeed", tries = 10,
      "sealRevision" = k."sealRevision"
    from kept_credentials k where c.id = k.id`)
  await sql.end()
  await refresh(world.owner)
}

/** Every other endpoint, with its place among all: two files share the work. */
export const endpointsOf = (half: 0 | 1) =>
  names.map((endpoint, turn) => [endpoint, turn] as const).filter(([, turn]) => turn % 2 === half)

/**
 * Every field of what this endpoint answers, every operation; and whole answers that are another's, another org's, old, or half of
 * one. Within the suite each endpoint and each operation has its turn; the whole run strikes every field of every endpoint.
 */
export async function lieAbout({ here, elsewhere }: Orgs, endpoint: Lied, turn: number): Promise<void> {
  const { who, deed, besides } = deeds[endpoint]
  const honest = await honestly(here, endpoint, actorOf(here, endpoint))
  const theirs = await honestly(here, endpoint, here.other)
  const foreign = await honestly(elsewhere, endpoint, actorOf(elsewhere, endpoint))
  let reached = 0
  const lies = someOf(liesFor(endpoint, honest, theirs, foreign), turn)
  for (const { what, attack } of lies) {
    const player = await who(here, actorOf(here, endpoint))
    const lie = besides === undefined ? attack : all(besides(here), attack)
    const seen = await underAttack(here, player, lie, () => deed(player, here), {
      withheld: true,
      landed: true,
      heals: false,
    }).catch((error: unknown) => {
      throw new Error(`${endpoint}: ${what}`, { cause: error })
    })
    if (seen.exchanges.some(({ sent }) => sent.endpoint === endpoint)) reached += 1
    here.proxy.log.length = 0
    await undone(here)
  }
  expect(reached).toBe(lies.length)
}
