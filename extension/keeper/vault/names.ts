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

/** What the ledger says of the name of a team or folder. */
export const described = ({ chain }: Vault, kind: Description['kind'], id: FolderId | TeamId) => {
  const state = chain.last
  const all: Table<AnyId, { description: Described }> | undefined = kind === 'team' ? state?.teams : state?.folders
  return all === undefined ? undefined : get(all, id)?.description
}

/** Whether the vault holds no sealed name that the ledger names. */
export async function lacksName(vault: Vault, kind: Description['kind'], id: FolderId | TeamId): Promise<boolean> {
  const held = vault.descriptions.get(id)
  return held === undefined || (await descriptionHash(held)) !== described(vault, kind, id)?.hash
}

/** Opens keys from these wraps, and names from what is at hand; also after the worker woke. */
export async function openEverything(vault: Vault, wraps: Iterable<Wrap>): Promise<void> {
  await openKeys(vault, wraps)
  await Promise.all([...vault.descriptions.values()].map((one) => openName(vault, one)))
}

async function openName(vault: Vault, held: Description): Promise<void> {
  const state = stateOf(vault)
  const { org } = vault
  const found = described(vault, held.kind, held.id)
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
    // What the ledger names and does not open has no name, and not its old one either: the screen says so.
    if (held.kind === 'folder') vault.folderNames.delete(held.id)
    else vault.teamNames.delete(held.id)
  }
}
