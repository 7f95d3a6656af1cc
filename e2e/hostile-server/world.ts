import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'
import { template } from '../../server/testing/global-setup.ts'
import { newItemId, newMemberId } from '../../shared/bytes/ids.ts'
import type { FolderId, ItemId, MemberId, TeamId } from '../../shared/bytes/ids.ts'
import { stretchPin } from '../../shared/crypto/argon2.ts'
import { memberKeys } from '../../shared/crypto/derive.ts'
import { newMemberSeed } from '../../shared/crypto/keys.ts'
import type { Role } from '../../shared/ledger/acts.ts'
import { fieldsOf, need } from '../headless/org.ts'
import { join, look, refresh, setUp, sign } from '../headless/person.ts'
import { startStack } from '../stack.ts'
import type { Stack } from '../stack.ts'
import { canaryFields } from './canaries.ts'
import { newPlayer, onlyLooking, openWith, sessionOf } from './player.ts'
import type { Player } from './player.ts'
import { hostileServer } from './proxy.ts'

export const PIN = 'canary-pin-9x4k'
export const PORTAL = 'https://portail.example'

/** What an attacker has who owns the server: keys of their own, and nobody else's. */
export type Mallory = Awaited<ReturnType<typeof memberKeys>> & { member: MemberId }

/**
 * One org behind a malicious server. Odile owns it and manages all; Inès, in the team, reads two clients. Odile's desk reaches
 * the honest server, as does `witness`, a second desk of hers that tells what the honest ledger says.
 */
export type World = Awaited<ReturnType<typeof newWorld>>

/** A database of this test's own on the run's PostgreSQL. */
export async function newDatabase(from = template): Promise<{ name: string; url: string }> {
  const admin = postgres(inject('databaseUrl'), { max: 1, onnotice: () => undefined })
  const name = `hostile_${randomBytes(8).toString('hex')}`
  await admin.unsafe(`create database ${name} template ${from}`)
  await admin.end()
  return { name, url: inject('databaseUrl').replace(/postgres$/, name) }
}

export async function newWorld() {
  const proxy = await hostileServer()
  const database = await newDatabase()
  const secret = randomBytes(32).toString('base64url')
  const env = { PUBLIC_ORIGIN: proxy.origin, DATABASE_URL: database.url, SERVER_SECRET: secret, LOG_LEVEL: 'info' }
  const stack = await startStack(env)
  proxy.aim(await stack.server.origin())
  const owner = newPlayer(proxy, 'Odile', false)
  await setUp(owner, proxy.origin, stack.setupCode, PIN)
  const { vault, session } = owner.keeper.needOpen()
  const { org } = vault
  owner.member = vault.me
  owner.session = structuredClone(session)
  const stretched = await stretchPin(PIN, org)
  const players: Player[] = [owner]
  const witness = onlyLooking(newPlayer(proxy, 'witness', false))
  await witness.ask['server.trust']({ address: proxy.origin }, '')
  await openWith(witness, owner.session)
  const tree = await plant(owner)
  const world = {
    proxy,
    stack,
    database,
    secret,
    org,
    owner,
    witness,
    players,
    ...tree,
    mallory: { ...(await memberKeys(newMemberSeed())), member: newMemberId() } satisfies Mallory,
    stretched: () => new Uint8Array(stretched),
    sql: () => postgres(database.url, { max: 1, onnotice: () => undefined }),
    /** Invites, lets in and unlocks one more person, past the liar; from then on their desk meets it. */
    async hire(name: string, role: Role = 'member', teams: TeamId[] = []): Promise<Player> {
      const player = newPlayer(proxy, name, false)
      const email = `${name.toLowerCase()}@atlas.example`
      const { code } = await sign(owner, { do: 'invite', name, email, role, teams })
      player.keeper.stretching = { pin: PIN, org, stretched: Promise.resolve(world.stretched()) }
      await join(player, proxy.origin, need(code), PIN)
      await refresh(owner)
      const asked = need((await look(owner)).invitations.find((one) => one.name === name))
      await sign(owner, { do: 'approve', invitation: asked.invitation })
      player.session = await sessionOf(player, proxy.origin, org, world.stretched())
      player.member = player.session.member
      await openWith(player, player.session)
      player.lied = true
      players.push(player)
      return player
    },
    /** Another desk of that person's, which knows its server and has seen nothing yet. */
    async desk(of: Player, lied: boolean): Promise<Player> {
      const player = newPlayer(proxy, of.name, lied, of.key)
      player.member = of.member
      player.session = of.session
      await player.desk.local.set('trusted', { server: proxy.origin, org })
      return player
    },
    save: (folder: FolderId, name: string, item: ItemId = newItemId(), base: number | null = null) =>
      owner.ask['item.save']({ folder, item, base, fields: fieldsOf(name) }, ''),
    async close() {
      await proxy.close()
      await stack.stop()
    },
  }
  const agent = await world.hire('Inès', 'member', [tree.team])
  await refresh(witness)
  return { ...world, agent }
}

async function plant(owner: Player) {
  const folder = async (name: string, parent: FolderId | null) =>
    need((await sign(owner, { do: 'create-folder', parent, name })).folder)
  const save = async (at: FolderId, name: string, urls: string[]) => {
    const fields = { ...canaryFields(name), urls }
    return (await owner.ask['item.save']({ folder: at, item: newItemId(), base: null, fields }, '')).item
  }
  const top = await folder('canary-of-direction', null)
  const banque = await folder('canary-of-banque', top)
  const assurance = await folder('canary-of-assurance', top)
  const team = need((await sign(owner, { do: 'create-team', name: 'canary-of-atlas', home: top })).team)
  const items = {
    portail: await save(banque, 'portail', [`${PORTAL}/canary-of-login`]),
    extranet: await save(banque, 'extranet', ['https://canary-extranet.example']),
    contrats: await save(assurance, 'contrats', ['https://canary-contrats.example']),
  }
  for (const at of [banque, assurance])
    await sign(owner, { do: 'grant', folder: at, to: { kind: 'team', id: team }, level: 'read' })
  return { top, banque, assurance, team, items }
}

export type Tree = { top: FolderId; banque: FolderId; assurance: FolderId; team: TeamId; items: Record<string, ItemId> }

/** A second honest server on a copy of the first one's database: for forks. The first one is stopped meanwhile. */
export async function fork(world: World): Promise<Stack> {
  await world.stack.halt()
  const copy = await newDatabase(world.database.name)
  await world.stack.resume()
  const env = { PUBLIC_ORIGIN: world.proxy.origin, DATABASE_URL: copy.url, SERVER_SECRET: world.secret }
  return startStack(env, false)
}
