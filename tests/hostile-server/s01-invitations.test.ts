import { afterAll, beforeAll, expect, test } from 'vitest'
import { toBase64url } from '../../shared/bytes/base64url.ts'
import { newMemberId } from '../../shared/bytes/ids.ts'
import { joinProof } from '../../shared/crypto/contexts.ts'
import { invitationSigner } from '../../shared/crypto/derive.ts'
import { receiveHash } from '../../shared/crypto/hpke.ts'
import { randomBytes } from '../../shared/crypto/random.ts'
import { readInvitation } from '../../extension/keeper/unlock/invitation-code.ts'
import type { Act } from '../../shared/ledger/acts.ts'
import { firstPolicy } from '../../shared/ledger/replay/owners.ts'
import type { Join } from '../../shared/protocol/enrol.ts'
import { need } from '../headless/org.ts'
import { furtherKey, join, look, refresh, sign } from '../headless/person.ts'
import { all, answering, asking, bend } from './attacks.ts'
import { searchFor } from './canaries.ts'
import { appended, forgeEntry } from './forge.ts'
import { ledgerOf, headAt } from './honest.ts'
import { freshUnderAttack, underAttack } from './oracle.ts'
import { newPlayer, openWith, sessionOf } from './player.ts'
import type { Player } from './player.ts'
import { PIN, newWorld } from './world.ts'
import type { World } from './world.ts'

// Here Odile's own desk is connected to the lying server, because she lets people in.
let world: World
let owner: Player
beforeAll(async () => {
  world = await newWorld()
  owner = world.owner
})
afterAll(() => world.close())

async function invite(name: string) {
  const email = `${name.toLowerCase()}@atlas.example`
  const { code } = await sign(owner, { do: 'invite', name, email, role: 'member', teams: [world.team] })
  return readInvitation(need(code))
}

/** A newcomer who answers through the lying server, which logs everything they send. */
async function answer(name: string): Promise<Player> {
  const { code } = await sign(owner, {
    do: 'invite',
    name,
    email: `${name.toLowerCase()}@atlas.example`,
    role: 'member',
    teams: [world.team],
  })
  const newcomer = newPlayer(world.proxy, name, true)
  await join(newcomer, world.proxy.origin, need(code), PIN)
  return newcomer
}

/** The name in the invitation: under another name it would not be shown at all (M1). */
const named = (name: string) => ({ name, email: `${name.toLowerCase()}@atlas.example` })

/** The server's own answer to an invitation: a member it made up, with whatever signatures it can get. */
async function ghostJoin(invitation: Join['invitation'], name: string, secret = randomBytes(32)): Promise<Join> {
  const { sign: own, receive } = world.mallory
  const member = newMemberId()
  const proof = joinProof({
    org: world.org,
    invitation,
    member,
    signKey: own.publicKey,
    receiveHash: await receiveHash(receive.publicKey),
  })
  return {
    invitation,
    ...named(name),
    member,
    signKey: own.publicKey,
    askedAt: 0,
    receiveKey: toBase64url(receive.publicKey),
    invitationSignature: await (await invitationSigner(secret)).sign(proof),
    ownSignature: await own.sign(proof),
  }
}

/** Odile lets in whoever the lying server says has answered. */
async function letIn(invitation: Join['invitation'], change: (joins: Join[]) => Join[] | Promise<Join[]>) {
  owner.lied = true
  const attack = bend('joins', async (reply) => ({ ...reply, joins: await change(reply.joins) }))
  const seen = await underAttack(
    world,
    owner,
    attack,
    async () => {
      await refresh(owner)
      await sign(owner, { do: 'approve', invitation })
    },
    { heals: false },
  )
  owner.lied = false
  await refresh(owner)
  expect(seen.exchanges.filter(({ sent }) => sent.endpoint === 'appendLedger')).toEqual([])
  return seen
}

test('S1 P4: an invitation that the server answers itself lets nobody in', async () => {
  const { invitation } = await invite('Gaspard')
  const join = await ghostJoin(invitation, 'Gaspard')
  expect((await letIn(invitation, (joins) => [...joins, join])).code).toBe('bad-signature')
})

test('S1 S11 P4: the invitation’s signature of one newcomer lets no other in', async () => {
  await answer('Hugo')
  await refresh(owner)
  const real = need(owner.keeper.joins.joins.find(({ name }) => name === 'Hugo'))
  const other = await invite('Hélène')
  const ghost = await ghostJoin(other.invitation, 'Hélène')
  const moved = { ...ghost, invitationSignature: real.invitationSignature }
  expect((await letIn(other.invitation, (joins) => [...joins, moved])).code).toBe('bad-signature')
  const twice = { ...real, ...named('Hélène'), invitation: other.invitation }
  expect((await letIn(other.invitation, (joins) => [...joins, twice])).code).toBe('bad-signature')
})

test.each(['signKey', 'receiveKey', 'member', 'invitationSignature', 'ownSignature'] as const)(
  'S1 S2 P4: a newcomer whose %s was swapped at the join is not let in',
  async (field) => {
    await answer(`Ida-${field}`)
    await refresh(owner)
    const real = need(owner.keeper.joins.joins.find(({ name }) => name === `Ida-${field}`))
    const ghost = await ghostJoin(real.invitation, real.name)
    const seen = await letIn(real.invitation, (joins) =>
      joins.map((one) => (one.invitation === real.invitation ? { ...one, [field]: ghost[field] } : one)),
    )
    expect(seen.code).toBe('bad-signature')
  },
)

test('S1 S13 P1: neither the code nor its secret is in any request, and no page of the server’s is asked for', async () => {
  const { code } = await sign(owner, {
    do: 'invite',
    name: 'Jules',
    email: 'jules@atlas.example',
    role: 'member',
    teams: [],
  })
  const { secret } = readInvitation(need(code))
  const mark = world.proxy.log.length
  const newcomer = newPlayer(world.proxy, 'Jules', true)
  await newcomer.ask['server.look']({ address: world.proxy.origin }, '')
  await newcomer.ask['server.trust']({ address: world.proxy.origin }, '')
  await newcomer.ask['join.look']({ code: need(code) }, '')
  await join(newcomer, world.proxy.origin, need(code), PIN)
  const sent = world.proxy.log.slice(mark)
  expect(sent.length).toBeGreaterThan(4)
  expect(sent.filter(({ sent }) => sent.endpoint === null)).toEqual([])
  const search = searchFor([secret, need(code).slice(8), PIN])
  expect(
    sent.flatMap(({ sent }) => search(`${sent.url}\n${JSON.stringify(sent.headers)}\n${sent.body.toString()}`)),
  ).toEqual([])
})

test('S1: a code is for one org on one server, whatever the server says it is', async () => {
  const { code } = await sign(owner, {
    do: 'invite',
    name: 'Karl',
    email: 'karl@atlas.example',
    role: 'member',
    teams: [],
  })
  const newcomer = newPlayer(world.proxy, 'Karl', true)
  const other = toBase64url(randomBytes(32)) as typeof world.org
  for (const attack of [
    bend('invitation', (reply) => ({ ...reply, org: other })),
    bend('hello', (reply) => ({ ...reply, org: { id: other, name: 'Atlas Relation' } })),
  ]) {
    world.proxy.attack(attack)
    await expect(join(newcomer, world.proxy.origin, need(code), PIN)).rejects.toMatchObject({
      code: 'invitation-other-org',
    })
  }
  world.proxy.attack(null)
  expect(
    world.proxy.log.some(({ sent }) => sent.endpoint === 'enrolBegin' && sent.body.toString().includes(other)),
  ).toBe(false)
})

test('S1 P4: a newcomer believes no ledger that lacks their exact keys, or that ends before the code’s head', async () => {
  const newcomer = await answer('Lise')
  const { invitation } = need((await look(owner)).invitations.find(({ name }) => name === 'Lise'))
  await refresh(owner)
  await sign(owner, { do: 'approve', invitation })
  const session = await sessionOf(newcomer, world.proxy.origin, world.org, PIN)
  newcomer.member = session.member
  newcomer.session = session
  const short = bend('ledger', (reply) => ({
    ...reply,
    entries: reply.entries.slice(0, 3),
    more: false,
    head: { ...reply.head, sequence: 3 },
  }))
  const seen = await underAttack(world, newcomer, short, () => openWith(newcomer, session))
  expect([seen.code, [...seen.claims]]).toEqual(['rolled-back', []])
  // Another person's desk in this newcomer's place: its keys are not those that the ledger names.
  const stranger = await world.desk(newcomer, true)
  const theirs = { ...session, seed: need(world.agent.session).seed }
  const swapped = await underAttack(
    world,
    stranger,
    (_, pass) => pass(),
    () => openWith(stranger, theirs),
    { heals: false },
  )
  expect(swapped.code).toBe('tampered-ledger')
})

test('S1: an enrolment that the server carries out for another member, or answers with rubbish, seals nothing to its liking', async () => {
  for (const [attack, code] of [
    [bend('enrolBegin', (reply) => ({ ...reply, proof: toBase64url(randomBytes(64)) })), 'bad-voprf-proof'],
    [answering('enrolBegin', 500, 'rubbish'), 'server-unreachable'],
    [asking('enrolBegin', ({ body }) => ({ body: swapMember(body) })), 'not-allowed'],
  ] as const) {
    const { code: invitation } = await sign(owner, {
      do: 'invite',
      name: 'Max',
      email: 'max@atlas.example',
      role: 'member',
      teams: [],
    })
    const newcomer = newPlayer(world.proxy, 'Max', true)
    const mark = world.proxy.log.length
    world.proxy.attack(all(attack))
    await expect(join(newcomer, world.proxy.origin, need(invitation), PIN)).rejects.toThrow()
    world.proxy.attack(null)
    expect([code, world.proxy.log.slice(mark).filter(({ sent }) => sent.endpoint === 'enrolFinish').length]).toEqual([
      code,
      0,
    ])
  }
})
const swapMember = (body: Buffer) => {
  const json = JSON.parse(body.toString()) as { member: string }
  return Buffer.from(JSON.stringify({ ...json, member: world.agent.member }))
}

test('S1 S7 P4: a newcomer takes no policy but the one that stood when they were invited, neither another nor an older', async () => {
  const [weak, strict] = [
    { ...firstPolicy, shiftHours: 12, keepDays: 90 },
    { ...firstPolicy, keepDays: 10, twoKeys: true },
  ]
  // An owner who requires two keys of everybody has two.
  await furtherKey(owner, PIN)
  for (const policy of [weak, strict]) await sign(owner, { do: 'set-policy', policy })
  const at = ledgerOf(owner).head.sequence
  const newcomer = await answer('Nils')
  await refresh(owner)
  const { invitation } = need((await look(owner)).invitations.find(({ name }) => name === 'Nils'))
  await sign(owner, { do: 'approve', invitation })
  await refresh(world.witness)
  newcomer.session = await sessionOf(newcomer, world.proxy.origin, world.org, PIN)
  newcomer.member = newcomer.session.member
  const weaker: Act = { act: 'policy set', policy: weak }
  const inHerName = { member: owner.member, sign: world.mallory.sign }
  const forged = [await forgeEntry(world, world.mallory, [weaker]), await forgeEntry(world, inHerName, [weaker])]
  const entries = (change: (all: string[]) => string[]) =>
    bend('ledger', (reply) => ({ ...reply, entries: change(reply.entries) }))
  const short = bend('ledger', (reply) => ({
    ...reply,
    entries: reply.entries.slice(0, at - 1),
    more: false,
    head: headAt(world.witness, at - 1),
  }))
  for (const [attack, code] of [
    ...forged.map((one) => [appended(one), 'tampered-ledger'] as const),
    [entries((all) => [...all, need(all[at - 2])]), 'tampered-ledger'],
    [entries((all) => all.filter((_, i) => i !== at - 1)), 'tampered-ledger'],
    [short, 'rolled-back'],
  ] as const)
    expect((await freshUnderAttack(world, newcomer, attack)).code).toBe(code)
  const { player } = await freshUnderAttack(world, newcomer, (_, pass) => pass())
  expect(ledgerOf(player).policy).toEqual(strict)
})
