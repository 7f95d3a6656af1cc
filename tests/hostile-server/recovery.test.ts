import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fromBase64url, toBase64url } from '../../shared/bytes/base64url.ts'
import { newItemId } from '../../shared/bytes/ids.ts'
import type { FolderId } from '../../shared/bytes/ids.ts'
import { get } from '../../shared/bytes/table.ts'
import type { KeyShare } from '../../shared/crypto/keys.ts'
import { joinShares, openShare } from '../../shared/crypto/share.ts'
import type { Act, OwnersAct } from '../../shared/ledger/acts.ts'
import type { Wrap } from '../../shared/protocol/objects.ts'
import { firstPolicy } from '../../shared/ledger/replay/owners.ts'
import { ledgerAppend } from '../../shared/protocol/sync.ts'
import { shareAt } from '../../extension/keeper/vault/shares.ts'
import { need } from '../headless/org.ts'
import { itemsIn, join, look, refresh, sign } from '../headless/person.ts'
import { all, bend, flipped } from './attacks.ts'
import { refusedAsLedger } from './both.ts'
import { canaryFields } from './canaries.ts'
import { appended, forgeEntry, handOf } from './forge.ts'
import { ledgerOf, vaultOf } from './honest.ts'
import { freshUnderAttack, underAttack } from './oracle.ts'
import { newPlayer, openWith, sessionOf } from './player.ts'
import type { Player } from './player.ts'
import type { Attack } from './proxy.ts'
import { newWorld, PIN } from './world.ts'
import type { World } from './world.ts'

// Three owners, recovery allowed by two of them, and Agnès, whose personal folder's key is split among the owners; then she
// loses her keys.
let world: World
let owner: Player
let mona: Player
let nora: Player
let agnes: Player
let again: Player
let isBack = false
let own: FolderId
const policy = { ...firstPolicy, recovery: true }

async function approve(by: Player): Promise<void> {
  await refresh(by)
  await sign(by, { do: 'approve-proposal', proposed: need(ledgerOf(by).proposals.at(-1)).at })
}
const honestly = async (player: Player) => {
  player.lied = false
  await refresh(player)
}

beforeAll(async () => {
  world = await newWorld()
  owner = world.owner
  mona = await world.hire('Mona')
  nora = await world.hire('Nora')
  agnes = await world.hire('Agnès')
  for (const one of [mona, nora]) await honestly(one)
  await sign(owner, { do: 'set-role', member: mona.member, role: 'owner' })
  await sign(owner, { do: 'set-role', member: nora.member, role: 'owner' })
  await approve(mona)
  await refresh(owner)
  await sign(owner, { do: 'set-policy', policy })
  await approve(mona)
  for (const one of [owner, nora, agnes, world.witness]) await refresh(one)
  own = need((await sign(agnes, { do: 'create-personal', name: 'canary-of-her-own', recoverable: true })).folder)
  await agnes.ask['item.save']({ folder: own, item: newItemId(), base: null, fields: canaryFields('coffre') }, '')
})
beforeEach(async () => {
  for (const one of [owner, world.witness]) await honestly(one)
})
afterAll(() => world.close())

/** Agnès loses her keys and is let in again, under new ones; once. */
async function comeBack(): Promise<void> {
  if (isBack) return
  isBack = true
  const lost = agnes.member
  const email = 'agnes@atlas.example'
  const asked = { do: 'invite', name: 'Agnès', email, role: 'member', teams: [], replaces: lost } as const
  const { code } = await sign(owner, { ...asked, teams: [] })
  again = newPlayer(world.proxy, 'Agnès', false)
  await join(again, world.proxy.origin, need(code), PIN)
  await refresh(owner)
  const { invitation } = need((await look(owner)).invitations.find(({ replaces }) => replaces === lost))
  await sign(owner, { do: 'approve', invitation })
  again.session = await sessionOf(again, world.proxy.origin, world.org, PIN)
  again.member = again.session.member
  await openWith(again, again.session)
  world.players.push(again)
  for (const one of [mona, world.witness]) await refresh(one)
}

const mine = () => toBase64url(world.mallory.receive.publicKey)
const keys = (change: (all: string[]) => string[]): Attack =>
  bend('fetch', (reply) => ({ ...reply, receiveKeys: change(reply.receiveKeys) }))
const shares = (change: (all: Wrap[]) => Wrap[]): Attack =>
  bend('fetch', (reply) => ({ ...reply, wraps: change(reply.wraps) }))
const isShare = (wrap: Wrap) => wrap.kind === 'share'

test.each([
  ['the attacker’s', () => keys((some) => some.map(mine))],
  ['with one byte turned', () => keys((some) => some.map((one) => flipped(one, 700)))],
  ['held back', () => keys(() => [])],
  ['one owner’s for all', () => keys((some) => some.map(() => some[0] ?? ''))],
] as const)('S1 S2 P4: a person splits their key for no owner whose receive key is %s', async (name, attack) => {
  const yann = await world.hire(`Yann${String(name.length)}`)
  const deed = () => sign(yann, { do: 'create-personal', name: 'canary-of-yann', recoverable: true })
  const seen = await underAttack(world, yann, attack(), deed, { heals: false })
  expect(seen.code).toBe('receive-key-missing')
  expect(seen.exchanges.map(({ sent }) => sent.endpoint)).not.toContain('appendLedger')
})

test('S1 S14 P4: nobody has a person’s key split for others, nor allows it, by fewer than two owners and the person', async () => {
  const [hers, other] = [handOf(mona), handOf(world.agent)]
  const generation = 1
  const owners = [world.mallory.member, owner.member, mona.member]
  const one = (act: Act, by = hers) => forgeEntry(world, by, [act])
  await refusedAsLedger(world, agnes, appended(await one({ act: 'recovery set', folder: own, generation, owners })))
  // Split as the person's own client would, but for somebody else's folder.
  const others = [owner.member, nora.member]
  await refusedAsLedger(
    world,
    agnes,
    appended(await one({ act: 'recovery set', folder: own, generation, owners: others })),
  )
  const all: Act = { act: 'recovery set', folder: own, generation, owners: [...others, mona.member] }
  await refusedAsLedger(world, agnes, appended(await one(all, other)))
  const weaker: Act = { act: 'policy set', policy: { ...policy, shiftHours: 12 } }
  await refusedAsLedger(world, agnes, appended(await one(weaker)))
})

test('S14 P1: one owner, with all that the server holds, opens nothing of a personal folder', async () => {
  for (const one of [mona, owner]) await refresh(one)
  const appends = world.proxy.log.filter(({ sent }) => sent.endpoint === 'appendLedger')
  const wraps = appends.flatMap(({ sent }) => ledgerAppend.parse(JSON.parse(sent.body.toString())).wraps)
  const [vault, person] = [vaultOf(owner), vaultOf(agnes)]
  const [opened, hers]: [KeyShare[], KeyShare[]] = [[], []]
  for (const wrap of wraps) {
    if (wrap.kind !== 'share' || wrap.id !== own) continue
    for (const [desk, into] of [
      [vault, opened],
      [vaultOf(mona), hers],
    ] as const) {
      const at = need(shareAt(desk, own, wrap.holder, desk.me))
      const share = await openShare(desk.keys.receive, fromBase64url(wrap.sealed), at).catch(() => null)
      if (share !== null) into.push(share)
    }
  }
  expect([opened.length, hers.length]).toEqual([1, 1])
  const committed = need(get(ledgerOf(owner).folders, own)?.generations.nth(0)?.commitment)
  const at = { org: world.org, id: own, generation: 1 }
  await expect(joinShares(opened, at, committed)).rejects.toThrow('wrong-commitment')
  // Two owners together could: that is the purpose of recovery.
  expect(await joinShares([...opened, ...hers], at, committed)).toEqual(person.folderKeys.get(own)?.get(1))
})

test('S3 S14 P4: one owner and the server give a personal folder to nobody, not to its person, a ghost, or themselves', async () => {
  await comeBack()
  const by = handOf(mona)
  for (const to of [again.member, mona.member, world.mallory.member, world.agent.member]) {
    const act: OwnersAct = { act: 'folder recovered', folder: own, to }
    await refusedAsLedger(world, world.agent, appended(await forgeEntry(world, by, [act])))
    const proposed = await forgeEntry(world, by, [{ act: 'proposed', proposal: act }])
    const at = { sequence: proposed.sequence, hash: proposed.hash }
    const after = { sequence: at.sequence + 1, previous: at.hash }
    const approved = await forgeEntry(world, by, [{ act: 'approved', proposed: at }], after)
    await refusedAsLedger(world, world.agent, all(appended(proposed), appended(approved)))
  }
})

test('S2 P4: an owner’s desk passes its share on to nobody but the person whom two owners named', async () => {
  await comeBack()
  await sign(owner, { do: 'recover-folder', folder: own, to: again.member })
  const at = { kind: 'share' as const, id: own, generation: 1 }
  const nobody = { kind: 'member' as const, id: world.mallory.member }
  const person = { kind: 'member' as const, id: again.member }
  const attack = all(
    keys((some) => [mine(), ...some.map(mine)]),
    bend('lacking', (reply) => ({
      ...reply,
      wraps: [
        ...[mona.member, owner.member].flatMap((holder) => [
          { ...at, holder, to: nobody },
          { ...at, holder, to: { kind: 'member' as const, id: owner.member } },
          { ...at, holder, to: person },
        ]),
        { kind: 'folder', id: own, generation: 1, to: nobody },
      ],
    })),
  )
  mona.lied = true
  const seen = await underAttack(world, mona, attack, () => approve(mona))
  expect(seen.exchanges.map(({ sent }) => sent.endpoint)).toContain('lacking')
  expect(seen.exchanges.map(({ sent }) => sent.endpoint)).not.toContain('repairObjects')
})

test.each([
  ['held back', () => shares((some) => some.filter((one) => !isShare(one)))],
  [
    'all but one held back',
    () => shares((some) => [...some.filter((one) => !isShare(one)), ...some.filter(isShare).slice(0, 1)]),
  ],
  [
    'one doubled',
    () =>
      shares((some) => {
        const [one] = some.filter(isShare)
        return some.map((each) => (isShare(each) && one !== undefined ? { ...each, sealed: one.sealed } : each))
      }),
  ],
  [
    'turned by one byte',
    () => shares((some) => some.map((one) => (isShare(one) ? { ...one, sealed: flipped(one.sealed, -20) } : one))),
  ],
  [
    'each under another’s name',
    () =>
      shares((some) => {
        const sealed = some
          .filter(isShare)
          .map((one) => one.sealed)
          .reverse()
        return some.map((one) => (isShare(one) ? { ...one, sealed: sealed.shift() ?? '' } : one))
      }),
  ],
] as const)('P4 P5 S5: shares %s bring no key, and the person is told that it is on its way', async (_, attack) => {
  // Both owners' desks have had an honest server since: fresh ones pass on what an attack had withheld.
  for (const one of [owner, mona]) await openWith(await world.desk(one, false), need(one.session))
  // A desk of the person that already has the key would have sealed it to them: here it must come from the shares.
  const alone = shares((some) => some.filter((one) => one.kind !== 'folder' || one.id !== own))
  const seen = await freshUnderAttack(world, again, all(alone, attack()), { heals: false })
  expect(seen.told).toEqual(['shares-missing'])
  expect(vaultOf(seen.player).folderKeys.get(own)?.size ?? 0).toBe(0)
})

test('P7 S10: with the honest shares the person has the folder again, and gives it a new key before anything is written', async () => {
  await refresh(again)
  await refresh(again)
  const seen = await itemsIn(again, own)
  expect('items' in seen && seen.items.length).toBe(1)
  const folder = need(get(ledgerOf(again).folders, own))
  expect([folder.generations.length, folder.staleSince]).toEqual([2, null])
  for (const one of [owner, mona]) expect(vaultOf(one).folderKeys.has(own)).toBe(false)
})
