import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomBytes } from 'node:crypto'
import { Live } from '../../extension/keeper/live.ts'
import type { FetchReply } from '../../shared/protocol/sync.ts'
import { fetchReply } from '../../shared/protocol/sync.ts'
import { newFolderId } from '../../shared/bytes/ids.ts'
import { refresh } from '../headless/person.ts'
import { answering, bend, cut, flipped, replaying, warp } from './attacks.ts'
import { toldOf } from './claims.ts'
import { freshUnderAttack, trace, truthOf, underAttack } from './oracle.ts'
import { openWith } from './player.ts'
import type { Attack, Exchange } from './proxy.ts'
import { isWhole } from '../../shared/testing/whole.ts'
import { sealedIn } from './sealed.ts'
import { newWorld } from './world.ts'
import type { World } from './world.ts'

let world: World
let honest: { ledger: Exchange; fetch: Exchange }
beforeAll(async () => {
  world = await newWorld()
  const mark = world.proxy.log.length
  const desk = await world.desk(world.agent, true)
  if (world.agent.session !== null) await openWith(desk, world.agent.session)
  const made = world.proxy.log.slice(mark)
  const last = (endpoint: string) => made.filter(({ sent }) => sent.endpoint === endpoint).at(-1) as Exchange
  honest = { ledger: last('ledger'), fetch: last('fetch') }
})
afterAll(() => world.close())

/** How a blob can be malformed: a changed byte, truncated, too long, noise, another's, empty. */
function malformed(blob: string, others: string[]): string {
  const bytes = Buffer.from(blob, 'base64url')
  const dice = randomBytes(8)
  const at = dice.readUInt32BE(0) % bytes.length
  switch ((dice[7] ?? 0) % 7) {
    case 0:
      return flipped(blob, at, 1 << ((dice[6] ?? 0) % 8))
    case 1:
      return bytes.subarray(0, Math.max(1, at)).toString('base64url')
    case 2:
      return Buffer.concat([bytes, randomBytes(1 + (at % 8))]).toString('base64url')
    case 3:
      return randomBytes(bytes.length).toString('base64url')
    case 4:
      return Buffer.alloc(bytes.length).toString('base64url')
    case 5: {
      // Changed by zero it would stay the same.
      const turn = Math.max(1, at)
      return Buffer.concat([bytes.subarray(turn), bytes.subarray(0, turn)]).toString('base64url')
    }
    default: {
      const other = others[at % others.length] ?? blob
      return other === blob ? flipped(blob) : other
    }
  }
}

/** The recorded answer, with every blob of one kind malformed in `variants` ways, and never correct. */
function spoilt(kind: string, variants: number): { reply: FetchReply; blobs: number } {
  let blobs = 0
  const replies = Array.from({ length: variants }, () => {
    const reply = fetchReply.parse(JSON.parse(String(honest.fetch.answer.body)))
    const all = sealedIn(reply)
    // Another place's blob of the same kind could be honest here: only its hash tells what a part belongs to.
    const texts = all.filter(({ name }) => !name.startsWith(kind)).map((one) => one.get())
    for (const one of all.filter(({ name }) => name.startsWith(kind))) {
      one.set(malformed(one.get(), texts))
      blobs += 1
    }
    return reply
  })
  const [first] = replies
  if (first === undefined) throw new Error('no variants')
  const partsOf = (folder: string) =>
    replies.flatMap(({ journals }) => journals.find((one) => one.folder === folder)?.parts ?? [])
  const reply = {
    ...first,
    wraps: replies.flatMap(({ wraps }) => wraps),
    descriptions: replies.flatMap(({ descriptions }) => descriptions),
    journals: first.journals.map((one) => ({ ...one, parts: partsOf(one.folder) })),
  }
  return { reply, blobs }
}

/** The requests of an empty desk when it opens with that answer, and at its next sync. */
async function wireFor(kind: string): Promise<{ wire: string; blobs: number; told: string[] }> {
  const { reply, blobs } = spoilt(kind, 20)
  const fetched = { ...honest.fetch, answer: { ...honest.fetch.answer, body: Buffer.from(JSON.stringify(reply)) } }
  // The ledger is unchanged and has no new entries: only sealed content is malformed.
  const [ledger, served] = [replaying('ledger', honest.ledger), replaying('fetch', fetched)]
  world.proxy.attack((sent, pass) => (sent.url.endsWith('?from=0') ? ledger(sent, pass) : served(sent, pass)))
  const mark = world.proxy.log.length
  const desk = await world.desk(world.agent, true)
  if (world.agent.session !== null) await openWith(desk, world.agent.session)
  await refresh(desk)
  world.proxy.attack(null)
  const exchanges = world.proxy.log.splice(mark)
  return { wire: trace(exchanges).join('\n'), blobs, told: await toldOf(desk) }
}

test.each(['wrap', 'folder', 'team', 'overview', 'secret'])(
  'S12: whatever is wrong with a sealed %s, the server hears the same, byte for byte, and no storm',
  async (kind) => {
    const most = isWhole ? 20_000 : 150
    const wires = new Map<string, number>()
    for (let blobs = 0; blobs < most;) {
      const seen = await wireFor(kind)
      expect(seen.told.length).toBeGreaterThan(0)
      wires.set(seen.wire, (wires.get(seen.wire) ?? 0) + 1)
      blobs += seen.blobs
    }
    expect(wires.size).toBe(1)
    const [wire = ''] = wires.keys()
    // One sync, a retry because something does not verify, and the same at the next request.
    expect(wire.split('\n').length).toBeLessThan(12)
  },
)

test('S12: what the first sync sends is the same whatever kind of thing was malformed', async () => {
  const first = new Set<string>()
  for (const kind of ['wrap', 'folder', 'team', 'overview', 'secret'])
    first.add((await wireFor(kind)).wire.split('\n').slice(0, 4).join('\n'))
  expect(first.size).toBe(1)
})

const bad: [string, (endpoint: 'ledger' | 'fetch') => Attack][] = [
  ['500', (at) => answering(at, 500, 'no')],
  ['500 with a problem', (at) => answering(at, 500, { type: 'x', title: 'x', status: 500, code: 'internal' })],
  [
    'a problem of a code that nobody knows',
    (at) => answering(at, 418, { type: 'x', title: 'x', status: 418, code: 'teapot' }),
  ],
  ['200 with rubbish', (at) => answering(at, 200, '<html>')],
  ['200 with nothing', (at) => answering(at, 200, '')],
  ['null', (at) => warp(at, () => null)],
  ['a list', (at) => warp(at, () => [])],
  ['a field too many', (at) => warp(at, (reply: object) => ({ ...reply, more2: 1 }))],
  ['cut at the first byte', (at) => cut(at, 1)],
  ['cut in the middle', (at) => cut(at, 200)],
  ['deep nesting', (at) => answering(at, 200, '['.repeat(100_000))],
]
test.each(bad)(
  'S12: a desk whose sync is answered with %s keeps what it has, says so, and asks no more than once',
  async (_, attack) => {
    await refresh(world.agent)
    for (const endpoint of ['ledger', 'fetch'] as const) {
      await world.owner.ask['act.sign'](
        { do: 'rename-folder', folder: world.assurance, name: `canary-of-${String(performance.now())}` },
        '',
      )
      const truth = await truthOf(world, world.agent)
      expect(truth.size).toBeGreaterThan(10)
      const seen = await underAttack(world, world.agent, attack(endpoint))
      expect(seen.told).toHaveLength(1)
      expect(seen.lost).toEqual([])
      expect(seen.exchanges.filter(({ sent }) => sent.endpoint === endpoint)).toHaveLength(1)
    }
  },
)

test('S12: hints that are forged, nonsense or a flood make one sync at a time, and hints that are dropped none', async () => {
  const { agent, proxy } = world
  await refresh(agent)
  const live = new Live(agent.keeper)
  await live.follow()
  while (proxy.hints.listening() === 0) await new Promise((resolve) => setTimeout(resolve, 10))
  await quiet()
  const mark = proxy.log.length
  const rubbish = [
    '',
    'null',
    '{}',
    '{"kind":"ledger"}',
    '{"kind":"ledger","sequence":-1}',
    '{"kind":"open","url":"https://evil.example"}',
    '\0'.repeat(10_000),
  ]
  for (const one of rubbish) proxy.hints.say(one)
  await quiet()
  expect(proxy.log.length - mark).toBe(0)
  for (let i = 0; i < 500; i += 1) proxy.hints.say({ kind: 'ledger', sequence: 1_000 + i })
  for (let i = 0; i < 500; i += 1) proxy.hints.say({ kind: 'journal', folder: newFolderId(), sequence: 9 })
  await quiet()
  await refresh(agent)
  // A thousand lies; one queued sync covers all hints that came meanwhile.
  const asked = proxy.log.slice(mark).length
  expect([asked > 0, asked < 60]).toEqual([true, true])
  proxy.hints.passing = false
  const before = proxy.log.length
  await world.save(world.banque, 'silence')
  await quiet()
  expect(proxy.log.length - before).toBe(0)
  proxy.hints.passing = true
  await refresh(agent)
  expect(await toldOf(agent)).toEqual([])
  live.close()
})
const quiet = () => new Promise((resolve) => setTimeout(resolve, 300))

test('S12: a server that takes each socket, says that it is ready and hangs up, is left alone longer each time', async () => {
  const { agent, proxy } = world
  await refresh(agent)
  const live = new Live(agent.keeper)
  // As the worker does: at every change it reconnects the socket if needed.
  Reflect.set(agent.keeper, 'changed', () => void live.follow())
  const since = performance.now()
  const sockets: number[] = []
  await live.follow()
  while (performance.now() - since < 7_000) {
    await new Promise((resolve) => setTimeout(resolve, 10))
    if (proxy.hints.listening() === 0) continue
    sockets.push(Math.round(performance.now() - since))
    proxy.hints.say({ kind: 'ready' })
    await quiet()
    proxy.hints.hangUp()
  }
  Reflect.set(agent.keeper, 'changed', () => undefined)
  live.close()
  const waits = sockets.slice(1).map((at, i) => at - (sockets[i] ?? 0))
  expect(waits.length).toBeGreaterThan(1)
  expect((waits.at(-1) ?? 0) / (waits[0] ?? 1)).toBeGreaterThan(1.3)
  await refresh(agent)
})

test('S12: a good sync after a thousand bad ones finds everything', async () => {
  const seen = await freshUnderAttack(
    world,
    world.agent,
    bend('fetch', (reply: FetchReply) => reply),
  )
  expect([seen.told, seen.missing]).toEqual([[], []])
})
