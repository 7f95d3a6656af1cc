import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type postgres from 'postgres'
import { fromBase64url, toBase64url } from '../../shared/bytes/base64url.ts'
import { blind } from '../../shared/crypto/voprf-blind.ts'
import { evaluate, voprfKeyFrom } from '../../shared/crypto/voprf-evaluate.ts'
import { randomBytes } from '../../shared/crypto/random.ts'
import type { EvaluateReply } from '../../shared/protocol/unlock.ts'
import { refresh, unlock } from '../headless/person.ts'
import { stretchOnce } from '../stretched.ts'
import { all, asking, bend, flipped, warp } from './attacks.ts'
import { searchFor } from './canaries.ts'
import { underAttack } from './oracle.ts'
import { newPlayer, openWith, sessionOf } from './player.ts'
import type { Player } from './player.ts'
import { hostileServer } from './proxy.ts'
import type { Attack } from './proxy.ts'
import { PIN, newWorld } from './world.ts'
import type { World } from './world.ts'

// A new desk of Inès unlocks with her key and the right PIN, while the server changes what the PIN is hardened with.
let world: World
let sql: postgres.Sql
let desk: Player
beforeAll(async () => {
  world = await newWorld()
  sql = world.server.sql()
})
beforeEach(async () => {
  desk = await world.desk(world.agent, true)
})
afterEach(() => sql`update credentials set tries = 10`)
afterAll(async () => {
  await sql.end()
  await world.close()
})

const unlocking = (player: Player) => async () =>
  openWith(player, await sessionOf(player, world.proxy.origin, world.org, PIN))
const bare = { truth: new Set<string>(), heals: false }
const evaluated = (change: (reply: EvaluateReply) => EvaluateReply | Promise<EvaluateReply>): Attack =>
  bend('evaluate', change)
const voprfKey = () => voprfKeyFrom(randomBytes(32), randomBytes(32))
const some = (length: number) => toBase64url(randomBytes(length))

const lies: [string, () => Attack, string][] = [
  [
    'another VOPRF key',
    () => evaluated((one) => ({ ...one, voprfPublicKey: toBase64url(voprfKey().publicKey) })),
    'bad-voprf-proof',
  ],
  [
    'an evaluation that is not what the proof says',
    () => evaluated((one) => ({ ...one, evaluation: one.voprfPublicKey })),
    'bad-voprf-proof',
  ],
  ['a proof that proves nothing', () => evaluated((one) => ({ ...one, proof: some(64) })), 'bad-voprf-proof'],
  [
    'a proof of zeros',
    () => evaluated((one) => ({ ...one, proof: toBase64url(new Uint8Array(64)) })),
    'bad-voprf-proof',
  ],
  [
    'an evaluation that is no element',
    () => evaluated((one) => ({ ...one, evaluation: toBase64url(new Uint8Array(32).fill(255)) })),
    'bad-voprf-proof',
  ],
  [
    'the identity as an evaluation',
    () => evaluated((one) => ({ ...one, evaluation: toBase64url(new Uint8Array(32)) })),
    'bad-voprf-proof',
  ],
  [
    'the identity as a VOPRF key',
    () => evaluated((one) => ({ ...one, voprfPublicKey: toBase64url(new Uint8Array(32)) })),
    'bad-voprf-proof',
  ],
  ['an earlier seal revision', () => evaluated((one) => ({ ...one, sealRevision: 0 })), 'cannot-open'],
  ['a later seal revision', () => evaluated((one) => ({ ...one, sealRevision: 2 })), 'cannot-open'],
  [
    'a sealed seed cut short',
    () => evaluated((one) => ({ ...one, sealedSeed: one.sealedSeed.slice(0, 40) })),
    'cannot-open',
  ],
  [
    'a sealed seed under another tag',
    () => evaluated((one) => ({ ...one, sealedSeed: flipped(one.sealedSeed, 0) })),
    'wrong-pin',
  ],
  [
    'an attempt of its own',
    () => evaluated((one) => ({ ...one, attempt: some(16) as typeof one.attempt })),
    'bad-proof',
  ],
]
test.each(lies)(
  'S9 P2: an unlock that is answered with %s opens nothing, and the person is told',
  async (_, attack, code) => {
    const seen = await underAttack(world, desk, attack(), unlocking(desk), bare)
    expect([seen.code, [...seen.claims]]).toEqual([code, []])
  },
)

test('S9 P2: a VOPRF key of the server’s own, well proved, gives another unlock key: it looks like a wrong PIN, and tells nothing', async () => {
  const key = voprfKey()
  const swapped = all(async (sent, pass) => {
    const answer = await pass()
    if (sent.endpoint !== 'evaluate' || answer.status !== 200) return answer
    const reply = JSON.parse(String(answer.body)) as EvaluateReply
    const { blinded } = JSON.parse(String(sent.body)) as { blinded: string }
    const { evaluation, proof } = evaluate(key, fromBase64url(blinded))
    const half = { evaluation: toBase64url(evaluation), proof: toBase64url(proof) }
    const bent = { ...reply, ...half, voprfPublicKey: toBase64url(key.publicKey) }
    return { ...answer, body: Buffer.from(JSON.stringify(bent)) }
  })
  const seen = await underAttack(world, desk, swapped, unlocking(desk), bare)
  expect(seen.code).toBe('wrong-pin')
  // With the right PIN and with a wrong one the server receives the same: an assertion, a random element, then nothing.
  const wrong = await underAttack(world, desk, swapped, () => unlock(desk, 'not-the-pin-7'), bare)
  const wire = (of: typeof seen) =>
    of.exchanges.map(({ sent }) => [sent.endpoint, Object.keys(JSON.parse(String(sent.body)) as object)])
  expect(wire(wrong)).toEqual(wire(seen))
})

test('S9 P2: what another member’s key would get evaluated opens nothing', async () => {
  const other = await world.hire('Paul')
  const mark = world.proxy.log.length
  await sessionOf(other, world.proxy.origin, world.org, PIN)
  const theirs = JSON.parse(
    String(world.proxy.log.slice(mark).find(({ sent }) => sent.endpoint === 'evaluate')?.answer.body),
  ) as EvaluateReply
  const { sealedSeed, sealRevision, voprfPublicKey } = theirs
  const swaps = [
    evaluated((one) => ({ ...one, sealedSeed, sealRevision })),
    evaluated((one) => ({ ...one, voprfPublicKey })),
    evaluated((one) => ({ ...theirs, attempt: one.attempt })),
  ]
  for (const attack of swaps) {
    const seen = await underAttack(world, desk, attack, unlocking(desk), bare)
    expect(['wrong-pin', 'bad-voprf-proof']).toContain(seen.code)
  }
})

test('S9: one member’s tries are not spent by another’s touch, nor by the same touch served once more', async () => {
  const other = await world.hire('Pia')
  const tries = () => triesOf(world.agent)
  const mark = world.proxy.log.length
  await sessionOf(desk, world.proxy.origin, world.org, PIN)
  const own = world.proxy.log.slice(mark).find(({ sent }) => sent.endpoint === 'evaluate')?.sent
  await sql`update credentials set tries = 7`
  const before = await tries()
  expect(before).toBe(7)
  const attack = asking('evaluate', ({ body }) => {
    const mine = JSON.parse(String(body)) as object
    const theirs = JSON.parse(String(own?.body)) as { assertion: object }
    return { body: Buffer.from(JSON.stringify({ ...mine, assertion: theirs.assertion })) }
  })
  const fresh = await world.desk(other, true)
  expect((await underAttack(world, fresh, attack, unlocking(fresh), bare)).code).toBe('bad-assertion')
  const again = await fetch(`${world.proxy.target()}${own?.url ?? ''}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: own?.body as never,
  })
  expect(again.status).toBe(401)
  expect(await tries()).toBe(before)
})
const triesOf = async ({ member }: Player) =>
  (await sql<{ tries: number }[]>`select tries from credentials where member = ${Buffer.from(member, 'base64url')}`)[0]
    ?.tries

test('S9 P2: one member’s tries spent on another’s input, under that one’s VOPRF key, open nothing and tell nothing', async () => {
  const other = await world.hire('Piotr')
  // The server puts Piotr's values into Inès's row, so that her input is evaluated under his key, with or without his seed.
  for (const columns of [
    '"voprfRandom"',
    '"voprfRandom", "sealedSeed", "sealRevision"',
    '"sealedSeed", "sealRevision"',
  ]) {
    await sql.unsafe(
      `drop table if exists kept_credentials; create table kept_credentials as select * from credentials`,
    )
    const rows = [world.agent, other].map(({ member }) => Buffer.from(member, 'base64url'))
    await sql.unsafe(
      `update credentials set (${columns}) = (select ${columns} from kept_credentials where member = $2) where member = $1`,
      rows,
    )
    const spent = await triesOf(other)
    const honestly: Attack = (_, pass) => pass()
    const fresh = await world.desk(world.agent, true)
    const seen = await underAttack(world, fresh, honestly, unlocking(fresh), bare)
    expect([seen.code, [...seen.claims]]).toEqual(['wrong-pin', []])
    expect(seen.exchanges.map(({ sent }) => sent.endpoint)).toEqual(['nonce', 'evaluate'])
    expect(await triesOf(other)).toBe(spent)
    await sql.unsafe(`delete from credentials; insert into credentials select * from kept_credentials`)
  }
  await sql.unsafe(`drop table kept_credentials`)
  const again = await world.desk(world.agent, true)
  await unlocking(again)()
})

test('S9 P2: tries that the server gives back gain nothing without the key: the PIN is in no request, in no form', async () => {
  const mark = world.proxy.log.length
  const s = await stretchOnce(PIN, world.org)
  for (const lie of [10, 0, 1_000_000]) {
    const attack = evaluated((one) => ({ ...one, triesLeft: lie }))
    const seen = await underAttack(world, desk, attack, () => unlock(desk, 'not-the-pin-7'), bare)
    expect(seen.code).toBe('wrong-pin')
  }
  for (let i = 0; i < 3; i += 1) await sessionOf(desk, world.proxy.origin, world.org, PIN)
  const sent = world.proxy.log.slice(mark).filter(({ sent }) => sent.endpoint === 'evaluate')
  const blinded = sent.map(({ sent }) => (JSON.parse(String(sent.body)) as { blinded: string }).blinded)
  // The same PIN is blinded anew each time: no two inputs are equal, and a server can compute none of them from the PIN.
  expect(new Set(blinded).size).toBe(6)
  expect(blinded).not.toContain(toBase64url(blind(s).blinded))
  const search = searchFor([PIN, 'not-the-pin-7', s])
  expect(sent.flatMap(({ sent }) => search(sent.body))).toEqual([])
})

test.each(['version', 'suite', 'kdf', 'argon2', 'features', 'downgrade'])(
  'S9 P6: a server that says “%s” in any of its answers is not understood, and nothing is lowered',
  async (word) => {
    const hello = warp('hello', (reply: object) => ({ ...reply, [word]: word === 'version' ? 2 : { m: 8, t: 1 } }))
    const newcomer = newPlayer(world.proxy, 'new', true)
    world.proxy.attack(hello)
    await expect(newcomer.ask['server.trust']({ address: world.proxy.origin }, '')).rejects.toMatchObject({
      code: 'not-cloison',
    })
    world.proxy.attack(null)
    for (const endpoint of ['nonce', 'evaluate', 'session'] as const) {
      const attack = warp(endpoint, (reply: object) => ({ ...reply, [word]: { m: 8, t: 1, p: 1 } }))
      const seen = await underAttack(world, desk, attack, unlocking(desk), bare)
      expect([endpoint, seen.code]).toEqual([endpoint, 'bad-reply'])
    }
  },
)

test('S9 P3: a touch asked for by one server is good at no other, however the one passes it on', async () => {
  const middle = await hostileServer()
  middle.aim(world.proxy.target())
  const victim = newPlayer(middle, 'Inès', true, world.agent.key)
  await expect(victim.ask['server.trust']({ address: middle.origin }, '')).rejects.toMatchObject({
    code: 'not-cloison',
  })
  // It claims an address of its own, and forwards each request to the real server.
  middle.attack(bend('hello', (reply) => ({ ...reply, origin: middle.origin })))
  await victim.ask['server.trust']({ address: middle.origin }, '')
  await expect(sessionOf(victim, middle.origin, world.org, PIN)).rejects.toMatchObject({
    code: 'bad-assertion',
  })
  await middle.close()
})

test('S9: a session whose end is a lie, or whose token is none, shows as a connection that does not work', async () => {
  for (const lie of [0, Number.MAX_SAFE_INTEGER]) {
    const attack = bend('session', (reply) => ({ ...reply, expiresIn: lie }))
    const seen = await underAttack(world, desk, attack, unlocking(desk))
    expect([lie, seen.code]).toEqual([lie, null])
  }
  const none = await world.desk(world.agent, true)
  const noToken = bend('session', (reply) => ({ ...reply, token: 'not.a.token' }))
  expect(await underAttack(world, none, noToken, unlocking(none), bare)).toMatchObject({
    code: null,
    told: ['refused'],
  })
  const renewed = bend('renew', () => ({ token: 'garbage', expiresIn: Number.MAX_SAFE_INTEGER }))
  const { session } = desk.keeper.needOpen()
  session.expiresAt = 0
  const seen = await underAttack(world, desk, renewed, () => refresh(desk), { heals: false })
  expect(seen.told.length).toBeGreaterThan(0)
})
