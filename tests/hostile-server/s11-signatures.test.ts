import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromBase64url, toBase64url } from '../../shared/bytes/base64url.ts'
import { newFolderId, newInvitationId, newItemId, newMemberId, zeroOrg } from '../../shared/bytes/ids.ts'
import type { Hash, InvitationId, OrgId, Signature, SignPublic } from '../../shared/bytes/ids.ts'
import { joinProof, rotationProof } from '../../shared/crypto/contexts.ts'
import { receiveHash } from '../../shared/crypto/hpke.ts'
import { randomBytes } from '../../shared/crypto/random.ts'
import type { Act } from '../../shared/ledger/acts.ts'
import { journalBody, ledgerBody, readEntry } from '../../shared/ledger/entry.ts'
import type { Change } from '../../shared/ledger/entry.ts'
import { signReceipt } from '../../shared/ledger/receipt.ts'
import { seenReply } from '../../shared/protocol/seen.ts'
import { need } from '../headless/org.ts'
import { refresh, sign } from '../headless/person.ts'
import { bend } from './attacks.ts'
import { toldOf } from './claims.ts'
import { ledgerOf } from './honest.ts'
import { underAttack } from './oracle.ts'
import { openWith } from './player.ts'
import { refusedAsLedger, refusedFolder } from './both.ts'
import { appended, bytesOf, forgeChange, forgeEntry, handOf, hashOfEntry, inviting, slippedIn, under } from './forge.ts'
import { refusedBecause } from './reasons.ts'
import { revisionOf } from './honest.ts'
import type { Player } from './player.ts'
import { newWorld } from './world.ts'
import type { World } from './world.ts'

// The signatures are genuine here, but are presented with something that they were not made for.
let world: World
beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())

const someHash = () => toBase64url(randomBytes(32)) as Hash
const link = () => ({ revision: 1, generation: 1, hash: someHash() })
const change = (): Change => ({ item: newItemId(), revision: 1, parts: { overview: link(), secret: link() } })
const rename = (): Act => ({ act: 'folder described', folder: world.banque, revision: 2, description: someHash() })

test('S11 P4: the signature of a journal entry makes no ledger entry, and the other way round', async () => {
  const owner = handOf(world.owner)
  const ledger = await forgeEntry(world, owner, [rename()])
  const journal = await forgeChange(world, owner, world.banque, [change()])
  await refusedAsLedger(world, world.agent, appended(await under(ledger, journal)))
  // The whole signed entry, in the other's place.
  await refusedAsLedger(world, world.agent, appended({ ...ledger, entry: journal.entry, hash: journal.hash }))
  await refusedFolder(
    world,
    world.agent,
    world.banque,
    slippedIn(world.banque, await under(journal, ledger), []),
    'bad-signature',
  )
  const moved = { ...journal, entry: ledger.entry }
  await refusedFolder(world, world.agent, world.banque, slippedIn(world.banque, moved, []), 'malformed')
  expect((await readEntry(ledgerBody, bytesOf(ledger))).body.acts).toHaveLength(1)
  expect((await readEntry(journalBody, bytesOf(journal))).body.changes).toHaveLength(1)
})

test('S11 P5: an entry of one folder’s journal is none of another’s, well signed as it is', async () => {
  const owner = handOf(world.owner)
  const { sequence } = await forgeChange(world, owner, world.banque, [change()])
  const there = { ...(await forgeChange(world, owner, world.assurance, [change()])), sequence }
  await refusedFolder(world, world.agent, world.banque, slippedIn(world.banque, there, []), 'wrong-org')
  const renamed = await forgeChange(world, owner, world.banque, [change()], { folder: newFolderId() })
  await refusedFolder(world, world.agent, world.banque, slippedIn(world.banque, renamed, []), 'wrong-org')
})

test('S11 S14 P4: whoever may edit one folder deletes nothing in another by an entry that names their own', async () => {
  const editor = await world.hire('Émile')
  const to = { kind: 'member' as const, id: editor.member }
  await sign(world.owner, { do: 'grant', folder: world.assurance, to, level: 'edit' })
  await refresh(world.witness)
  const { portail } = world.items
  const gone: Change = { item: portail, revision: revisionOf(world.witness, world.banque, portail) + 1, parts: null }
  const there = await forgeChange(world, handOf(editor), world.banque, [gone], { folder: world.assurance })
  await refusedFolder(world, world.agent, world.banque, slippedIn(world.banque, there, []), 'wrong-org')
})

test('S11 P4: an owner’s entry for another org, place or past is none here', async () => {
  const owner = handOf(world.owner)
  const elsewhere = toBase64url(randomBytes(32)) as OrgId
  for (const [reason, body] of [
    ['wrong-org', { org: elsewhere }],
    ['wrong-org', { org: zeroOrg }],
    ['wrong-sequence', { sequence: 99 }],
    ['time-runs-back', { time: 1 }],
  ] as const)
    await refusedBecause(world, world.agent, reason, await forgeEntry(world, owner, [rename()], body))
})

/** Keys under which anybody could sign, or invalid ones: y = 0, 1, -1, p, p + 1, points of order 8, and none. */
const weak = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '0000000000000000000000000000000000000000000000000000000000000080',
  '0100000000000000000000000000000000000000000000000000000000000080',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
].map((hex) => toBase64url(Buffer.from(hex, 'hex')) as SignPublic)

const anybodys = toBase64url(Uint8Array.of(1, ...new Uint8Array(63))) as Signature

test.each(weak)(
  'S11 S1 P4: no invitation and no member comes in under the weak key %s, an owner’s true signature or not',
  async (key) => {
    const owner = handOf(world.owner)
    const invitation: InvitationId = newInvitationId()
    const invited = inviting(invitation, key, 'admin')
    await refusedBecause(world, world.agent, 'bad-sign-key', await forgeEntry(world, owner, [invited]))
    // A member with a weak key, by a valid invitation: one signature verifies for every message (R = 1, s = 0).
    const good = inviting(invitation, world.mallory.sign.publicKey, 'admin')
    const member = newMemberId()
    const receive = await receiveHash(world.mallory.receive.publicKey)
    const proof = joinProof({ org: world.org, invitation, member, signKey: key, receiveHash: receive })
    const added: Act = {
      act: 'member added',
      invitation,
      member,
      signKey: key,
      receive,
      profile: someHash(),

      byInvitation: await world.mallory.sign.sign(proof),
      byMember: anybodys,
    }
    await refusedBecause(world, world.agent, 'bad-sign-key', await forgeEntry(world, owner, [good, added]))
  },
)

test.each(weak)(
  'S11 P4: a member takes no weak key %s in the place of their own, with their true signature',
  async (key) => {
    // Rosa has no folder: her rotation needs no cut, and only its key is wrong.
    rosa ??= await world.hire('Rosa')
    await refresh(world.witness)
    const { member } = rosa
    const receive = await receiveHash(world.mallory.receive.publicKey)
    const proof = rotationProof({ org: world.org, member, generation: 2, signKey: key, receiveHash: receive })
    for (const made of [await world.mallory.sign.sign(proof), toBase64url(new Uint8Array(64)) as Signature]) {
      const rotated: Act = { act: 'member keys rotated', signKey: key, receive, proof: made }
      await refusedBecause(world, world.agent, 'bad-sign-key', await forgeEntry(world, handOf(rosa), [rotated]))
    }
  },
)
let rosa: Player | null = null

test('S11 S8 P4: a receipt is no entry and an entry no receipt: what was signed for one says nothing in the other’s place', async () => {
  const owner = handOf(world.owner)
  const honest = await forgeEntry(world, owner, [rename()])
  const { head } = ledgerOf(world.witness)
  const of = { org: world.org, member: owner.member, ledger: head, time: Date.now() }
  const receipt = await signReceipt(owner.sign, of)
  await refusedAsLedger(world, world.agent, appended({ ...honest, entry: toBase64url(receipt) }))
  // A true signature on another past, presented as a receipt: first a ledger entry's, then a journal entry's.
  const elsewhere = { previous: someHash() }
  const entry = await forgeEntry(world, owner, [rename()], elsewhere)
  const gone: Change = { item: newItemId(), revision: 2, parts: null }
  const journal = await forgeChange(world, owner, world.banque, [gone], { ledger: { ...head, hash: someHash() } })
  for (const { entry: one } of [entry, journal]) {
    expect(seenReply.safeParse({ receipts: [one], cursor: 1 }).success).toBe(true)
    const desk = await world.desk(world.agent, true)
    const attack = bend('seen', (reply) => ({ ...reply, receipts: [one] }))
    const seen = await underAttack(world, desk, attack, () => openWith(desk, need(world.agent.session)))
    expect([seen.code, seen.told]).toEqual([null, []])
    expect(seen.exchanges.some(({ sent }) => sent.endpoint === 'seen')).toBe(true)
  }
})

test('S11: the same signature in another spelling is no signature', async () => {
  const honest = await forgeEntry(world, handOf(world.owner), [rename()])
  const bytes = Buffer.from(fromBase64url(honest.entry))
  // s + L, little-endian, in the last 32 bytes: the classic second spelling (RFC 8032, 5.1.7).
  const order = (1n << 252n) + 27742317777372353535851937790883648493n
  const at = bytes.length - 32
  let s = 0n
  for (let i = 31; i >= 0; i -= 1) s = (s << 8n) | BigInt(bytes[at + i] ?? 0)
  s += order
  for (let i = 0; i < 32; i += 1) bytes[at + i] = Number((s >> BigInt(8 * i)) & 255n)
  const entry = new Uint8Array(bytes)
  await refusedAsLedger(
    world,
    world.agent,
    appended({ ...honest, entry: toBase64url(entry), hash: await hashOfEntry(entry) }),
  )
})

test('S11 S8 P5: an owner’s true signature on another past is evidence of a fork: it is told, and stays told', async () => {
  const desk = await world.desk(world.agent, true)
  await openWith(desk, need(world.agent.session))
  const forged = await forgeEntry(world, handOf(world.owner), [rename()], { previous: someHash() })
  const seen = await underAttack(world, desk, appended(forged), () => refresh(desk), { heals: false })
  expect(seen.told).toEqual(['forked', 'tampered-ledger:tampered-ledger'])
  await refresh(desk)
  expect(await toldOf(desk)).toEqual(['forked'])
})
