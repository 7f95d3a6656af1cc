import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { toBase64url } from '../../shared/bytes/base64url.ts'
import { need, newFolder } from '../headless/org.ts'
import { join, look, refresh, sign } from '../headless/person.ts'
import type { FolderId, TeamId } from '../../shared/bytes/ids.ts'
import { ledgerAppend } from '../../shared/protocol/sync.ts'
import { all, bend, flipped } from './attacks.ts'
import { freshUnderAttack, underAttack } from './oracle.ts'
import { vaultOf } from './honest.ts'
import { newPlayer, openWith, sessionOf } from './player.ts'
import type { Player } from './player.ts'
import type { Attack } from './proxy.ts'
import { isWhole } from '../../shared/testing/whole.ts'
import { PIN, newWorld } from './world.ts'
import type { World } from './world.ts'

// A client that seals keys asks the server for receive keys. Here Odile's does, at every place where a key is wrapped.
let world: World
let owner: Player
let paul: Player
let banque: FolderId
beforeAll(async () => {
  world = await newWorld()
  owner = world.owner
  paul = await world.hire('Paul')
})
beforeEach(async () => {
  owner.lied = false
  await refresh(owner)
  // A newcomer for each case, with a team and a folder of their own, so that every act has a recipient to seal to.
  banque = await newFolder(owner, 'canary-of-a-place', world.top)
})
afterAll(() => world.close())

const keys = (change: (all: string[]) => string[]): Attack =>
  bend('fetch', (reply) => ({ ...reply, receiveKeys: change(reply.receiveKeys) }))
const mine = () => toBase64url(world.mallory.receive.publicKey)
const lies: [string, () => Attack][] = [
  ['the attacker’s', () => keys((all) => all.map(() => mine()))],
  ['with one byte turned', () => keys((all) => all.map((one) => flipped(one, 700)))],
  ['held back', () => keys(() => [])],
  ['all zero', () => keys((all) => all.map(() => toBase64url(new Uint8Array(1216))))],
]

const to = (player: Player) => ({ kind: 'member' as const, id: player.member })
const makeTeam = async (): Promise<TeamId> => {
  const { team } = await sign(owner, { do: 'create-team', name: 'canary-of-a-team', home: world.top })
  return team as TeamId
}
/**
 * Every act that seals a key to somebody, with its preparation. A requested receive key must match the ledger; one that the
 * author can derive from their own keys is not requested; a re-keying skips unreachable recipients and continues.
 */
const deeds: [string, 'asked' | 'held' | 'passed over', () => Promise<() => Promise<unknown>>][] = [
  [
    'a grant to a member',
    'asked',
    async () => () => sign(owner, { do: 'grant', folder: banque, to: to(paul), level: 'read' }),
  ],
  [
    'a grant to a team',
    'held',
    async () => () => sign(owner, { do: 'grant', folder: banque, to: { kind: 'team', id: world.team }, level: 'read' }),
  ],
  [
    'a team join',
    'asked',
    async () => {
      const team = await makeTeam()
      return () => sign(owner, { do: 'set-members', team, added: [paul.member], removed: [] })
    },
  ],
  [
    'a subfolder, sealed upwards',
    'held',
    async () => () => sign(owner, { do: 'create-folder', parent: banque, name: 'canary-of-a-child' }),
  ],
  [
    'the re-key of a folder',
    'passed over',
    async () => {
      await sign(owner, { do: 'grant', folder: banque, to: to(paul), level: 'read' })
      await sign(owner, { do: 'grant', folder: banque, to: to(world.agent), level: 'read' })
      return () => sign(owner, { do: 'revoke', folder: banque, to: to(paul) })
    },
  ],
  [
    'the re-key of a team',
    'passed over',
    async () => {
      const team = await makeTeam()
      await sign(owner, { do: 'set-members', team, added: [paul.member, world.agent.member], removed: [] })
      return () => sign(owner, { do: 'set-members', team, added: [], removed: [paul.member] })
    },
  ],
  [
    'the removal of a member',
    'passed over',
    async () => {
      const leaver = await world.hire(`Leaver-${String(Math.trunc(performance.now()))}`)
      for (const one of [leaver, world.agent])
        await sign(owner, { do: 'grant', folder: banque, to: to(one), level: 'read' })
      return () => sign(owner, { do: 'remove-member', member: leaver.member })
    },
  ],
  [
    'a folder moved, and what is below it,',
    'passed over',
    async () => {
      const below = await newFolder(owner, 'canary-of-what-is-below', banque)
      await sign(owner, { do: 'grant', folder: below, to: to(world.agent), level: 'read' })
      return () => sign(owner, { do: 'move-folder', folder: banque, parent: world.assurance })
    },
  ],
]

/** In the short run each act meets the attacker's own key and one more lie, by turns. */
const liesAbout = (nth: number) => lies.filter((_, at) => isWhole || at === 0 || at === 1 + (nth % 3))

test.each(
  deeds.flatMap(([deed, how, before], nth) =>
    liesAbout(nth).map(([lie, attack]) => [deed, lie, how, before, attack] as const),
  ),
)('S2 P4: %s seals nothing to a receive key that is %s', async (_deed, _lie, how, before, attack) => {
  const deed = await before()
  owner.lied = true
  const seen = await underAttack(world, owner, attack(), deed, { heals: false })
  const sent = seen.exchanges.filter(({ sent }) => sent.endpoint === 'appendLedger').length
  expect([seen.code, sent > 0]).toEqual(how === 'asked' ? ['receive-key-missing', false] : [null, true])
  if (how === 'passed over') {
    // The recipient who waits is named; a retry still seals to nobody else.
    expect(await waitingFor()).toEqual(['Inès'])
    const again = await underAttack(world, owner, attack(), undefined, { heals: false })
    expect([again.exchanges.filter(({ sent }) => sent.endpoint === 'repairObjects'), await waitingFor()]).toEqual([
      [],
      ['Inès'],
    ])
  }
  // After any re-keying its author still opens everything on a desk that has only what the server received.
  owner.lied = false
  const fresh = await freshUnderAttack(world, owner, (_, pass) => pass())
  expect([fresh.told, fresh.missing]).toEqual([[], []])
  // Once the server is honest again the key is delivered, and the person who waited has everything.
  await refresh(owner)
  expect(await waitingFor()).toEqual([])
  const theirs = await freshUnderAttack(world, world.agent, (_, pass) => pass())
  expect([theirs.told, theirs.missing]).toEqual([[], []])
})
async function waitingFor(): Promise<string[]> {
  const { status } = await look(owner)
  if (status.state !== 'unlocked') return []
  return status.warnings.flatMap((one) => (one.kind === 'undelivered' ? one.to.map(({ to }) => to) : []))
}

test('S2 S1 P4: whoever is let in gets the key of their team under the key that they signed, whatever is said of it', async () => {
  const invited = { name: 'Nora', email: 'nora@atlas.example', role: 'member' as const, teams: [world.team] }
  const { code } = await sign(owner, { do: 'invite', ...invited })
  const newcomer = newPlayer(world.proxy, 'Nora', false)
  await join(newcomer, world.proxy.origin, need(code), PIN)
  owner.lied = true
  world.proxy.attack(keys((all) => [mine(), ...all.map(() => mine())]))
  await refresh(owner)
  const { invitation } = need((await look(owner)).invitations.find(({ name }) => name === 'Nora'))
  const mark = world.proxy.log.length
  await sign(owner, { do: 'approve', invitation })
  world.proxy.attack(null)
  const sent = need(world.proxy.log.slice(mark).find(({ sent }) => sent.endpoint === 'appendLedger')).sent
  const { wraps, receiveKeys } = ledgerAppend.parse(JSON.parse(sent.body.toString()))
  expect([wraps.length, receiveKeys.includes(mine())]).toEqual([1, false])
  const session = await sessionOf(newcomer, world.proxy.origin, world.org, PIN)
  await openWith(newcomer, session)
  expect([...(vaultOf(newcomer).teamSeeds.get(world.team)?.keys() ?? [])]).toEqual([1])
})

test('S2: what the server says besides, each key doubled and one of its own among them, changes nothing', async () => {
  owner.lied = true
  const attack = keys((all) => [mine(), ...all, ...all, mine()])
  const seen = await underAttack(world, owner, attack, () =>
    sign(owner, { do: 'grant', folder: banque, to: to(paul), level: 'read' }),
  )
  expect([seen.code, seen.exchanges.filter(({ sent }) => sent.endpoint === 'appendLedger').length]).toEqual([null, 1])
})

test('S2 S10 P4: a server that claims to have been restored is given no key for anybody but whom the ledger names', async () => {
  const { team, agent, mallory, top } = world
  const nobody = { kind: 'member' as const, id: mallory.member }
  const stranger = { kind: 'member' as const, id: paul.member }
  const attack = all(
    bend('ledger', (reply) => ({ ...reply, repairedAt: Date.now() - 3_600_000 })),
    bend('lacking', (reply) => ({
      ...reply,
      wraps: [
        ...reply.wraps,
        { kind: 'team', id: team, generation: 1, to: nobody },
        { kind: 'team', id: team, generation: 1, to: stranger },
        { kind: 'team', id: team, generation: 1, to: { kind: 'member', id: agent.member } },
        { kind: 'folder', id: top, generation: 1, to: nobody },
        { kind: 'folder', id: top, generation: 1, to: { kind: 'member', id: agent.member } },
        { kind: 'folder', id: banque, generation: 1, to: { kind: 'team', id: team, generation: 1 } },
        { kind: 'folder', id: banque, generation: 2, to: { kind: 'previous' } },
      ],
    })),
    keys(() => [mine()]),
  )
  const seen = await freshUnderAttack(world, owner, attack, { withheld: true })
  expect(seen.exchanges.filter(({ sent }) => sent.endpoint === 'lacking').length).toBeGreaterThan(0)
})
