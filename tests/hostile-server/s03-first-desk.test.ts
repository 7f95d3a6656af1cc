import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Open } from '../../extension/keeper/vault/open.ts'
import type { Watch } from '../../extension/keeper/sync/sync.ts'
import { explain } from '../../extension/keeper/fill/explain.ts'
import { toBase64url } from '../../shared/bytes/base64url.ts'
import { idBytes, newInvitationId, newMemberId, signature } from '../../shared/bytes/ids.ts'
import type { Hash, ItemId } from '../../shared/bytes/ids.ts'
import { get } from '../../shared/bytes/table.ts'
import { encode, split } from '../../shared/bytes/encode.ts'
import { invitationSigner } from '../../shared/crypto/derive.ts'
import { receiveHash } from '../../shared/crypto/hpke.ts'
import { randomBytes } from '../../shared/crypto/random.ts'
import type { Act } from '../../shared/ledger/acts.ts'
import { ledgerBody, packEntry, readEntry } from '../../shared/ledger/entry.ts'
import { need } from '../headless/org.ts'
import { sign } from '../headless/person.ts'
import { pageAt } from '../headless/tab.ts'
import { all, bend } from './attacks.ts'
import { bytesOf, forgeChange, forgeEntry, granting, handOf, hashOfEntry, inviting, slippedIn } from './forge.ts'
import type { Forged, Signing } from './forge.ts'
import { forgeItem } from './forge-item.ts'
import { lengthAt, vaultOf } from './honest.ts'
import { underAttack } from './oracle.ts'
import { openWith } from './player.ts'
import type { Player } from './player.ts'
import type { Attack } from './proxy.ts'
import { PORTAL, newWorld } from './world.ts'
import type { World } from './world.ts'

// A person's first desk, which has never verified the ledger, shows it while older signatures are still being checked.
let world: World
beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())

/** These acts, one entry each, at the honest ledger's end, signed with this key. */
async function forgeEntries(by: Signing, acts: Act[]): Promise<Forged[]> {
  const forged: Forged[] = []
  for (const act of acts)
    forged.push(await forgeEntry(world, by, [act], forged.length === 0 ? {} : after(need(forged.at(-1)))))
  return forged
}

const ours = () => ({ kind: 'member' as const, id: world.agent.member })
const headOf = ({ sequence, hash }: Forged) => ({ sequence, hash })
const after = ({ sequence, hash }: Forged) => ({ sequence: sequence + 1, previous: hash })

/** The honest ledger followed by these entries, sent to somebody who has left no receipt. */
const ending = (forged: readonly Forged[]): Attack =>
  bend('ledger', (reply) => ({
    ...reply,
    own: null,
    entries: [...reply.entries, ...forged.map(({ entry }) => entry)],
    head: headOf(need(forged.at(-1))),
  }))

/** An action on Inès’s new desk as soon as it shows the ledger: here the check of older signatures waits for it. */
async function firstDesk(whenShown: (player: Player) => Promise<unknown> = () => Promise.resolve()) {
  const player = await world.desk(world.agent, true)
  const shown: unknown[] = []
  const watch = Reflect.get(player.keeper, 'watch') as (open: Open) => Watch
  Reflect.set(player.keeper, 'watch', (open: Open) => ({
    ...watch(open),
    async usable() {
      await watch(open).usable()
      if (vaultOf(player).uncheckedSignatures !== null && player.keeper.shown !== null)
        shown.push(await whenShown(player))
    },
  }))
  return { player, shown, unlocking: () => openWith(player, need(world.agent.session)) }
}
const firstUnderAttack = async (attack: Attack, whenShown?: (player: Player) => Promise<unknown>) => {
  const { player, shown, unlocking } = await firstDesk(whenShown)
  return { player, shown, seen: await underAttack(world, player, attack, unlocking, { heals: false }) }
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => explain(error).code,
  )

/** Reads and fills, and returns how each ended. */
async function use(player: Player, item: ItemId, url: string) {
  const choice = { folder: world.banque, item }
  player.frames.splice(0, 1, pageAt(url))
  return [await codeOf(player.ask['item.read'](choice, '')), await codeOf(player.ask.fill({ ...choice, tab: 1 }, ''))]
}

/** A malicious owner lets the server's ghost in, under an honest invitation that they cannot answer. */
async function ghostEntries() {
  const { sign: own, receive } = world.mallory
  const [invitation, member] = [newInvitationId(), newMemberId()]
  const invited = await invitationSigner(randomBytes(32))
  const added: Act = {
    act: 'member added',
    invitation,
    member,
    signKey: own.publicKey,
    receive: await receiveHash(receive.publicKey),
    profile: toBase64url(randomBytes(32)) as Hash,
    byInvitation: signature.read(randomBytes(64)),
    byMember: signature.read(randomBytes(64)),
  }
  const edits = granting(world.banque, { kind: 'member', id: member }, 'edit')
  return { ghost: { member, sign: own }, acts: [inviting(invitation, invited.publicKey, 'member'), added, edits] }
}

test('S3 S14 P4 P8: nothing that an owner’s ghost wrote is opened or filled before what let the ghost in is checked', async () => {
  const { ghost, acts } = await ghostEntries()
  const forged = await forgeEntries(handOf(world.owner), acts)
  const keys = need(vaultOf(world.owner).folderKeys.get(world.banque))
  const generation = Math.max(...keys.keys())
  const evil = await forgeItem(world, {
    folder: world.banque,
    by: ghost.member,
    key: need(keys.get(generation)),
    generation,
  })
  const change = await forgeChange(world, ghost, world.banque, [evil.change], { ledger: headOf(need(forged.at(-1))) })
  const attack = all(ending(forged), slippedIn(world.banque, change, evil.parts))
  const signed: Promise<string | null>[] = []
  const { player, seen, shown } = await firstUnderAttack(attack, (desk) => {
    // Signing waits until everything is checked.
    signed.push(codeOf(sign(desk, { do: 'rename-folder', folder: world.banque, name: 'canary-of-haste' })))
    return use(desk, evil.change.item, 'https://evil.example')
  })
  expect([...shown.flat(), ...(await Promise.all(signed))]).toEqual(['tampered-ledger', 'tampered-ledger', 'locked'])
  expect([seen.code, [...seen.claims]]).toEqual(['tampered-ledger', []])
  expect(player.desk.kept.blobs.size, 'kept on the desk').toBe(0)
})

test('S3 S14 P4 P8: an honest password goes to no address that an owner’s ghost wrote, before what let the ghost in is checked', async () => {
  const { ghost, acts } = await ghostEntries()
  const forged = await forgeEntries(handOf(world.owner), acts)
  const keys = need(vaultOf(world.owner).folderKeys.get(world.banque))
  const id = world.items.portail
  const { parts, revision } = need(get(need(vaultOf(world.witness).shelves.get(world.banque)).journal.items, id))
  const honest = need(parts).secret
  const generation = Math.max(...keys.keys())
  const key = need(keys.get(generation))
  const of = { folder: world.banque, by: ghost.member, key, generation, revision: revision + 1, id }
  const evil = await forgeItem(world, of)
  const { overview } = evil.change.parts
  const secret = { revision: honest.revision, generation: honest.generation, hash: honest.hash }
  const moved = { ...evil.change, parts: { overview, secret } }
  const change = await forgeChange(world, ghost, world.banque, [moved], { ledger: headOf(need(forged.at(-1))) })
  const attack = all(ending(forged), slippedIn(world.banque, change, evil.parts.slice(0, 1)))
  const { seen, shown } = await firstUnderAttack(attack, (desk) => use(desk, id, 'https://evil.example'))
  expect(shown.flat()).toEqual(['tampered-ledger', 'tampered-ledger'])
  expect([seen.code, [...seen.claims]]).toEqual(['tampered-ledger', []])
})

test('S3 S11 P4: an entry that nobody signed, behind others of the same author, is shown for no longer than its check takes', async () => {
  const by = handOf(world.owner)
  const wish = granting(world.top, ours(), 'read')
  const unsigned = await forgeEntry(world, { ...by, sign: world.mallory.sign }, [wish])
  const behind = await forgeEntry(world, by, [granting(world.assurance, ours(), 'read')], after(unsigned))
  const { seen, shown } = await firstUnderAttack(ending([unsigned, behind]))
  expect([seen.code, [...seen.claims], shown.length]).toEqual(['tampered-ledger', [], 1])
})

test('S5 S11 P4: an owner’s entry in a second encoding, behind others of theirs, is shown for no longer either', async () => {
  const by = handOf(world.owner)
  const honest = await forgeEntry(world, by, [{ act: 'folder witnessed', folder: world.banque, witnessed: true }])
  const { signedBytes } = await readEntry(ledgerBody, bytesOf(honest))
  const { label, fields } = split(signedBytes)
  const act = encode('folder witnessed', idBytes(world.banque), Uint8Array.of(1, 1))
  const body = encode(label, ...fields.slice(0, -1), encode('list', act))
  const entry = packEntry(body, await by.sign.sign(body))
  const second = { ...honest, entry: toBase64url(entry), hash: await hashOfEntry(entry) }
  const behind = await forgeEntry(world, by, [granting(world.top, ours(), 'read')], after(second))
  const { seen, shown } = await firstUnderAttack(ending([second, behind]))
  expect([seen.code, [...seen.claims], shown.length]).toEqual(['tampered-ledger', [], 1])
})

test('S3 S11 P4: of a ledger whose newest entry of anybody is not theirs, a first desk shows nothing at all', async () => {
  const by = handOf(world.owner)
  const unsigned = await forgeEntry(world, { ...by, sign: world.mallory.sign }, [granting(world.top, ours(), 'read')])
  const { seen, shown } = await firstUnderAttack(ending([unsigned]))
  expect([seen.code, shown.length]).toEqual(['tampered-ledger', 0])
})

test('S3 S14 P4: a first desk shows nothing of a ledger in which somebody signs whom nobody let in', async () => {
  const { ghost, acts } = await ghostEntries()
  const admin: Act = { act: 'member role set', member: ghost.member, role: 'admin' }
  const forged = await forgeEntries(handOf(world.owner), [...acts, admin])
  const signed = await forgeEntry(
    world,
    ghost,
    [inviting(newInvitationId(), world.mallory.sign.publicKey, 'member')],
    after(need(forged.at(-1))),
  )
  const { seen, shown } = await firstUnderAttack(ending([...forged, signed]))
  expect([seen.code, shown.length]).toEqual(['tampered-ledger', 0])
})

test('S3 P4: what stands on checked signatures is of use on a first desk at once, and the honest rest soon after', async () => {
  const { player, shown, unlocking } = await firstDesk((desk) => use(desk, world.items.portail, PORTAL))
  world.proxy.attack(bend('ledger', (reply) => ({ ...reply, own: null })))
  await unlocking()
  world.proxy.attack(null)
  expect(shown).toEqual([[null, null]])
  expect(player.filled.length).toBe(1)
  expect(vaultOf(player).uncheckedSignatures).toBeNull()
  expect(lengthAt(player)).toBe(lengthAt(world.witness))
  expect(player.desk.kept.blobs.size).toBeGreaterThan(0)
})
