import { newFolderId } from '../../../shared/bytes/ids.ts'
import type { FolderId } from '../../../shared/bytes/ids.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import { treeFolders } from '../../../shared/access/visible.ts'
import { get } from '../../../shared/bytes/table.ts'
import { newFolderKey } from '../../../shared/crypto/keys.ts'
import { hueBeside } from '../../../shared/rules/hue.ts'
import { plainFacts } from '../../../shared/vault/about-client.ts'
import type { Intent } from '../../messages/intent.ts'
import { needNotArchived } from './archive.ts'
import { newFolderGeneration, preview } from './draft.ts'
import type { Draft } from './draft.ts'
import { hueOfClient } from '../vault/names.ts'
import { stateOf } from '../vault/vault.ts'
import { nameFolder } from './names.ts'
import { wrapFolder } from './seal-keys.ts'

/**
 * Adds a folder to the draft, its key sealed to the author and to the folder above, its colour one that none of `taken` is while there is
 * one. Returns its id. Throws as `wrapFolder`, Failure `archived`.
 */
export async function createFolder(
  draft: Draft,
  parent: FolderId | null,
  name: string,
  taken = huesUnder(draft, parent),
): Promise<FolderId> {
  needNotArchived(draft, parent)
  const made = await newFolder(draft, name, taken)
  draft.acts.push({ act: 'folder created', parent, ...made })
  await wrapFolder(draft, preview(draft).state, made.folder, [{ kind: 'member', id: draft.vault.me }], true)
  return made.folder
}

/**
 * Adds these folders to the draft, each after the one that it lies in. Returns their ids, in that order.
 * @throws Failure `unknown-folder` where one names a place that is not before it; what `createFolder` throws
 */
export async function createFolders(
  draft: Draft,
  wanted: Extract<Intent, { do: 'create-folders' }>['folders'],
): Promise<FolderId[]> {
  const made: FolderId[] = []
  const hues = new Map<FolderId | null, Set<number>>()
  for (const { parent, name } of wanted) {
    const above = typeof parent === 'number' ? made[parent] : parent
    if (above === undefined) throw new Failure('unknown-folder')
    const taken = hues.get(above) ?? huesUnder(draft, above)
    hues.set(above, taken)
    made.push(await createFolder(draft, above, name, taken))
  }
  return made
}

/**
 * Returns what the act that creates a folder contains: its id, its first key's commitment, and its sealed name's hash. Its colour goes to
 * those that are `taken`.
 */
export async function newFolder(draft: Draft, name: string, taken: Set<number>, isShared = true) {
  const [folder, key] = [newFolderId(), newFolderKey()]
  const made = await newFolderGeneration(draft, folder, key, 1)
  const about = plainFacts(hueBeside(folder, taken))
  taken.add(about.hue)
  const description = await nameFolder(draft, folder, { key, generation: 1 }, 1, { name, about }, isShared)
  return { folder, ...made, description }
}

/** The hues of the folders right under this one, or at the top, that this person sees. */
function huesUnder({ vault }: Draft, parent: FolderId | null): Set<number> {
  const state = stateOf(vault)
  const beside = treeFolders(state, vault.me).filter((each) => (get(state.folders, each)?.parent ?? null) === parent)
  return new Set(beside.map((each) => hueOfClient(vault, each)))
}
