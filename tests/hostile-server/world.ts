import { newItemId, newMemberId } from '../../shared/bytes/ids.ts'
import type { FolderId, ItemId, MemberId, TeamId } from '../../shared/bytes/ids.ts'
import { memberKeys } from '../../shared/crypto/derive.ts'
import { newMemberSeed } from '../../shared/crypto/keys.ts'
import { randomBytes } from '../../shared/crypto/random.ts'
import { voprfKeyFrom } from '../../shared/crypto/voprf-evaluate.ts'
import type { VoprfKey } from '../../shared/crypto/voprf-evaluate.ts'
import type { Role } from '../../shared/ledger/acts.ts'
import { fieldsOf, need } from '../headless/org.ts'
import { join, look, refresh, setUp, sign } from '../headless/person.ts'
import { canaryFields, textsOf } from './canaries.ts'
import { honestServer } from './honest-server.ts'
import { carried, newPlayer, onlyLooking, openWith, sessionOf } from './player.ts'
import type { Player } from './player.ts'
import { exactAddress } from '../../extension/messages/item-fields.ts'
import { hostileServer } from './proxy.ts'

export const PIN = 'canary-pin-9x4k'
export const PORTAL = 'https://portail.example'
const EXTRANET = 'https://canary-extranet.example'
const CONTRATS = 'https://canary-contrats.example'
/** Every text that people put into the vault as it is planted: none may stand in any request, in any form. */
export const CANARIES = [
  ...['canary-of-direction', 'canary-of-banque', 'canary-of-assurance', 'canary-of-atlas'],
  ...[`${PORTAL}/canary-of-login`, EXTRANET, CONTRATS],
  ...['portail', 'extranet', 'contrats'].flatMap((name) => textsOf(canaryFields(name))),
]

/** What an attacker has who owns the server: keys of their own, and nobody else's. */
export type Mallory = Awaited<ReturnType<typeof memberKeys>> & { member: MemberId; voprf: VoprfKey }
const newMallory = async (): Promise<Mallory> => ({
  ...(await memberKeys(newMemberSeed())),

  member: newMemberId(),
  voprf: voprfKeyFrom(randomBytes(32), randomBytes(32)),
})

/**
 * One org behind a malicious server. Odile owns it and manages all; Inès, in the team, reads two clients. Odile's desk reaches
 * the honest server, as does `witness`, a second desk of hers that tells what the honest ledger says.
 */
export type World = Awaited<ReturnType<typeof newWorld>>

export async function newWorld() {
  const proxy = await hostileServer()
  const server = await honestServer(proxy.origin)
  proxy.aim(server.origin)
  const owner = newPlayer(proxy, 'Odile', false)
  await setUp(owner, proxy.origin, server.setupCode, PIN)
  const { vault, session } = owner.keeper.needOpen()
  const { org } = vault
  owner.member = vault.me
  owner.session = await carried(owner, session)
  const players: Player[] = [owner]
  const witness = onlyLooking(newPlayer(proxy, 'witness', false))
  await witness.ask['server.trust']({ address: proxy.origin }, '')
  await openWith(witness, owner.session)
  const tree = await plant(owner)
  const world = {
    proxy,
    server,
    org,
    owner,
    witness,
    players,
    ...tree,
    mallory: await newMallory(),
    /** Invites, lets in and unlocks one more person, past the liar; from then on their desk meets it. */
    async hire(name: string, role: Role = 'member', teams: TeamId[] = []): Promise<Player> {
      const player = newPlayer(proxy, name, false)
      const email = `${name.toLowerCase()}@atlas.example`
      const { code } = await sign(owner, { do: 'invite', name, email, role, teams })
      await join(player, proxy.origin, need(code), PIN)
      await refresh(owner)
      const asked = need((await look(owner)).invitations.find((one) => one.name === name))
      await sign(owner, { do: 'approve', invitation: asked.invitation })
      player.session = await sessionOf(player, proxy.origin, org, PIN)
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
      await server.close()
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
    const fields = { ...canaryFields(name), urls: urls.map(exactAddress) }
    return (await owner.ask['item.save']({ folder: at, item: newItemId(), base: null, fields }, '')).item
  }
  const top = await folder('canary-of-direction', null)
  const banque = await folder('canary-of-banque', top)
  const assurance = await folder('canary-of-assurance', top)
  const team = need((await sign(owner, { do: 'create-team', name: 'canary-of-atlas', home: top })).team)
  const items = {
    portail: await save(banque, 'portail', [`${PORTAL}/canary-of-login`]),
    extranet: await save(banque, 'extranet', [EXTRANET]),
    contrats: await save(assurance, 'contrats', [CONTRATS]),
  }
  for (const at of [banque, assurance])
    await sign(owner, { do: 'grant', folder: at, to: { kind: 'team', id: team }, level: 'read' })
  return { top, banque, assurance, team, items }
}
