import { descriptionHash } from '../../../shared/access/description-hash.ts'
import type { Table } from '../../../shared/bytes/table.ts'
import { get } from '../../../shared/bytes/table.ts'
import { fromBase64url } from '../../../shared/bytes/base64url.ts'
import type { AnyId, FolderId, TeamId } from '../../../shared/bytes/ids.ts'
import type { Described } from '../../../shared/ledger/replay/state.ts'
import type { Description, Wrap } from '../../../shared/protocol/objects.ts'
import { openFolderName, openTeamName } from '../../../shared/vault/seal-description.ts'
import { openKeys } from './keyring.ts'
import { stateOf } from './vault.ts'
import type { Vault } from './vault.ts'

/** Returns what the ledger says of the sealed name of a team or folder (its hash, revision, author, generations). */
export const descriptionOf = ({ chain }: Vault, kind: Description['kind'], id: FolderId | TeamId) => {
  const state = chain.last
  const all: Table<AnyId, { description: Described }> | undefined = kind === 'team' ? state?.teams : state?.folders
  return all === undefined ? undefined : get(all, id)?.description
}

/** Returns whether the vault lacks the sealed name whose hash is in the ledger. */
export async function lacksName(vault: Vault, kind: Description['kind'], id: FolderId | TeamId): Promise<boolean> {
  const held = vault.descriptions.get(id)
  return held === undefined || (await descriptionHash(held)) !== descriptionOf(vault, kind, id)?.hash
}

/** Opens the keys in these wraps, and then all names that the vault has sealed. */
export async function openEverything(vault: Vault, wraps: Iterable<Wrap>): Promise<void> {
  await openKeys(vault, wraps)
  await Promise.all([...vault.descriptions.values()].map((one) => openName(vault, one)))
}

async function openName(vault: Vault, held: Description): Promise<void> {
  const state = stateOf(vault)
  const { org } = vault
  const found = descriptionOf(vault, held.kind, held.id)
  if (found === undefined || (await descriptionHash(held)) !== found.hash) return
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
    // The name that the ledger has now does not open. The old one is removed too, so that the screen says that there is none.
    if (held.kind === 'folder') vault.folderNames.delete(held.id)
    else vault.teamNames.delete(held.id)
  }
}
