import type { Table } from '../../shared/bytes/table.ts'
import { get, idsIn, valuesIn } from '../../shared/bytes/table.ts'
import { fromBase64url } from '../../shared/bytes/base64url.ts'
import type { AnyId, FolderId, MemberId, TeamId } from '../../shared/bytes/ids.ts'
import { isTrueProfile } from '../../shared/access/profile.ts'
import { visibleFolders, visibleTeams } from '../../shared/access/visible.ts'
import { levelOf } from '../../shared/ledger/replay/level.ts'
import type { Described } from '../../shared/ledger/replay/state.ts'
import type { Description, Wrap } from '../../shared/protocol/objects.ts'
import type { FetchReply, FetchRequest } from '../../shared/protocol/sync.ts'
import {
  folderDescriptionHash,
  openFolderName,
  openTeamName,
  teamDescriptionHash,
} from '../../shared/vault/seal-description.ts'
import { lackingKeys, openKeys, wrapsToAsk } from './keyring.ts'
import { comingBack, lackingShares } from './shares.ts'
import { shelfOf, stateOf } from './vault.ts'
import type { Vault } from './vault.ts'

/** What this desk lacks, by the verified ledger and its own holdings: the server does not decide it (P4). */
export async function lacks(vault: Vault): Promise<FetchRequest> {
  const state = stateOf(vault)
  const folders = visibleFolders(state, vault.me)
  const teams = visibleTeams(state, vault.me)
  const descriptions: FetchRequest['descriptions'] = []
  for (const id of teams) if (await lacksName(vault, 'team', id)) descriptions.push({ kind: 'team', id })
  for (const id of folders) if (await lacksName(vault, 'folder', id)) descriptions.push({ kind: 'folder', id })
  return {
    wraps: [...wrapsToAsk(vault), ...lackingShares(vault)],
    descriptions,
    receiveKeys: [],
    profiles: profilesWanted(vault).filter((one) => !vault.profiles.has(one) && !vault.erased.members.has(one)),
    journals: folders
      .map((folder) => ({ folder, from: shelfOf(vault, folder).journal.head.sequence, item: null }))
      .filter(({ folder, from }) => from < (vault.said.ends.get(folder) ?? 0)),
    journalHeads: [],
    erased: [],
  }
}

/** Owners, admins and auditors deal with everybody; others with themselves and the teams they manage: what the server gives. */
export function profilesWanted(vault: Vault): MemberId[] {
  const state = stateOf(vault)
  if (get(state.members, vault.me)?.role !== 'member') return idsIn(state.members)
  const managed = valuesIn(state.teams).filter(({ home }) => levelOf(state, vault.me, home) === 'manage')
  return [...new Set([vault.me, ...managed.flatMap(({ members }) => idsIn(members))])]
}

/** Keeps what verifies and opens what it can: wraps by their commitment, descriptions and profiles by their hash. */
export async function takeObjects(vault: Vault, reply: FetchReply): Promise<void> {
  const state = stateOf(vault)
  const sure = await Promise.all(reply.profiles.map(async (one) => ({ one, holds: await isTrueProfile(state, one) })))
  for (const { one, holds } of sure) {
    if (holds) vault.profiles.set(one.member, one)
    mark(vault, one.member, holds)
  }
  for (const held of reply.descriptions)
    if ((await hashOf(held)) === described(vault, held.kind, held.id)?.hash) vault.descriptions.set(held.id, held)
  await openEverything(vault, reply.wraps)
  vault.unkept.add('ledger')
}

const mark = (vault: Vault, id: MemberId | TeamId, holds: boolean) =>
  holds ? vault.untrue.delete(id) : vault.untrue.add(id)

/**
 * Every folder in sight comes with its keys and its name, every team with its name: a server that lacks one holds it back
 * or has another in its place. Such a folder is refused, such a team stands without its name, and the person is told (P5).
 */
export async function checkHoldings(vault: Vault): Promise<void> {
  const state = stateOf(vault)
  const keyless = new Set<string>(lackingKeys(vault).map(({ id }) => id))
  for (const folder of visibleFolders(state, vault.me)) {
    const shelf = shelfOf(vault, folder)
    const nameless = !vault.folderNames.has(folder) || (await lacksName(vault, 'folder', folder))
    const keylessAs = comingBack(vault, folder) === null ? 'no-key' : 'shares-missing'
    const code = keyless.has(folder) ? keylessAs : nameless ? 'wrong-name' : null
    if (code !== null || ['no-key', 'shares-missing', 'wrong-name'].includes(shelf.refused ?? '')) shelf.refused = code
  }
  for (const team of visibleTeams(state, vault.me))
    mark(vault, team, vault.teamNames.has(team) && !(await lacksName(vault, 'team', team)))
}

const described = ({ chain }: Vault, kind: Description['kind'], id: FolderId | TeamId) => {
  const state = chain.last
  const all: Table<AnyId, { description: Described }> | undefined = kind === 'team' ? state?.teams : state?.folders
  return all === undefined ? undefined : get(all, id)?.description
}

async function lacksName(vault: Vault, kind: Description['kind'], id: FolderId | TeamId): Promise<boolean> {
  const held = vault.descriptions.get(id)
  return held === undefined || (await hashOf(held)) !== described(vault, kind, id)?.hash
}

/** Opens keys from these wraps, and names from what is at hand; also after the worker woke. */
export async function openEverything(vault: Vault, wraps: Iterable<Wrap>): Promise<void> {
  await openKeys(vault, wraps)
  await Promise.all([...vault.descriptions.values()].map((one) => openName(vault, one)))
}

const hashOf = (held: Description) =>
  held.kind === 'folder'
    ? folderDescriptionHash(fromBase64url(held.sealed))
    : teamDescriptionHash(fromBase64url(held.sealed), fromBase64url(held.sealedUnderTeam))

async function openName(vault: Vault, held: Description): Promise<void> {
  const state = stateOf(vault)
  const { org } = vault
  const found = described(vault, held.kind, held.id)
  if (found === undefined || (await hashOf(held)) !== found.hash) return
  const { revision, author } = found
  try {
    if (held.kind === 'folder') {
      const generation = found.folderGeneration
      const key = vault.folderKeys.get(held.id)?.get(generation)
      if (key === undefined) return
      const place = { org, folder: held.id, generation, revision, author }
      vault.folderNames.set(held.id, await openFolderName(key, place, fromBase64url(held.sealed)))
      return
    }
    const team = { org, team: held.id, revision, author }
    const generation = found.teamGeneration ?? 0
    const seed = vault.teamSeeds.get(held.id)?.get(generation)
    if (seed !== undefined) {
      const name = openTeamName(seed, { ...team, under: 'team', generation }, fromBase64url(held.sealedUnderTeam))
      vault.teamNames.set(held.id, await name)
      return
    }
    const home = get(state.teams, held.id)?.home
    const key = home === undefined ? undefined : vault.folderKeys.get(home)?.get(found.folderGeneration)
    if (key === undefined) return
    const place = { ...team, under: 'folder' as const, generation: found.folderGeneration }
    vault.teamNames.set(held.id, await openTeamName(key, place, fromBase64url(held.sealed)))
  } catch {
    // What the ledger names and does not open has no name, and not its old one either: the screen says so.
    if (held.kind === 'folder') vault.folderNames.delete(held.id)
    else vault.teamNames.delete(held.id)
  }
}
