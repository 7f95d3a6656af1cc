/** For every endpoint of the protocol a deed that reaches it, by the shipped client: an endpoint without one does not compile. */
import { randomBytes } from 'node:crypto'
import { vi } from 'vitest'
import { callAs } from '../../extension/keeper/desk/call-as.ts'
import { newItemId } from '../../shared/bytes/ids.ts'
import { toBase64url } from '../../shared/bytes/base64url.ts'
import type { Endpoint } from '../../shared/protocol/endpoints.ts'
import { fieldsOf, need } from '../headless/org.ts'
import { changePin, join, look, refresh, sign, touchAlone, unlock } from '../headless/person.ts'
import { all, bend } from './attacks.ts'
import { headAt } from './honest.ts'
import { newPlayer, openWith, sessionOf } from './player.ts'
import type { Player } from './player.ts'
import type { Attack } from './proxy.ts'
import { PIN } from './world.ts'
import type { World } from './world.ts'

/** A world in which there is something of everything: a shift, a witnessed folder, two owners. */
export type Full = World & { other: Player }
export type Deed = {
  /** The desk that acts, at the point just before; `as` is whose, where the deed is not a newcomer's. */
  who(world: Full, as: Player): Promise<Player>
  deed(player: Player, world: Full): Promise<unknown>
  /** Anybody's, or an owner's. */
  by?: 'owner'
  /** What a malicious server has to say first, so that the client asks this at all. */
  besides?(world: Full): Attack
}

/** Inès's, unlocked; nothing is known to her desk but what it has now seen. */
const opened = async (world: Full, as: Player): Promise<Player> => {
  const player = await world.desk(as, true)
  await openWith(player, need(as.session))
  return player
}
const locked = (world: Full, as: Player) => world.desk(as, true)
/** With a session of its own, which may end. */
const apart = async (world: Full, as: Player): Promise<Player> => {
  const player = await world.desk(as, true)
  player.session = await sessionOf(player, world.proxy.origin, world.org, PIN)
  await openWith(player, player.session)
  return player
}
const unlocked = async (world: Full, as: Player): Promise<Player> => {
  const player = await locked(world, as)
  await unlock(player, PIN)
  return player
}
const stranger = (world: Full) => Promise.resolve(newPlayer(world.proxy, 'Nina', true))
const invite = async ({ owner, team }: Full): Promise<string> => {
  await refresh(owner)
  const whom = { name: 'Nina', email: 'nina@atlas.example', role: 'member' as const, teams: [team] }
  return need((await sign(owner, { do: 'invite', ...whom })).code)
}
const joining: Deed = {
  who: stranger,
  async deed(player, world) {
    const code = await invite(world)
    await join(player, world.proxy.origin, code, PIN)
  },
}
const opening: Deed = { who: locked, deed: (player) => openWith(player, need(player.session)) }
const unlocking: Deed = {
  who: locked,
  deed: async (player, world) => openWith(player, await sessionOf(player, world.proxy.origin, world.org, PIN)),
}
const syncing: Deed = { who: opened, deed: (player) => refresh(player) }
const changing: Deed = { who: apart, deed: (player) => changePin(player, PIN, 'canary-pin-7q2m') }
const repaired = bend('ledger', (reply) => ({ ...reply, repairedAt: Date.now() - 3_600_000 }))
/** An older end of the very chain that this desk holds, as after a restored backup. */
const older = (world: Full): Attack =>
  bend('ledger', (reply) => ({
    ...reply,
    entries: [],
    more: false,
    head: headAt(world.witness, -3),
  }))

/** But for new keys of one's own, whose answers are lied about in `rotation.test.ts`: after them the person is another. */
export const deeds: Record<Exclude<Endpoint, 'rotateKeys'>, Deed> = {
  hello: { who: stranger, deed: (player, { proxy }) => player.ask['server.trust']({ address: proxy.origin }, '') },
  setupCheck: { who: locked, deed: (player) => player.ask['setup.check']({ code: '0000-0000-0000-0000' }, '') },
  nonce: unlocking,
  invitation: {
    who: locked,
    deed: async (player, world) => player.ask['join.look']({ code: await invite(world) }, ''),
  },
  enrolBegin: joining,
  enrolFinish: joining,
  evaluate: unlocking,
  session: unlocking,
  renew: {
    who: apart,
    deed(player) {
      player.keeper.needOpen().session.expiresAt = 0
      return refresh(player)
    },
  },
  endSession: {
    who: apart,
    // Locking waits for no server: the request goes out behind it.
    async deed(player, { proxy }) {
      const mark = proxy.log.length
      await player.ask.lock(null, '')
      const ended = () => proxy.log.slice(mark).find(({ sent }) => sent.endpoint === 'endSession')
      await vi.waitUntil(ended, { timeout: 10_000, interval: 5 })
    },
  },
  credentials: { who: opened, deed: (player) => player.ask['keys.list']({ member: null }, '') },
  memberCredentials: {
    who: opened,
    by: 'owner',
    deed: (player, { agent }) => player.ask['keys.list']({ member: agent.member }, ''),
  },
  keyUse: { who: opened, by: 'owner', deed: (player) => player.ask['keys.use'](null, '') },
  attestation: {
    who: opened,
    by: 'owner',
    deed: (player) => player.ask['keys.attestation'](null, ''),
  },
  revokeCredential: {
    who: opened,
    by: 'owner',
    deed: async (player, world) =>
      player.ask['keys.revoke']({ member: world.agent.member, credential: await spareKey(world) }, ''),
  },
  pinBegin: changing,
  pinFinish: changing,
  shiftKeep: {
    who: locked,
    deed: (player) => unlock(player, PIN),
  },
  shiftOpen: {
    async who(world, as) {
      const player = await unlocked(world, as)
      await player.ask.lock(null, '')
      return player
    },
    deed: (player) => touchAlone(player),
  },
  ledger: opening,
  fetch: opening,
  seen: opening,
  appendLedger: {
    who: opened,
    by: 'owner',
    async deed(player, { agent, top }) {
      const to = { kind: 'member' as const, id: agent.member }
      const grants = (await look(player)).folders.find(({ folder }) => folder === top)?.grants ?? []
      const has = grants.some((one) => one.to.id === to.id)
      await sign(player, has ? { do: 'revoke', folder: top, to } : { do: 'grant', folder: top, to, level: 'fill' })
    },
  },
  appendJournal: {
    who: opened,
    by: 'owner',
    // A server that says it has what it dropped is found out at the next sync.
    async deed(player, { banque: folder }) {
      await player.ask['item.save']({ folder, item: newItemId(), base: null, fields: fieldsOf('canary-neuf') }, '')
      await refresh(player)
    },
  },
  use: {
    who: opened,
    deed: (player, { assurance, items }) => player.ask['item.read']({ folder: assurance, item: items.contrats }, ''),
  },
  deleted: {
    who: opened,
    by: 'owner',
    async deed(player, { assurance: folder }) {
      const item = newItemId()
      await player.ask['item.save']({ folder, item, base: null, fields: fieldsOf('Passager') }, '')
      await player.ask['item.delete']({ folder, item, base: 1 }, '')
      return player.ask['items.deleted']({ folder }, '')
    },
  },
  uses: {
    who: opened,
    by: 'owner',
    deed({ keeper }, { assurance }) {
      const { desk, session } = keeper.needOpen()
      return callAs(desk, session, 'uses', { folder: assurance, before: null })
    },
  },
  repairLedger: {
    by: 'owner',
    besides: older,
    async who(world, as) {
      const player = await opened(world, as)
      world.proxy.attack(older(world))
      await refresh(player)
      world.proxy.attack(null)
      return player
    },
    deed: (player) => player.ask['repair.start'](null, ''),
  },
  repairJournal: {
    ...syncing,
    besides: ({ banque }) =>
      bend('ledger', (reply) => ({
        ...reply,
        journals: reply.journals.map((one) => (one.folder === banque ? { ...one, sequence: one.sequence - 1 } : one)),
      })),
  },
  lacking: { ...syncing, by: 'owner', besides: () => repaired },
  repairObjects: {
    ...syncing,
    by: 'owner',
    besides: ({ team, agent }) =>
      all(
        repaired,
        bend('lacking', (reply) => ({
          ...reply,
          wraps: [{ kind: 'team', id: team, generation: 1, to: { kind: 'member', id: agent.member } }],
        })),
      ),
  },
  joins: { who: opened, by: 'owner', deed: (player) => refresh(player) },
  findPerson: {
    who: opened,
    by: 'owner',
    deed: (player, { agent }) => {
      const { email } = need(player.keeper.needOpen().vault.profiles.get(agent.member))
      return player.ask['person.find']({ email }, '')
    },
  },
  eraseProfile: {
    by: 'owner',
    // Somebody who has left, and whose name her desk knows before it is erased.
    async who(world, as) {
      const { member } = await world.hire('Rosa')
      await refresh(world.owner)
      await sign(world.owner, { do: 'remove-member', member })
      return opened(world, as)
    },
    deed: (player, { players }) => player.ask['person.erase']({ member: need(players.at(-1)).member }, ''),
  },
}

/** One more row of a key of Inès's, that nobody uses. */
async function spareKey(world: Full): Promise<string> {
  const id = randomBytes(32)
  const sql = world.server.sql()
  await sql`create temp table spare as select * from credentials where member = ${Buffer.from(world.agent.member, 'base64url')} limit 1`
  await sql`update spare set id = ${id}`
  await sql`insert into credentials select * from spare`
  await sql.end()
  return toBase64url(new Uint8Array(id))
}
