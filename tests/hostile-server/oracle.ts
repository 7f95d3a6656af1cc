/** The one oracle that runs after every attack, whatever it was. */
import { expect } from 'vitest'
import { endpoints } from '../../shared/protocol/endpoints.ts'
import { refresh } from '../headless/person.ts'
import { claimsOf, keysOf, toldOf } from './claims.ts'
import { searchFor } from './canaries.ts'
import { sentenceFor } from './sentences.ts'
import { explain } from '../../extension/keeper/fill/explain.ts'
import { seedOf } from '../../extension/keeper/desk/session.ts'
import { onlyLooking, openWith } from './player.ts'
import type { Player } from './player.ts'
import type { Attack, Exchange } from './proxy.ts'
import { judgeUploads } from './uploads.ts'
import { CANARIES, PIN } from './world.ts'
import type { World } from './world.ts'
import { vaultOf } from './honest.ts'

/** What the oracle makes of an attack, for the test to say more about. `told`: codes; `code`: how the deed ended, null when well. */
export type Verdict = {
  code: string | null
  told: string[]
  /** What the desk believes now, what it has lost, and what it does not know of the truth. */
  claims: Set<string>
  lost: string[]
  missing: string[]
  exchanges: Exchange[]
}
type Options = {
  /** A server can always be silent about what is new: only then may a desk lack some of the truth and not say so (P5). */
  withheld?: boolean
  /** What the truth was before somebody wrote into the server's tables. */
  truth?: Set<string>
  /** Whether the truth heals the desk once it is served again. */
  heals?: boolean
  /** The deed may have landed, and its answer be lost: what the ledger said just before is right as well. */
  landed?: boolean
  /** What the person does once the server is honest again, on other desks, before the truth is asked. */
  after?: () => Promise<unknown>
}

/** More requests than this after one deed is a storm. */
const STORM = 40

/**
 * Lets this player do `deed` while the server attacks, and judges what came of it: no key, wrap or plaintext has left for
 * anybody whom the ledger does not name; nothing is believed that no valid ledger says; nothing was filled; what is missing
 * is told, by a code that has a sentence in both languages; and the server heard no storm. Then the server is honest again.
 */
export async function underAttack(
  world: World,
  player: Player,
  attack: Attack,
  deed: () => Promise<unknown> = () => refresh(player),
  { withheld = false, truth, heals = true, landed = false, after = () => Promise.resolve() }: Options = {},
): Promise<Verdict> {
  const { proxy } = world
  const before = await claimsOf(player)
  const then = landed ? await truthOf(world, player) : null
  const known = new Set(keysOf(player))
  const seeds = seedsOf(world)
  const filled = player.filled.length
  const mark = proxy.log.length
  proxy.attack(attack)
  const code = await deed().then(
    () => null,
    (error: unknown) => explain(error).code,
  )
  proxy.attack(null)
  const exchanges = proxy.log.slice(mark)
  const [claims, told] = [await claimsOf(player), await toldOf(player)]
  await after()
  const now = truth ?? (await truthOf(world, player))
  await refresh(world.witness)

  expect(await judgeUploads(world, exchanges), 'what was uploaded').toEqual([])
  expect(leaks(world, exchanges, seeds), 'secrets in requests').toEqual([])
  expect(unspoken(exchanges), 'requests that are not the protocol’s').toEqual([])
  // Who else is a member, the server may show or not: the ledger names them all.
  const people = new Set([...(await claimsOf(world.witness))].filter((one) => /^\["(profile|person)"/.test(one)))
  expect(
    [...claims].filter((one) => !now.has(one) && !before.has(one) && then?.has(one) !== true && !people.has(one)),
    'believed, and no valid ledger says so',
  ).toEqual([])
  const lost = [...before].filter((one) => now.has(one) && then?.has(one) !== false && !claims.has(one))
  // A person's row may have been erased, by right: then there is no name to miss.
  const missing = [...now].filter(
    (one) => then?.has(one) !== false && !claims.has(one) && !/^\["(profile|person)"/.test(one),
  )
  const silent = told.length === 0 && code === null
  expect(silent ? lost : [], 'lost without a word').toEqual([])
  expect(silent && !withheld ? missing : [], 'missing without a word').toEqual([])
  const honest = new Set((await honestKeys(world)).concat([...known]))
  expect(
    keysOf(player).filter((one) => !honest.has(one)),
    'keys that nobody honest made',
  ).toEqual([])
  expect(player.filled.slice(filled), 'filled without a gesture').toEqual([])
  for (const one of code === null ? told : [code, ...told])
    expect(sentenceFor(one), `a sentence for ${one}`).not.toBeNull()
  expect(exchanges.length, 'requests').toBeLessThan(STORM)
  if (heals && player.keeper.shown !== null) {
    await refresh(player)
    expect(await toldOf(player), 'told though all is well').toEqual([])
    expect(await claimsOf(player), 'healed by the truth').toEqual(await truthOf(world, player))
  }
  return { code, told, claims, lost, missing, exchanges }
}

/** A desk that has seen nothing yet unlocks while the server attacks. */
export async function freshUnderAttack(world: World, of: Player, attack: Attack, options: Options = {}) {
  const { session } = of
  if (session === null) throw new Error('never unlocked')
  const player = await world.desk(of, true)
  const verdict = await underAttack(world, player, attack, () => openWith(player, session), options)
  return { player, ...verdict }
}

/** What a desk of the same person's believes that meets no liar: everything and nothing but what is so. */
export async function truthOf(world: World, { name, member, session }: Player): Promise<Set<string>> {
  let twin = twins.get(world)?.get(member)
  if (twin === undefined) {
    twin = onlyLooking(await world.desk({ ...world.owner, name, member, session }, false))
    twins.set(world, (twins.get(world) ?? new Map<string, Player>()).set(member, twin))
  }
  if (twin.keeper.open !== null) await refresh(twin)
  // The session that it had is over where the person has new keys since.
  if (twin.keeper.open === null && session !== null) await openWith(twin, session).catch(() => null)
  return claimsOf(twin)
}
const twins = new WeakMap<World, Map<string, Player>>()

async function honestKeys(world: World): Promise<string[]> {
  const all = [world.witness, ...world.players, ...(twins.get(world)?.values() ?? [])]
  return all.flatMap((player) => keysOf(player))
}

const seedsOf = ({ players }: World) => players.flatMap(({ session }) => (session === null ? [] : [seedOf(session)]))

/** What may stand in no request: what people typed into the vault, PINs, and every key that a desk holds; `seeds`: of before. */
function leaks(world: World, exchanges: readonly Exchange[], seeds: readonly Uint8Array[]): string[] {
  const keys = world.players.flatMap((player) =>
    player.keeper.open === null
      ? []
      : [...vaultOf(player).teamSeeds.values(), ...vaultOf(player).folderKeys.values()].flatMap((held) => [
          ...held.values(),
        ]),
  )
  const search = searchFor([PIN, 'canary', ...CANARIES, ...seeds, ...seedsOf(world), ...keys])
  return exchanges.flatMap(({ sent }) =>
    search(`${sent.url}\n${JSON.stringify(sent.headers)}\n${sent.body.toString()}`),
  )
}

/** Requests that say more than the protocol has words for: what was wrong with an answer is told to the person alone. */
const unspoken = (exchanges: readonly Exchange[]): string[] =>
  exchanges.flatMap(({ sent: { endpoint, method, url, body } }) => {
    const json = (): unknown => (body.length === 0 ? null : JSON.parse(body.toString()))
    return endpoint !== null && endpoints[endpoint].request.safeParse(json()).success ? [] : [`${method} ${url}`]
  })

/**
 * What went over the wire, as the server sees it: the same whatever was wrong with what it had sent. Receipts tell the time, tokens are
 * renewed by it, and nonces are too old by it, where desks here share a session: the whole run takes longer than one lives.
 */
export const trace = (exchanges: readonly Exchange[]): string[] =>
  exchanges
    .filter(({ sent, answer }) => sent.endpoint !== 'renew' && !answer.body.includes('"use-dpop-nonce"'))
    .map(({ sent: { endpoint, method, url, headers, body } }) => {
      // Each proof has an id of its own and the server's nonce, whatever the server said.
      const { authorization = '', dpop: _, ...others } = headers
      const said = JSON.stringify({ ...others, authorization: authorization.replace(/ .*/, '') })
      return `${method} ${url} ${said} ${endpoint === 'seen' ? String(body.length) : body.toString()}`
    })
