import { afterAll, beforeAll, expect, test } from 'vitest'
import type postgres from 'postgres'
import { openKeys } from '../../extension/keeper/vault/keyring.ts'
import type { Vault } from '../../extension/keeper/vault/vault.ts'
import { toBase64url } from '../../shared/bytes/base64url.ts'
import type { FolderId, Hash } from '../../shared/bytes/ids.ts'
import { get } from '../../shared/bytes/table.ts'
import { rotationProof } from '../../shared/crypto/contexts.ts'
import { memberKeys } from '../../shared/crypto/derive.ts'
import { receiveHash, receiveKeysFrom } from '../../shared/crypto/hpke.ts'
import { newMemberSeed } from '../../shared/crypto/keys.ts'
import { randomBytes } from '../../shared/crypto/random.ts'
import type { Act } from '../../shared/ledger/acts.ts'
import { signReceipt } from '../../shared/ledger/receipt.ts'
import { judge } from '../../shared/ledger/replay/ledger.ts'
import type { FetchReply } from '../../shared/protocol/sync.ts'
import { need } from '../headless/org.ts'
import { furtherKey, refresh } from '../headless/person.ts'
import { opens } from '../headless/rotation.ts'
import { signed } from '../headless/signed.ts'
import { all, answering, bend, replaying } from './attacks.ts'
import { refusedFolder } from './both.ts'
import { forgeChange, forgeEntry, granting, handOf, slippedIn } from './forge.ts'
import type { Signing } from './forge.ts'
import { forgeItem } from './forge-item.ts'
import { generationsOf, ledgerOf, vaultOf } from './honest.ts'
import { freshUnderAttack, underAttack } from './oracle.ts'
import type { Player } from './player.ts'
import type { Attack, Exchange } from './proxy.ts'
import { reasonFor, refusedBecause } from './reasons.ts'
import { deskOf, newRotating, rotatedUnder } from './rotating.ts'
import type { Rotating } from './rotating.ts'
import { NEXT } from './seeds.ts'
import type { SoftKey } from '../soft-key.ts'
import { newWorld, PIN } from './world.ts'
import type { World } from './world.ts'

// Léna has rotated her keys. A thief has her old PIN, her FIDO key, her old seed, and the server with all its past data.
let world: World
let here: Rotating
let lena: Player
let desk: Player
let second: SoftKey
let old: { hand: Signing; vault: Vault; head: { sequence: number; hash: Hash }; ledger: Exchange; fetch: Exchange }
let sql: postgres.Sql
beforeAll(async () => {
  world = await newWorld()
  here = await newRotating(world)
  ;({ lena } = here)
  sql = world.server.sql()
  desk = await deskOf(here)
  second = await furtherKey(desk, NEXT)
  await sql`create table kept as select * from credentials`
  const mark = world.proxy.log.length
  await freshUnderAttack(world, lena, honestly)
  const last = (endpoint: string) =>
    need(world.proxy.log.slice(mark).findLast(({ sent }) => sent.endpoint === endpoint))
  const { keys, ...rest } = vaultOf(lena)
  const receive = await receiveKeysFrom(need(keys.receive.secrets[0]))
  const vault = { ...rest, keys: { ...keys, receive }, folderKeys: copyOfKeys(rest.folderKeys) }
  const { head } = ledgerOf(world.witness)
  old = { hand: handOf(lena), vault, head, ledger: last('ledger'), fetch: last('fetch') }
  expect((await rotatedUnder(here, honestly, { by: desk })).landed).toBe(true)
  await world.save(here.own, 'après')
  for (const one of [lena, world.agent, world.witness]) await refresh(one)
  lena.lied = true
})
afterAll(async () => {
  await sql.end()
  await world.close()
})

const honestly: Attack = (_, pass) => pass()
const copyOfKeys = (of: Vault['folderKeys']): Vault['folderKeys'] =>
  new Map(
    [...of].map(([id, held]) => [id, new Map([...held].map(([at, key]) => [at, new Uint8Array(key) as typeof key]))]),
  )
/** A fresh desk of hers, with this key, connected to the lying server. */
const fresh = async (key = lena.key): Promise<Player> => {
  const player = { ...(await world.desk({ ...lena, key }, true)), key }
  return player
}
/** The server accepts requests with the lent token as somebody else's: a lying server may believe whom it likes. */
const lending: Attack = async ({ method, url, headers }, pass) => {
  if (headers.authorization !== `DPoP ${world.agent.keeper.needOpen().session.token}`) return pass()
  const as = await signed(world.agent, method, url.split('?')[0] ?? '', world.proxy.target())
  return pass({ headers: { ...headers, ...as } })
}
/** The old row, and a session for the holder of the old seed: the server lends somebody else's. */
async function past(then: () => Promise<void>, more: Attack = honestly): Promise<void> {
  const columns = '"voprfRandom", "sealedSeed", "sealRevision"'
  await sql.unsafe(`create table now as select * from credentials`)
  await sql.unsafe(
    `update credentials c set (${columns}) = (select ${columns} from kept k where k.id = c.id), tries = 10`,
  )
  const { token } = world.agent.keeper.needOpen().session
  world.proxy.attack(all(answering('session', 200, { token, expiresIn: 60_000 }), lending, more))
  await then()
  world.proxy.attack(null)
  await sql.unsafe(
    `update credentials c set (${columns}) = (select ${columns} from now n where n.id = c.id), tries = 10`,
  )
  await sql.unsafe(`drop table now`)
}
const oldWorld = () => all(replaying('ledger', old.ledger), replaying('fetch', old.fetch))

test('S7 S10 P5: the row of before new keys, served again, opens nothing by the new PIN, and nothing by the old one where the new ones were seen', async () => {
  await past(async () => {
    desk.lied = true
    expect([await opens(NEXT, desk), await opens(PIN, desk)]).toEqual(['wrong-pin', 'old-seal'])
    desk.lied = false
  }, oldWorld())
  await past(async () => {
    expect(await opens(NEXT, await fresh())).toBe('wrong-pin')
    // An empty desk opens the old seed, but the present ledger does not name its keys.
    expect(await opens(PIN, await fresh())).toBe('tampered-ledger')
  })
  expect([await opens(PIN, desk), await opens(NEXT, desk)]).toEqual(['wrong-pin', 'opens'])
  expect(await opens(NEXT, await fresh())).toBe('opens')
})

test('S10 P2: another FIDO key that held the old seed opens nothing, nor does it where the server kept its row', async () => {
  expect(await opens(NEXT, await fresh(second))).toBe('credential-revoked')
  await sql`insert into credentials select * from kept where id = ${Buffer.from(second.id, 'base64url')}`
  await sql`delete from revoked_credentials`
  await past(async () => {
    expect(await opens(NEXT, await fresh(second))).toBe('tampered-ledger')
  })
  await sql`delete from credentials where id = ${Buffer.from(second.id, 'base64url')}`
})

test('S7 S10 P5: a desk that unlocks by the new PIN takes no ledger that ends before the entry of its keys', async () => {
  expect((await freshUnderAttack(world, lena, oldWorld())).code).toBe('rolled-back')
  await refresh(lena)
  expect((await underAttack(world, lena, replaying('ledger', old.ledger))).told).toEqual(['restored'])
})

test('S10 P7: with the old seed and every wrap that there is nothing opens that was sealed since', async () => {
  const wraps = [lena, world.owner, world.agent].flatMap((one) => [...vaultOf(one).wraps.values()])
  const { chain } = vaultOf(world.witness)
  const thief: Vault = {
    ...old.vault,
    chain,
    teamSeeds: new Map(),
    folderKeys: new Map(),
    wraps: new Map(),
  }
  await openKeys(thief, wraps)
  for (const folder of [here.own, world.banque, world.assurance]) {
    const newest = generationsOf(ledgerOf(world.witness), 'folder', folder).length
    expect(newest).toBeGreaterThan(1)
    expect(vaultOf(lena).folderKeys.get(folder)?.has(newest)).toBe(true)
    expect([...(thief.folderKeys.get(folder)?.keys() ?? [])]).toEqual([])
  }
})

test('S10 P4: wraps of before, served again under the names of today’s, open nothing to the new keys, and the folder says so', async () => {
  const { wraps } = JSON.parse(String(old.fetch.answer.body)) as FetchReply
  const attack = bend('fetch', (reply) => ({
    ...reply,
    wraps: reply.wraps.flatMap((one) =>
      wraps.filter(({ id }) => id === one.id).map((wrap) => ({ ...wrap, generation: one.generation })),
    ),
  }))
  const seen = await freshUnderAttack(world, lena, attack)
  expect(seen.told).toContain('tampered-folder:no-key')
  expect([...seen.claims].filter((one) => one.startsWith('["item"') && one.includes(here.own))).toEqual([])
})

/** A rotation in this member's name as a client would draft it, including cuts. */
async function rotation(author: Signing['member']): Promise<Act[]> {
  const { sign, receive } = await memberKeys(newMemberSeed())
  const state = ledgerOf(world.witness)
  const generation = need(get(state.members, author)).keyGeneration + 1
  const hash = await receiveHash(receive.publicKey)
  const of = { org: world.org, member: author, generation, signKey: sign.publicKey, receiveHash: hash }
  const proof = await sign.sign(rotationProof(of))
  const act: Act = { act: 'member keys rotated', signKey: sign.publicKey, receive: hash, proof }
  const { touched } = judge(state, [act], { author, sequence: state.head.sequence + 1, time: state.time })
  const cuts = [...touched].map((folder): Act => {
    const { sequence, hash: head } = need(vaultOf(world.witness).shelves.get(folder)).journal.head
    return { act: 'journal cut', folder, sequence, head }
  })
  return [act, ...cuts]
}

test('S11 S14 P4: what the old sign key signs after new keys, a grant, a name, a second rotation, no colleague and no desk of hers believes', async () => {
  const description = toBase64url(randomBytes(32)) as Hash
  const lists: Act[][] = [
    [granting(here.own, { kind: 'member', id: world.agent.member }, 'edit')],
    [{ act: 'folder described', folder: here.own, revision: 2, description }],
    await rotation(lena.member),
  ]
  for (const acts of lists) {
    const forged = await forgeEntry(world, old.hand, acts)
    for (const one of [world.agent, lena]) await refusedBecause(world, one, 'bad-signature', forged)
  }
  const own = await forgeEntry(world, handOf(lena), need(lists.at(-1)))
  expect(await reasonFor(world, own)).toBe('believed')
})

test('S14 P5: an item by the old sign key is refused by readers and by her own desk, dated now or from before, with the old folder key or the new', async () => {
  const { own } = here
  const newest = (folder: FolderId) => generationsOf(ledgerOf(world.witness), 'folder', folder).length
  const key = (of: Vault, folder: FolderId, at: number) => need(of.folderKeys.get(folder)?.get(at))
  const before = { ledger: old.head, generation: 1 }
  const lies = [
    [own, key(vaultOf(lena), own, newest(own)), newest(own), {}, 'bad-signature'],
    // Two cases: something was written since, or nothing was and only the cut forbids an earlier date.
    [own, key(old.vault, own, 1), 1, before, 'before-the-cut'],
    [world.banque, key(old.vault, world.banque, 1), 1, before, 'past-the-cut'],
  ] as const
  for (const [folder, folderKey, generation, body, code] of lies) {
    const { change, parts } = await forgeItem(world, { folder, by: lena.member, key: folderKey, generation })
    const forged = await forgeChange(world, old.hand, folder, [change], body)
    for (const one of [world.agent, lena])
      await refusedFolder(world, one, folder, slippedIn(folder, forged, parts), code)
  }
})

test('S3 P4: new keys for somebody else, by the server or by any colleague, are believed by nobody, and true ones not twice', async () => {
  const acts = await rotation(lena.member)
  for (const { sign } of [world.mallory, handOf(world.owner), handOf(world.agent)])
    for (const one of [world.agent, lena]) {
      const forged = await forgeEntry(world, { member: lena.member, sign }, acts)
      await refusedBecause(world, one, 'bad-signature', forged)
    }
  // Her act in a colleague's entry counts as the colleague's, who cannot prove the new keys.
  const [act] = acts as [Act]
  const theirs = [act, ...(await rotation(world.owner.member)).slice(1)]
  await refusedBecause(world, lena, 'bad-signature', await forgeEntry(world, handOf(world.owner), theirs))
  const mine = ledgerOf(world.witness)
  const again = { ...acts[0], signKey: get(mine.members, lena.member)?.signKey } as Act
  await refusedBecause(world, lena, 'already-there', await forgeEntry(world, handOf(lena), [again, ...acts.slice(1)]))
})

test('S8 S11 P5: a receipt under the old sign key says nothing: no fork, where the same one under the new key is evidence', async () => {
  const { head } = ledgerOf(world.witness)
  const ledger = { sequence: head.sequence, hash: toBase64url(randomBytes(32)) as Hash }
  const of = { org: world.org, member: lena.member, ledger, time: Date.now() }
  const shown = async ({ sign }: Signing) => {
    const receipt = toBase64url(await signReceipt(sign, of))
    const attack = bend('seen', (reply) => ({ ...reply, receipts: [receipt] }))
    return (await freshUnderAttack(world, world.agent, attack, { heals: false })).told
  }
  expect([await shown(old.hand), await shown(handOf(lena))]).toEqual([[], ['forked']])
})
