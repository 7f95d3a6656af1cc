import { newFolderId } from '../../../shared/bytes/ids.ts'
import type { FolderId } from '../../../shared/bytes/ids.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import { newFolderKey } from '../../../shared/crypto/keys.ts'
import type { Intent } from '../../messages/intent.ts'
import { newFolderGeneration, preview } from './draft.ts'
import type { Draft } from './draft.ts'
import { nameFolder } from './names.ts'
import { wrapFolder } from './seal-keys.ts'

/** Adds a folder to the draft, its key sealed to the author and to the folder above. Returns its id. Throws as `wrapFolder`. */
export async function createFolder(draft: Draft, parent: FolderId | null, name: string): Promise<FolderId> {
  const made = await newFolder(draft, name)
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
  for (const { parent, name } of wanted) {
    const above = typeof parent === 'number' ? made[parent] : parent
    if (above === undefined) throw new Failure('unknown-folder')
    made.push(await createFolder(draft, above, name))
  }
  return made
}

/** Returns what the act that creates a folder contains: its id, its first key's commitment, and its sealed name's hash. */
export async function newFolder(draft: Draft, name: string, isShared = true) {
  const [folder, key] = [newFolderId(), newFolderKey()]
  const made = await newFolderGeneration(draft, folder, key, 1)
  const description = await nameFolder(draft, folder, { key, generation: 1 }, 1, name, isShared)
  return { folder, ...made, description }
}
