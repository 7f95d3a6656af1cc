import { ledgerAt } from '../../extension/keeper/vault/vault.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toBase64url } from '../../shared/bytes/base64url.ts'
import type { Bytes } from '../../shared/bytes/bytes.ts'
import { newInvitationId, newItemId, zero32 } from '../../shared/bytes/ids.ts'
import type { FolderId, Hash, MemberId } from '../../shared/bytes/ids.ts'
import type { FolderKey } from '../../shared/crypto/keys.ts'
import { randomBytes } from '../../shared/crypto/random.ts'
import type { Act, OwnersAct } from '../../shared/ledger/acts.ts'
import type { JournalBody } from '../../shared/ledger/entry.ts'
import { replayEntry } from '../../shared/ledger/replay/ledger.ts'
import { firstPolicy } from '../../shared/ledger/replay/owners.ts'
import { descriptionHash } from '../../shared/access/description-hash.ts'
import { plainFacts } from '../../shared/vault/about-client.ts'
import { newWords, sealFolderName } from '../../shared/vault/seal-description.ts'
import { need } from '../headless/org.ts'
import { refresh, sign } from '../headless/person.ts'
import { all, bend } from './attacks.ts'
import { refusedFolder } from './both.ts'
import { freshUnderAttack, underAttack } from './oracle.ts'
import { bytesOf, forgeChange, forgeEntry, granting, handOf, inviting, slippedIn } from './forge.ts'
import type { Signing } from './forge.ts'
import { forgeItem } from './forge-item.ts'
import { cutOf, headWhileMember, ledgerOf, revisionOf, vaultOf } from './honest.ts'
import type { Player } from './player.ts'
import { reasonFor, refusedBecause } from './reasons.ts'
import { newWorld } from './world.ts'
import type { World } from './world.ts'

// A colleague's true keys, and a server that inserts what they sign. The victim is Inès, on a known desk and on a new one.
let world: World
let reader: Player
let editor: Player
let gone: Player
let admin: Player
let goneKey: FolderKey
let goneHand: Signing
beforeAll(async () => {
  world = await newWorld()
  reader = await world.hire('Rita')
  editor = await world.hire('Édith')
  gone = await world.hire('Gaston')
  admin = await world.hire('Adam', 'admin')
  const at = world.banque
  const to = (player: Player) => ({ kind: 'member' as const, id: player.member })
  await sign(world.owner, { do: 'grant', folder: at, to: to(reader), level: 'read' })
  for (const one of [editor, gone]) await sign(world.owner, { do: 'grant', folder: at, to: to(one), level: 'edit' })
  await world.save(at, 'avant-le-départ')
  for (const one of [reader, editor, gone, admin]) await refresh(one)
  goneKey = keyOf(gone)
  goneHand = handOf(gone)
  await sign(world.owner, { do: 'remove-member', member: gone.member })
  await world.save(at, 'après-le-départ')
  for (const one of [world.witness, world.agent, reader, editor]) await refresh(one)
})
afterAll(() => world.close())

const newest = (player: Player) => Math.max(...(vaultOf(player).folderKeys.get(world.banque)?.keys() ?? []))
const keyOf = (player: Player) => need(vaultOf(player).folderKeys.get(world.banque)?.get(newest(player)))
const someHash = () => toBase64url(randomBytes(32)) as Hash

const item = (by: MemberId, key: FolderKey, generation: number, revision = 1, id = newItemId()) =>
  forgeItem(world, { folder: world.banque, by, key, generation, revision, id })
const refusedItem = async (
  by: Signing,
  made: Awaited<ReturnType<typeof forgeItem>>,
  body: Partial<JournalBody>,
  code: string,
) =>
  refusedFolder(
    world,
    world.agent,
    world.banque,
    slippedIn(world.banque, await forgeChange(world, by, world.banque, [made.change], body), made.parts),
    code,
  )

test('S14 P4: a reader and the server forge no item, and change none', async () => {
  const by = handOf(reader)
  await refusedItem(by, await item(reader.member, keyOf(reader), newest(reader)), {}, 'not-allowed')
  const { portail } = world.items
  const standing = revisionOf(world.witness, world.banque, portail)
  await refusedItem(
    by,
    await item(reader.member, keyOf(reader), newest(reader), standing + 1, portail),
    {},
    'not-allowed',
  )
  // In the name of a member who has the right: the signature is not theirs.
  const inHerName = { member: editor.member, sign: by.sign }
  await refusedItem(inHerName, await item(editor.member, keyOf(reader), newest(reader)), {}, 'bad-signature')
})

test('S14 P5 P7: an editor who was removed forges nothing, neither now nor backdated, with the old key or the old ledger', async () => {
  const made = await item(gone.member, goneKey, 1)
  await refusedItem(goneHand, made, {}, 'not-allowed')
  // Based on the ledger of when they could still write: the journal has grown past the cut.
  const before = headWhileMember(world.witness, gone.member)
  await refusedItem(goneHand, made, { ledger: before, generation: 1 }, 'before-the-cut')
})

test('S14 P5: an entry of the removed editor’s in the middle of the journal, where they still had the right, is refused', async () => {
  const { entries } = need(vaultOf(world.witness).shelves.get(world.banque))
  const made = await item(gone.member, goneKey, 1)
  const before = headWhileMember(world.witness, gone.member)
  const cut = need(cutOf(ledgerOf(world.witness), world.banque))
  // The journal up to the cut, with their entry in place of what honest people wrote after it.
  const forged = await forgeChange(world, goneHand, world.banque, [made.change], {
    sequence: cut.sequence + 1,
    previous: cut.head,
    ledger: before,
    generation: 1,
  })
  const attack = all(
    bend('ledger', (reply) => ({
      ...reply,
      journals: reply.journals.map((one) =>
        one.folder === world.banque ? { ...one, sequence: cut.sequence + 1 } : one,
      ),
    })),
    bend('fetch', (reply) => ({
      ...reply,
      journals: reply.journals.map((one) =>
        one.folder === world.banque
          ? { ...one, entries: [...entries.slice(0, cut.sequence), forged.entry], parts: [...one.parts, ...made.parts] }
          : one,
      ),
    })),
  )
  const seen = await freshUnderAttack(world, world.agent, attack)
  expect(seen.told).toEqual([expect.stringMatching(/^tampered-folder:(past-the-cut|shortened)$/)])
  expect([...seen.claims].filter((one) => one.startsWith('["item"') && one.includes(world.banque))).toEqual([])
})

const hashOf = (sealed: Bytes) =>
  descriptionHash({ kind: 'folder', named: someHash(), sealed: toBase64url(sealed), forRegister: null })
const to = (member: MemberId) => ({ kind: 'member' as const, id: member })

test.each<[string, () => Player]>([
  ['a reader', () => reader],
  ['an editor', () => editor],
])('S14 P4: %s and the server forge no grant, no name, no folder and no team', async (_, who) => {
  const by = handOf(who())
  const { member } = by
  const sealed = await sealFolderName(
    keyOf(who()),
    { org: world.org, folder: world.banque, generation: newest(who()), revision: 2, author: member },
    { ...newWords('Evil bank'), ...plainFacts(0) },
  )
  const generation = { commitment: someHash(), receive: someHash() }
  const acts: Act[] = [
    granting(world.banque, to(world.agent.member), 'read'),
    granting(world.banque, to(member), 'manage'),
    { act: 'folder described', folder: world.banque, revision: 2, description: await hashOf(sealed) },
    { act: 'folder revoked', folder: world.banque, to: { kind: 'team', id: world.team } },
    { act: 'folder re-keyed', folder: world.banque, generation: newest(who()) + 1, ...generation },
    {
      act: 'folder created',
      folder: newItemId() as never,
      parent: world.banque,
      ...generation,
      description: someHash(),
    },
    { act: 'team members set', team: world.team, added: [member], removed: [] },
    { act: 'folder moved', folder: world.banque, parent: null },
    { act: 'folder closed', folder: world.banque },
    { act: 'folder witnessed', folder: world.banque, witnessed: true },
    { act: 'member removed', member: world.agent.member },
  ]
  for (const act of acts) await refusedBecause(world, world.agent, 'not-allowed', await forgeEntry(world, by, [act]))
})

test('S14 P4: an admin and the server give themselves no folder, no role and no policy, and make no owner', async () => {
  const by = handOf(admin)
  const acts: Act[] = [
    granting(world.banque, to(admin.member), 'read'),
    { act: 'team members set', team: world.team, added: [admin.member], removed: [] },
    inviting(newInvitationId(), world.mallory.sign.publicKey, 'owner'),
    { act: 'member role set', member: admin.member, role: 'owner' },
    { act: 'member role set', member: world.owner.member, role: 'member' },
    {
      act: 'policy set',
      policy: { ...firstPolicy, shiftHours: 12, keepDays: 90 },
    },
    { act: 'folder adopted', folder: world.banque, by: admin.member },
    { act: 'member removed', member: world.owner.member },
  ]
  for (const act of acts) await refusedBecause(world, world.agent, 'not-allowed', await forgeEntry(world, by, [act]))
})

test('S14 P4 P7: an editor who was removed, and the server, forge no grant and no name, now or with the date of before', async () => {
  const { member } = goneHand
  const place = { org: world.org, folder: world.banque, generation: 1, revision: 2, author: member }
  const name = await sealFolderName(goneKey, place, { ...newWords('Evil bank'), ...plainFacts(0) })
  const before = headWhileMember(world.witness, member)
  const then = need(await ledgerAt(vaultOf(world.witness))(before.sequence))
  const backdated = { sequence: before.sequence + 1, previous: before.hash, time: then.time }
  for (const act of [
    granting(world.banque, to(world.agent.member), 'read'),
    granting(world.banque, to(member), 'manage'),
    { act: 'folder described', folder: world.banque, revision: 2, description: await hashOf(name) },
  ] satisfies Act[]) {
    await refusedBecause(world, world.agent, 'unknown-author', await forgeEntry(world, goneHand, [act]))
    // The end of a ledger that stops just before they left: there they were an editor, and nothing more.
    const forged = await forgeEntry(world, goneHand, [act], backdated)
    expect(await replayEntry(then, bytesOf(forged))).toMatchObject({ code: 'not-allowed' })
    const attack = bend('ledger', (reply, { url }) => ({
      ...reply,
      more: false,
      head: { sequence: forged.sequence, hash: forged.hash },
      entries: [...vaultOf(world.witness).entries.slice(fromOf(url), before.sequence).map(toBase64url), forged.entry],
    }))
    expect((await freshUnderAttack(world, world.agent, attack)).code).toBe('tampered-ledger')
    expect((await underAttack(world, world.agent, attack)).told[0]).toMatch(/^tampered-ledger:/)
  }
})
const fromOf = (url: string) => Number(new URL(url, 'http://server').searchParams.get('from'))

test('S14 P4: one owner of three, or with an admin, and the server do not do what takes two', async () => {
  const { owner } = world
  const orphan = await orphaned()
  const third = await world.hire('Orane')
  const second = await world.hire('Ovide', 'owner')
  await sign(owner, { do: 'set-role', member: third.member, role: 'owner' })
  await refresh(second)
  await sign(second, { do: 'approve-proposal', proposed: ledgerOf(owner).head })
  await refresh(world.witness)
  const by = handOf(second)
  const acts: OwnersAct[] = [
    { act: 'member removed', member: third.member },
    { act: 'member role set', member: third.member, role: 'member' },
    { act: 'member role set', member: admin.member, role: 'owner' },
    {
      act: 'policy set',
      policy: { ...firstPolicy, shiftHours: 12, keepDays: 90 },
    },
    { act: 'folder adopted', folder: orphan, by: second.member },
  ]
  for (const act of acts) {
    await refusedBecause(world, world.agent, 'needs-two-owners', await forgeEntry(world, by, [act]))
    const proposed = await forgeEntry(world, by, [{ act: 'proposed', proposal: act }])
    const at = { sequence: proposed.sequence, hash: proposed.hash }
    // An owner's role that ends takes the register with it: whoever approves that writes its cut.
    const ends = act.act === 'member removed' || (act.act === 'member role set' && act.role === 'member')
    const register = need(ledgerOf(owner).register)
    const cuts: Act[] = ends ? [{ act: 'journal cut', folder: register, sequence: 0, head: zero32 }] : []
    const approvedBy = (hand: Signing) =>
      forgeEntry(world, hand, [{ act: 'approved', proposed: at }, ...cuts], {
        sequence: at.sequence + 1,
        previous: at.hash,
      })
    expect(await reasonFor(world, proposed, await approvedBy(handOf(owner)))).toBe('believed')
    // Approved by the same owner twice with one signature; by an admin; in the name of an owner who did not sign.
    await refusedBecause(world, world.agent, 'needs-two-owners', proposed, await approvedBy(by))
    await refusedBecause(world, world.agent, 'not-allowed', proposed, await approvedBy(handOf(admin)))
    const inHerName = { member: owner.member, sign: by.sign }
    await refusedBecause(world, world.agent, 'bad-signature', proposed, await approvedBy(inHerName))
    const byAdmin = await forgeEntry(world, handOf(admin), [{ act: 'proposed', proposal: act }])
    await refusedBecause(world, world.agent, 'not-allowed', byAdmin)
  }
})

/** A folder that nobody manages any more. */
async function orphaned(): Promise<FolderId> {
  const { owner } = world
  const mona = await world.hire('Mona')
  const folder = need((await sign(owner, { do: 'create-folder', parent: null, name: 'canary-of-orphan' })).folder)
  await sign(owner, { do: 'grant', folder, to: to(mona.member), level: 'manage' })
  await sign(owner, { do: 'revoke', folder, to: to(owner.member) })
  await sign(owner, { do: 'remove-member', member: mona.member })
  return folder
}
