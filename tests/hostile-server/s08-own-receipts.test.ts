import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromBase64url, toBase64url } from '../../shared/bytes/base64url.ts'
import { signReceipt } from '../../shared/ledger/receipt.ts'
import { need } from '../headless/org.ts'
import { refresh, sign } from '../headless/person.ts'
import { all, bend } from './attacks.ts'
import { headOf } from './claims.ts'
import { appended, forgeEntry, granting, handOf } from './forge.ts'
import { headAt } from './honest.ts'
import { freshUnderAttack } from './oracle.ts'
import { openWith } from './player.ts'
import type { Attack } from './proxy.ts'
import { newWorld } from './world.ts'
import type { World } from './world.ts'

// A new desk accepts its person's own receipt as proof that a client of theirs verified a ledger: no server can make one.
let world: World
beforeAll(async () => {
  world = await newWorld()
  await refresh(world.agent)
})
afterAll(() => world.close())

const saying = (own: string | null): Attack => bend('ledger', (reply) => ({ ...reply, own }))

test('S8 P5: a new desk takes no ledger that ends before what its person has seen on another', async () => {
  const { agent } = world
  await sign(world.owner, { do: 'rename-folder', folder: world.banque, name: 'canary-of-what-was-seen' })
  await refresh(agent)
  const before = headAt(agent, -2)
  const short = bend('ledger', (reply) => ({
    ...reply,
    entries: reply.entries.slice(0, before.sequence),
    more: false,
    head: before,
  }))
  const seen = await freshUnderAttack(world, agent, short)
  expect([seen.code, [...seen.claims]]).toEqual(['rolled-back', []])
})

test('S3 S8 S11 P4: a receipt that the server or a colleague signs vouches for no entry that nobody signed', async () => {
  const { agent, mallory, owner, org } = world
  await refresh(world.witness)
  const inHerName = { member: owner.member, sign: mallory.sign }
  const wish = granting(world.top, { kind: 'member', id: agent.member }, 'manage')
  const forged = await forgeEntry(world, inHerName, [wish])
  const of = { org, ledger: { sequence: forged.sequence, hash: forged.hash }, time: Date.now() }
  const made = [
    await signReceipt(mallory.sign, { ...of, member: agent.member }),
    await signReceipt(handOf(owner).sign, { ...of, member: owner.member }),
    await signReceipt(handOf(owner).sign, { ...of, member: agent.member }),
    fromBase64url(forged.entry),
  ]
  for (const receipt of made) {
    const seen = await freshUnderAttack(world, agent, all(appended(forged), saying(toBase64url(receipt))))
    expect([seen.code, [...seen.claims]]).toEqual(['tampered-ledger', []])
  }
})

test('S8: without the receipt, or with an older one, a new desk checks more and believes the same', async () => {
  const { agent } = world
  const head = headAt(agent, 3)
  const old = await signReceipt(handOf(agent).sign, { org: world.org, member: agent.member, ledger: head, time: 1 })
  for (const own of [null, toBase64url(old)]) {
    const seen = await freshUnderAttack(world, agent, saying(own))
    expect([seen.code, seen.told]).toEqual([null, []])
    expect(headOf(seen.player)).toEqual(headOf(agent))
  }
})

test('S8 P5: a receipt of this person’s for another branch keeps a new desk shut, and is told', async () => {
  const { agent } = world
  const ledger = { ...headOf(agent), hash: headAt(agent, 3).hash }
  const other = await signReceipt(handOf(agent).sign, { org: world.org, member: agent.member, ledger, time: 1 })
  const desk = await world.desk(agent, true)
  world.proxy.attack(saying(toBase64url(other)))
  await expect(openWith(desk, need(agent.session))).rejects.toMatchObject({ code: 'tampered-ledger' })
  world.proxy.attack(null)
})
