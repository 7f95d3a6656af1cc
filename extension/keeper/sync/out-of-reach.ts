import { namedFolders, namedTeams, teamsOf, visibleFolders } from '../../../shared/access/visible.ts'
import { get } from '../../../shared/bytes/table.ts'
import { forgetSecrets } from './pull-journals.ts'
import { profilesWanted } from './pull-objects.ts'
import { stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'

const keepOnly = <K>(map: { keys(): Iterable<K>; delete(key: K): boolean }, kept: ReadonlySet<K>) => {
  for (const key of [...map.keys()]) if (!kept.has(key)) map.delete(key)
}

/** Drops the names, keys, items and profiles that this member can no longer reach (P7), and the secrets of witnessed folders. */
export function forgetOutOfReach(vault: Vault): void {
  const state = stateOf(vault)
  const folders = new Set(visibleFolders(state, vault.me))
  const named = new Set(namedTeams(state, vault.me))
  const namedAt = new Set(namedFolders(state, vault.me))
  const held = new Set(teamsOf(state, vault.me))
  for (const folder of vault.shelves.keys()) if (!folders.has(folder)) vault.unstored.add(folder)
  keepOnly(vault.shelves, folders)
  for (const [folder, shelf] of vault.shelves)
    if (get(state.folders, folder)?.witnessed === true && forgetSecrets(shelf)) vault.unstored.add(folder)
  keepOnly(vault.folderKeys, folders)
  keepOnly(vault.folderNames, namedAt)
  keepOnly(vault.abouts, folders)
  keepOnly(vault.teamSeeds, held)
  keepOnly(vault.teamNames, named)
  keepOnly(vault.descriptions, new Set([...namedAt, ...named]))
  keepOnly(vault.openedNames, new Set([...namedAt, ...named]))
  keepOnly(vault.profiles, new Set(profilesWanted(vault)))
  keepOnly(vault.mismatched, new Set([...profilesWanted(vault), ...named, ...namedAt]))
  for (const [name, wrap] of vault.wraps)
    if (wrap.kind === 'team' ? !held.has(wrap.id) : !folders.has(wrap.id)) vault.wraps.delete(name)
}
