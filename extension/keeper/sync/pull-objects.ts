import { descriptionHash } from '../../../shared/access/description-hash.ts'
import { get, idsIn, valuesIn } from '../../../shared/bytes/table.ts'
import type { MemberId, TeamId } from '../../../shared/bytes/ids.ts'
import { isTrueProfile } from '../../../shared/access/profile.ts'
import { visibleFolders, visibleTeams } from '../../../shared/access/visible.ts'
import { levelOf } from '../../../shared/ledger/replay/level.ts'
import type { FetchReply, FetchRequest } from '../../../shared/protocol/sync.ts'
import { described, lacksName, openEverything } from '../vault/names.ts'
import { lackingKeys, wrapsToAsk } from '../vault/keyring.ts'
import { comingBack, lackingShares } from '../vault/shares.ts'
import { shelfOf, stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'

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
    if ((await descriptionHash(held)) === described(vault, held.kind, held.id)?.hash)
      vault.descriptions.set(held.id, held)
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
