import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fetchReply } from '../../shared/protocol/sync.ts'
import { toBase64url } from '../../shared/bytes/base64url.ts'
import { newItemId, zero32 } from '../../shared/bytes/ids.ts'
import { signReceipt } from '../../shared/ledger/receipt.ts'
import { fieldsOf, need } from '../headless/org.ts'
import { refresh, sign } from '../headless/person.ts'
import type { HonestServer } from './honest-server.ts'
import { all, bend } from './attacks.ts'
import { inJournal } from './forge.ts'
import { claimsOf, headOf, toldOf } from './claims.ts'
import { headAt, vaultOf } from './honest.ts'
import { freshUnderAttack, underAttack } from './oracle.ts'
import { openWith } from './player.ts'
import type { Player } from './player.ts'
import type { Attack } from './proxy.ts'
import { newWorld } from './world.ts'
import type { World } from './world.ts'

// Two honest servers with one past: the attacker shows one to Inès and the other to Édith, and both keep writing.
let world: World
let other: HonestServer
let editor: Player
let theirs: string
let ours: string
/** Odile’s other desk, which has only seen that branch. */
let there: Player
/** Édith’s receipt for the head of the branch that she sees. */
let receipt: string
beforeAll(async () => {
  world = await newWorld()
  editor = await world.hire('Édith')
  const to = { kind: 'member' as const, id: editor.member }
  await sign(world.owner, { do: 'grant', folder: world.banque, to, level: 'edit' })
  for (const one of [editor, world.agent]) await refresh(one)
  other = await world.server.fork()
  ours = world.proxy.target()
  theirs = other.origin
  await world.owner.ask['act.sign']({ do: 'rename-folder', folder: world.assurance, name: 'canary-of-branch-one' }, '')
  await refresh(world.agent)
  world.proxy.aim(theirs)
  // The second branch has the owner's own entries, from another of her desks.
  there = await world.desk(world.owner, true)
  await openWith(there, need(world.owner.session))
  for (const name of ['canary-of-two', 'canary-of-two-more', 'canary-of-two-again'])
    await sign(there, { do: 'rename-folder', folder: world.assurance, name })
  await refresh(editor)
  await editor.ask['item.save'](
    { folder: world.banque, item: newItemId(), base: null, fields: fieldsOf('branche') },
    '',
  )
  const seen = need(world.proxy.log.findLast(({ sent }) => sent.endpoint === 'seen')).sent
  receipt = (JSON.parse(String(seen.body)) as { receipt: string }).receipt
  world.proxy.aim(ours)
})
beforeEach(() => {
  world.proxy.aim(ours)
})
afterAll(async () => {
  await world.close()
  await other.close()
})

/** The answer of the other branch's server to this request. */
const fromTheOther: Attack = async (sent, pass) => {
  if (sent.endpoint !== 'ledger' && sent.endpoint !== 'fetch') return pass()
  world.proxy.aim(theirs)
  const answer = await pass()
  world.proxy.aim(ours)
  return answer
}

test('S8: two desks on two branches each see a valid ledger: their heads differ, and that is shown', async () => {
  expect(await toldOf(world.agent)).toEqual([])
  expect(await toldOf(editor)).toEqual([])
  expect(headOf(world.agent)).not.toEqual(headOf(editor))
})

test('S8 P5: a desk that has seen one branch is not brought over to the other, and tells of the fork', async () => {
  const desk = await world.desk(world.agent, true)
  await openWith(desk, need(world.agent.session))
  const seen = await underAttack(world, desk, fromTheOther, () => refresh(desk), { heals: false })
  expect(seen.told).toContainEqual(expect.stringMatching(/^tampered-ledger:(rolled-back|tampered-ledger)$/))
  expect(seen.lost).toEqual([])
})

test('S8 P5: the receipts of one branch, shown on the other, tell of the fork, and nothing more is signed', async () => {
  const desk = await world.desk(world.owner, true)
  await openWith(desk, need(world.owner.session))
  const attack = bend('seen', (reply) => ({ ...reply, receipts: [receipt] }))
  for (const name of ['canary-of-a-receipt', 'canary-of-another', 'canary-of-a-third'])
    await sign(desk, { do: 'rename-folder', folder: world.assurance, name })
  const seen = await underAttack(
    world,
    desk,
    attack,
    () => sign(desk, { do: 'rename-folder', folder: world.assurance, name: 'canary-of-a-second-receipt' }),
    { heals: false, landed: true },
  )
  expect(seen.told).toEqual(['forked'])
  const more = { do: 'rename-folder' as const, folder: world.assurance, name: 'canary-of-no-more' }
  await expect(sign(desk, more)).rejects.toMatchObject({ code: 'forked' })
})

test('S8 P5: what the other branch wrote into a folder’s journal does not merge into this one’s', async () => {
  const item = newItemId()
  await world.owner.ask['item.save']({ folder: world.banque, item, base: null, fields: fieldsOf('autre') }, '')
  // As long as the other branch: the ledger sequence that their entry names exists here too.
  for (const name of ['canary-of-one-too', 'canary-of-one-again', 'canary-of-one-at-last'])
    await sign(world.owner, { do: 'rename-folder', folder: world.assurance, name })
  await refresh(world.agent)
  world.proxy.aim(theirs)
  await refresh(editor)
  await editor.ask['item.save']({ folder: world.banque, item: newItemId(), base: null, fields: fieldsOf('forgé') }, '')
  const mark = world.proxy.log.length
  await freshUnderAttack(world, editor, fromThere, { heals: false, withheld: true, truth: await claimsOf(editor) })
  const fetched = world.proxy.log
    .slice(mark)
    .filter(({ sent }) => sent.endpoint === 'fetch')
    .at(-1)
  const journal = fetchReply.parse(JSON.parse(String(fetched?.answer.body))).journals.find(isBanque)
  const entries = journal?.entries ?? []
  world.proxy.aim(ours)
  const merged = all(
    bend('ledger', (reply) => ({
      ...reply,
      journals: reply.journals.map((one) => (isBanque(one) ? { ...one, sequence: one.sequence + 1 } : one)),
    })),
    bend('fetch', (reply) =>
      inJournal(reply, world.banque, (one) => ({ ...one, entries: entries.slice(-1), parts: journal?.parts ?? [] })),
    ),
  )
  const seen = await underAttack(world, world.agent, merged)
  expect(seen.told).toContainEqual(expect.stringMatching(/^tampered-folder:wrong-(previous|sequence)$/))
})
const isBanque = ({ folder }: { folder: string }) => folder === world.banque
const fromThere: Attack = (_, pass) => {
  world.proxy.aim(theirs)
  return pass()
}

test('S8 P4 P5: entries of both branches make one ledger on no desk, however they are put together', async () => {
  await refresh(world.witness)
  world.proxy.aim(theirs)
  // The other branch becomes the longer one, so that a desk on this one would take it for new entries.
  while (vaultOf(there).entries.length < vaultOf(world.witness).entries.length + 3)
    await sign(there, { do: 'rename-folder', folder: world.assurance, name: `canary-${String(performance.now())}` })
  world.proxy.aim(ours)
  const [mine, other] = [vaultOf(world.witness), vaultOf(there)].map(({ entries }) => entries.map(toBase64url)) as [
    string[],
    string[],
  ]
  const shared = mine.findIndex((one, at) => one !== other[at])
  expect(shared).toBeGreaterThan(5)
  const lies = [
    // This branch continued by the other; one entry of this branch within the other; entries of both by turns.
    [...mine, ...other.slice(mine.length)],
    [...other.slice(0, shared), need(mine[shared]), ...other.slice(shared + 1)],
    other.map((one, at) => (at >= shared && at % 2 === 0 ? (mine[at] ?? one) : one)),
  ]
  const head = headOf(there)
  for (const merged of lies) {
    const attack = bend('ledger', (reply, { url }) => ({
      ...reply,
      head,
      more: false,
      entries: merged.slice(Number(new URL(url, ours).searchParams.get('from'))),
    }))
    const fresh = await freshUnderAttack(world, world.agent, attack)
    expect([fresh.code, [...fresh.claims]]).toEqual(['tampered-ledger', []])
    const known = await world.desk(world.agent, true)
    await openWith(known, need(world.agent.session))
    const seen = await underAttack(world, known, attack, () => refresh(known), { heals: false })
    expect([seen.told, seen.lost]).toEqual([['forked', 'tampered-ledger:tampered-ledger'], []])
  }
})

test('S8: a receipt that the server signs itself, in whosever name, cries no fork', async () => {
  const desk = await world.desk(world.owner, true)
  await openWith(desk, need(world.owner.session))
  // A head that never existed: a member's signature on it would be evidence.
  const ledger = { sequence: headOf(desk).sequence, hash: zero32 }
  const forged = async (member: Player['member']) =>
    toBase64url(await signReceipt(world.mallory.sign, { org: world.org, member, ledger, time: Date.now() }))
  const receipts = await Promise.all([editor.member, world.mallory.member].map(forged))
  const attack = bend('seen', (reply) => ({ ...reply, receipts }))
  const rename = { do: 'rename-folder' as const, folder: world.assurance, name: 'canary-of-no-fork' }
  const seen = await underAttack(world, desk, attack, () => sign(desk, rename), { landed: true })
  expect([seen.code, seen.told]).toEqual([null, []])
})

test('S8 P5: a new desk takes no true beginning of the ledger that ends before what its key has seen', async () => {
  const { agent } = world
  await refresh(agent)
  // The head that a seed sealed today names.
  const pinned = headOf(agent)
  const head = headAt(agent, -2)
  const attack = bend('ledger', (reply) => ({
    ...reply,
    entries: reply.entries.slice(0, head.sequence),
    more: false,
    head,
  }))
  const desk = await world.desk(agent, true)
  const seen = await underAttack(world, desk, attack, () => openWith(desk, { ...need(agent.session), pinned }))
  expect([seen.code, [...seen.claims]]).toEqual(['rolled-back', []])
})

test('S8 P5: a new desk takes no ledger that ends before what its key has seen', async () => {
  const attack = bend('ledger', (reply) => ({
    ...reply,
    entries: reply.entries.slice(0, 2),
    more: false,
    head: { ...reply.head, sequence: 2 },
  }))
  expect((await freshUnderAttack(world, world.agent, attack)).code).toBe('rolled-back')
})
