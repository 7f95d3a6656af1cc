import { afterAll, beforeAll, expect, test } from 'vitest'
import { toBase64url } from '../../shared/bytes/base64url.ts'
import { newFolderId, newItemId, zero32, zeroOrg } from '../../shared/bytes/ids.ts'
import type { Hash, OrgId } from '../../shared/bytes/ids.ts'
import { folderReceive, teamReceive } from '../../shared/crypto/derive.ts'
import { receiveHash } from '../../shared/crypto/hpke.ts'
import { newFolderKey } from '../../shared/crypto/keys.ts'
import type { FolderKey } from '../../shared/crypto/keys.ts'
import { randomBytes } from '../../shared/crypto/random.ts'
import { wrapKey } from '../../shared/crypto/wrap.ts'
import { signLedgerEntry } from '../../shared/ledger/sign-entry.ts'
import type { Wrap } from '../../shared/protocol/objects.ts'
import { plainFacts } from '../../shared/vault/about-client.ts'
import { nameHash, newWords, sealFolderName } from '../../shared/vault/seal-description.ts'
import { sealPart } from '../../shared/vault/seal-item.ts'
import { refresh, unlock } from '../headless/person.ts'
import { all, bend } from './attacks.ts'
import { refusedAsLedger, refusedFolder } from './both.ts'
import { forgeChange, slippedIn } from './forge.ts'
import { generationsOf, ledgerOf, receiveOf, vaultOf } from './honest.ts'
import { freshUnderAttack, underAttack } from './oracle.ts'
import type { Attack } from './proxy.ts'
import { PIN, newWorld } from './world.ts'
import { exactAddress } from '../../extension/messages/item-fields.ts'
import type { World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())

/** An attacker's folder key, correctly sealed to Inès's team. */
async function evilWrap(key: FolderKey): Promise<Wrap> {
  const team = { kind: 'team' as const, id: world.team, generation: 1 }
  const hash = receiveOf(ledgerOf(world.witness), team) as Hash
  const seed = vaultOf(world.agent).teamSeeds.get(world.team)?.get(1)
  if (seed === undefined) throw new Error('no seed')
  const sealed = await wrapKey(key, (await teamReceive(seed)).publicKey, {
    kind: 'folder',
    org: world.org,
    id: world.banque,
    generation: 1,
    recipientKind: 'team',

    recipient: world.team,
    recipientGeneration: 1,
    recipientKeyHash: hash,
  })
  return { kind: 'folder', id: world.banque, generation: 1, to: team, sealed: toBase64url(sealed) }
}
const replacing = (wrap: Wrap): Attack =>
  bend('fetch', (reply) => ({ ...reply, wraps: [...reply.wraps.filter(({ id }) => id !== wrap.id), wrap] }))

test('S4 P4: a folder key of the server’s own, well sealed to the member’s team, opens on no desk, and the folder says so', async () => {
  const attack = replacing(await evilWrap(newFolderKey()))
  const known = await underAttack(world, world.agent, attack)
  expect([known.told, known.lost]).toEqual([[], []])
  const fresh = await freshUnderAttack(world, world.agent, attack)
  expect(fresh.told).toEqual(['tampered-folder:no-key'])
  expect([...fresh.claims].filter((one) => one.includes('"item"') && one.includes(world.banque))).toEqual([])
})

test('S4 P4 P5: an item that the server seals under its own folder key gets into no folder', async () => {
  const key = newFolderKey()
  const item = newItemId()
  const { member, sign } = world.mallory
  const place = { org: world.org, folder: world.banque, item, generation: 1, revision: 1, author: member }
  const overview = await sealPart(key, place, 'overview', {
    name: 'evil',
    username: 'evil',
    urls: [exactAddress('https://evil.example')],
    afterFill: 'stay',
    kind: 'login',
    tags: [],
    passwordIn: [],
  })
  const secret = await sealPart(key, place, 'secret', {
    password: 'evil',
    totp: '',
    notes: '',
    custom: [],
    history: [],
    files: [],
  })
  const link = (hash: Hash) => ({ revision: 1, generation: 1, hash })
  const parts = { overview: link(overview.hash), secret: link(secret.hash) }
  const forged = await forgeChange(world, { member, sign }, world.banque, [{ item, revision: 1, parts }])
  const sealed = [
    { item, part: 'overview' as const, revision: 1, sealed: toBase64url(overview.sealed) },
    { item, part: 'secret' as const, revision: 1, sealed: toBase64url(secret.sealed) },
  ]
  const slipped = slippedIn(world.banque, forged, sealed)
  await refusedFolder(world, world.agent, world.banque, slipped, 'unknown-author')
  const both = await freshUnderAttack(world, world.agent, all(slipped, replacing(await evilWrap(key))))
  expect(both.told).toEqual(['tampered-folder:no-key'])
})

test('S4 P4: a folder that the ledger does not know is not offered, complete as it is', async () => {
  const folder = newFolderId()
  const key = newFolderKey()
  const author = world.owner.member
  const said = { ...newWords('Evil bank'), ...plainFacts(0) }
  const name = await sealFolderName(key, { org: world.org, folder, generation: 1, revision: 1, author }, said)
  const sealed = { named: await nameHash(said), sealed: toBase64url(name), forRegister: null }
  const named = { kind: 'folder' as const, id: folder, revision: 1, ...sealed }
  const wrap = { ...(await evilWrap(key)), id: folder } as Wrap
  const forged = { entry: toBase64url(randomBytes(200)), sequence: 1, hash: zero32 }
  const attack = all(
    slippedIn(folder, forged, []),
    bend('fetch', (reply) => ({
      ...reply,
      wraps: [...reply.wraps, wrap],
      descriptions: [...reply.descriptions, named],
    })),
  )
  for (const seen of [
    await underAttack(world, world.agent, attack),
    await freshUnderAttack(world, world.agent, attack),
  ])
    expect([...seen.claims].filter((one) => one.includes(folder) || one.includes('Evil'))).toEqual([])
})

test('S4 P4: the ledger of another org, in which the server is owner, is believed by no desk', async () => {
  const { member, sign, receive } = world.mallory
  const keys = { signKey: sign.publicKey, receive: await receiveHash(receive.publicKey) }
  const created = { act: 'org created' as const, name: 'Atlas Relation', member, ...keys, profile: zero32 }
  const place = { org: zeroOrg, sequence: 1, previous: zero32, time: Date.now(), author: member }
  const { entry, hash } = await signLedgerEntry(sign, { ...place, acts: [created] })
  const evil = [toBase64url(entry)]
  const attack: Attack = bend('ledger', (reply, { url }) => ({
    ...reply,
    entries: evil,
    more: false,
    head: { sequence: url.endsWith('from=0') ? 1 : ledgerOf(world.witness).head.sequence + 1, hash },
  }))
  await refusedAsLedger(world, world.agent, attack)
})

test('S4 P2: an unlock for another org than the desk’s, or than the key says, is refused', async () => {
  const desk = await world.desk(world.agent, true)
  await desk.desk.local.set('trusted', { server: world.proxy.origin, org: toBase64url(randomBytes(32)) as OrgId })
  const seen = await underAttack(
    world,
    desk,
    (_, pass) => pass(),
    () => unlock(desk, PIN),
    { heals: false },
  )
  expect(['wrong-org', 'wrong-pin']).toContain(seen.code)
})

test('S4 P5: a folder’s receive key of the server’s own is no reason to seal a child’s key to it', async () => {
  // A manager's client seals upwards, and asks the server for the parent's receive key.
  const { owner } = world
  await refresh(owner)
  owner.lied = true
  const evil = toBase64url((await folderReceive(newFolderKey())).publicKey)
  const attack = bend('fetch', (reply) => ({ ...reply, receiveKeys: reply.receiveKeys.map(() => evil) }))
  const seen = await underAttack(world, owner, attack, () =>
    owner.ask['act.sign']({ do: 'create-folder', parent: world.banque, name: 'canary-of-a-child' }, ''),
  )
  owner.lied = false
  // The client holds the key and does not ask for it: the oracle has opened the result with the true key.
  expect(seen.code).toBeNull()
  expect(generationsOf(ledgerOf(world.witness), 'folder', world.banque)).toHaveLength(1)
})
