import { descriptionHash } from '../../../shared/access/description-hash.ts'
import { get, idsIn, valuesIn } from '../../../shared/bytes/table.ts'
import type { FolderId, MemberId, TeamId } from '../../../shared/bytes/ids.ts'
import { isTrueProfile } from '../../../shared/access/profile.ts'
import { namedFolders, namedTeams, visibleFolders } from '../../../shared/access/visible.ts'
import { levelOf } from '../../../shared/ledger/replay/level.ts'
import type { FetchReply, FetchRequest } from '../../../shared/protocol/sync.ts'
import { descriptionOf, lacksName, openEverything } from '../vault/names.ts'
import { lackingKeys, wrapsToAsk } from '../vault/keyring.ts'
import { findReturningShareholders, lackingShares } from '../vault/shares.ts'
import { shelfOf, stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'

/** Returns the request for what this device lacks by the verified ledger. The server does not decide what that is (P4). */
export async function findLacking(vault: Vault): Promise<FetchRequest> {
  const state = stateOf(vault)
  const folders = visibleFolders(state, vault.me)
  const teams = namedTeams(state, vault.me)
  const descriptions: FetchRequest['descriptions'] = []
  for (const id of teams) if (await lacksName(vault, 'team', id)) descriptions.push({ kind: 'team', id })
  for (const id of namedFolders(state, vault.me))
    if (await lacksName(vault, 'folder', id)) descriptions.push({ kind: 'folder', id })
  return {
    wraps: [...wrapsToAsk(vault), ...lackingShares(vault)],
    descriptions,
    receiveKeys: [],
    profiles: profilesWanted(vault).filter((one) => !vault.profiles.has(one) && !vault.erased.members.has(one)),
    journals: folders
      .map((folder) => ({ folder, from: shelfOf(vault, folder).journal.head.sequence, item: null }))
      .filter(({ folder, from }) => from < (vault.reported.ends.get(folder) ?? 0)),
    journalHeads: [],
    erased: [],
  }
}

/**
 * Returns the members whose profile this person needs, and may get from the server: everybody for owners, admins and auditors; for others
 * themselves and the teams that they manage.
 */
export function profilesWanted(vault: Vault): MemberId[] {
  const state = stateOf(vault)
  if (get(state.members, vault.me)?.role !== 'member') return idsIn(state.members)
  const managed = valuesIn(state.teams).filter(({ home }) => levelOf(state, vault.me, home) === 'manage')
  return [...new Set([vault.me, ...managed.flatMap(({ members }) => idsIn(members))])]
}

/** Keeps the objects of a reply that verify, wraps by their commitment, names and profiles by their hash, and opens what it can. */
export async function applyObjects(vault: Vault, reply: FetchReply): Promise<void> {
  const state = stateOf(vault)
  const checked = await Promise.all(
    reply.profiles.map(async (one) => ({ one, holds: await isTrueProfile(state, one) })),
  )
  for (const { one, holds } of checked) {
    if (holds) vault.profiles.set(one.member, one)
    markUntrue(vault, one.member, holds)
  }
  for (const held of reply.descriptions)
    if ((await descriptionHash(held)) === descriptionOf(vault, held.kind, held.id)?.hash)
      vault.descriptions.set(held.id, held)
  await openEverything(vault, reply.wraps)
  vault.unstored.add('ledger')
}

const markUntrue = (vault: Vault, id: MemberId | TeamId | FolderId, holds: boolean) =>
  holds ? vault.mismatched.delete(id) : vault.mismatched.add(id)

/**
 * Checks that every visible folder has its keys and name, and everything that this member may name its
 * name: where one is missing, the server withholds it or sent another. Such a folder is refused, what is named only is listed without
 * name, and a warning says so (P5).
 */
export async function checkHoldings(vault: Vault): Promise<void> {
  const state = stateOf(vault)
  const keyless = new Set<string>(lackingKeys(vault).map(({ id }) => id))
  for (const folder of visibleFolders(state, vault.me)) {
    const shelf = shelfOf(vault, folder)
    const nameless = !vault.folderNames.has(folder) || (await lacksName(vault, 'folder', folder))
    const missingKeyCode = findReturningShareholders(vault, folder) === null ? 'no-key' : 'shares-missing'
    const code = keyless.has(folder) ? missingKeyCode : nameless ? 'wrong-name' : null
    if (code !== null || ['no-key', 'shares-missing', 'wrong-name'].includes(shelf.refused ?? '')) shelf.refused = code
  }
  for (const folder of namedFolders(state, vault.me))
    if (levelOf(state, vault.me, folder) === null)
      markUntrue(vault, folder, vault.folderNames.has(folder) && !(await lacksName(vault, 'folder', folder)))
  for (const team of namedTeams(state, vault.me))
    markUntrue(vault, team, vault.teamNames.has(team) && !(await lacksName(vault, 'team', team)))
}
