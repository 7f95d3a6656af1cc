import { afterAll, beforeAll, expect, test } from 'vitest'
import { toBase64url } from '../../shared/bytes/base64url.ts'
import type { FolderId } from '../../shared/bytes/ids.ts'
import type { FetchReply, LedgerReply } from '../../shared/protocol/sync.ts'
import { entriesIn } from '../../server/testing/entries.ts'
import { fieldsOf, need, newFolder, save } from '../headless/org.ts'
import { look, refresh, sign } from '../headless/person.ts'
import { newItemId } from '../../shared/bytes/ids.ts'
import { all, answering, bend, cut, replaying } from './attacks.ts'
import { refusedAsLedger } from './both.ts'
import { generationsOf, ledgerOf, vaultOf } from './honest.ts'
import { freshUnderAttack, underAttack } from './oracle.ts'
import type { Player } from './player.ts'
import type { Attack, Exchange } from './proxy.ts'
import { newWorld } from './world.ts'
import type { World } from './world.ts'

// Only Mona, an owner too, manages `mine`, which Odile cannot even see: after a removal only Mona can re-key it.
let world: World
let mona: Player
let mine: FolderId
beforeAll(async () => {
  world = await newWorld()
  mona = await world.hire('Mona', 'owner')
  mona.lied = false
  mine = await newFolder(mona, 'canary-of-mine')
  await save(mona, mine, 'Portail')
})
afterAll(() => world.close())

/** A reader of `mine` whom Odile removes; Mona's desk does not know of it yet. */
async function gone(name: string): Promise<Player> {
  const person = await world.hire(name)
  mona.lied = false
  await refresh(mona)
  await sign(mona, { do: 'grant', folder: mine, to: { kind: 'member', id: person.member }, level: 'read' })
  await refresh(person)
  await refresh(world.owner)
  await sign(world.owner, { do: 'remove-member', member: person.member })
  await refresh(world.witness)
  return person
}
const generations = () => generationsOf(ledgerOf(mona), 'folder', mine).length
const seenByMona = async () => need((await look(mona)).folders.find(({ folder }) => folder === mine))
const write = () =>
  mona.ask['item.save']({ folder: mine, item: newItemId(), base: null, fields: fieldsOf('nouveau') }, '')

test.each<[string, () => Attack]>([
  ['is answered with rubbish', () => answering('appendLedger', 200, 'rubbish')],
  ['is answered as a conflict, for ever', () => answering('appendLedger', 409, problem('conflict', 409))],
  ['is refused', () => answering('appendLedger', 403, problem('refused', 403))],
  ['is cut off', () => cut('appendLedger', 3)],
])(
  'S10 P7: a re-keying that %s leaves the folder stale: it takes no writes, whatever the server would take',
  async (_, attack) => {
    await gone(`Paul${String(Math.trunc(performance.now()))}`)
    const before = generations()
    mona.lied = true
    const seen = await underAttack(world, mona, attack(), () => refresh(mona), { heals: false, landed: true })
    const asked = seen.exchanges.filter(({ sent }) => sent.endpoint === 'appendLedger').length
    expect([asked > 0, asked <= 3]).toEqual([true, true])
    if (generations() === before) {
      expect((await seenByMona()).stale).toBe(true)
      const written = await underAttack(
        world,
        mona,
        answering('appendJournal', 200, { sequence: 2, hash: zeros }),
        write,
        { heals: false, withheld: true },
      )
      // The edit waits on the desk; nothing of it is sealed under the old key.
      expect(written.exchanges.filter(({ sent }) => sent.endpoint === 'appendJournal')).toEqual([])
    }
    // With an honest server and a new entry the folder is re-keyed.
    mona.lied = false
    await sign(world.owner, { do: 'rename-folder', folder: world.top, name: `canary-of-${String(performance.now())}` })
    await refresh(mona)
    expect([generations(), (await seenByMona()).stale]).toEqual([before + 1, false])
  },
)
const zeros = toBase64url(new Uint8Array(32))
const problem = (code: string, status: number) => ({ type: 'about:blank', title: code, status, code })

test('S10 P7: a removal that is withheld leaves no right that was not there: what is sealed then goes to whom the ledger of then names', async () => {
  await refresh(mona)
  const old = await recorded(mona, () => refresh(mona))
  const paul = await gone('Pavel')
  mona.lied = true
  const attack = replaying('ledger', old('ledger'))
  const seen = await underAttack(world, mona, attack, write, { withheld: true, heals: false })
  mona.lied = false
  // The honest server refuses a write based on the old ledger; nothing was sealed to a key other than the folder's.
  expect(seen.code).not.toBeNull()
  expect(vaultOf(paul).folderKeys.get(mine)?.size).toBeGreaterThan(0)
  await refresh(mona)
  expect(vaultOf(mona).folderKeys.get(mine)?.size).toBe(vaultOf(paul).folderKeys.get(mine)!.size + 1)
})

/** The last exchange of each kind that this action made through the lying server. */
async function recorded(player: Player, deed: () => Promise<unknown>): Promise<(endpoint: string) => Exchange> {
  const mark = world.proxy.log.length
  player.lied = true
  await deed()
  player.lied = false
  const made = world.proxy.log.slice(mark)
  return (endpoint) => need(made.filter(({ sent }) => sent.endpoint === endpoint).at(-1))
}

test('S10 P4 P7: old wraps served again after a removal open no newest key, and the folder says so', async () => {
  const before = await recorded(mona, () => freshUnderAttack(world, mona, (_, pass) => pass()))
  const old = JSON.parse(String(before('fetch').answer.body)) as FetchReply
  await gone('Pia')
  await refresh(mona)
  const attack = bend('fetch', (reply) => ({
    ...reply,
    wraps: reply.wraps.flatMap((one) =>
      one.id === mine
        ? old.wraps.filter(({ id }) => id === mine).map((wrap) => ({ ...wrap, generation: one.generation }))
        : [one],
    ),
  }))
  const seen = await freshUnderAttack(world, mona, attack)
  expect(seen.told).toContain('tampered-folder:no-key')
  expect([...seen.claims].filter((one) => one.startsWith('["item"') && one.includes(mine))).toEqual([])
})

test('S10 P7: who was removed gets nothing that came after, from a server that still answers them', async () => {
  const paul = await gone('Piotr')
  await refresh(mona)
  await save(mona, mine, 'après')
  const last = ledgerOf(world.witness)
  const mark = world.proxy.log.length
  const all = await recorded(mona, () => freshUnderAttack(world, mona, (_, pass) => pass()))
  // Everything that a manager's desk receives, sent to the person who left.
  const seen = await underAttack(
    world,
    paul,
    (sent, pass) => (sent.endpoint === 'fetch' ? Promise.resolve(all('fetch').answer) : pass()),
    () => refresh(paul),
    { heals: false },
  )
  expect(seen.told).toEqual(['removed'])
  expect([...seen.claims].filter((one) => one.includes('après'))).toEqual([])
  expect([last.head.sequence > 0, world.proxy.log.length > mark]).toEqual([true, true])
})

test('S10 P4: a removed member is not brought back by the entry that once added them, nor by the invitation', async () => {
  await refresh(world.owner)
  const mark = world.proxy.log.length
  const paul = await world.hire('Petra')
  await refresh(world.owner)
  await sign(world.owner, { do: 'remove-member', member: paul.member })
  await freshUnderAttack(world, world.agent, (_, pass) => pass())
  const served = world.proxy.log.slice(mark).find(({ sent }) => sent.url.endsWith('from=0'))
  const entries = entriesIn((JSON.parse(String(served?.answer.body)) as LedgerReply).entries)
  // The entries that made her a member, repeated at the end; and the ledger without the removal.
  for (const back of [entries.slice(-3, -1), entries.slice(-2, -1)]) {
    const again = bend('ledger', (reply) => ({ ...reply, entries: [...reply.entries, ...back] }))
    await refusedAsLedger(world, world.agent, again)
  }
  const without = bend('ledger', (reply) => ({
    ...reply,
    entries: reply.entries.filter((one) => one !== entries.at(-1)),
  }))
  const seen = await freshUnderAttack(world, world.agent, all(without))
  expect(seen.code).toBe('tampered-ledger')
})

test('S10 S2 P4 P7: what a manager’s desk re-keys by itself it seals to nobody’s key but theirs: who is out of reach waits, by name', async () => {
  const waiting = async () => {
    const { status } = await look(mona)
    const warnings = status.state === 'unlocked' ? status.warnings : []
    return warnings.flatMap((one) => (one.kind === 'undelivered' ? one.to.map(({ to }) => to) : []))
  }
  await refresh(mona)
  await sign(mona, { do: 'grant', folder: mine, to: { kind: 'member', id: world.agent.member }, level: 'read' })
  await gone('Prisca')
  const before = generations()
  const evil = toBase64url(world.mallory.receive.publicKey)
  const swapped = bend('fetch', (reply) => ({ ...reply, receiveKeys: reply.receiveKeys.map(() => evil) }))
  mona.lied = true
  const seen = await underAttack(world, mona, swapped, () => refresh(mona), { heals: false })
  mona.lied = false
  expect([generations(), await waiting()]).toEqual([before + 1, ['Inès']])
  expect(seen.exchanges.some(({ sent }) => sent.endpoint === 'appendLedger')).toBe(true)
  await refresh(mona)
  expect(await waiting()).toEqual([])
  expect((await freshUnderAttack(world, world.agent, (_, pass) => pass())).missing).toEqual([])
})
