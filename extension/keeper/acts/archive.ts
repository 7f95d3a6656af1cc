import type { FolderId } from '../../../shared/bytes/ids.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import { emptyTable, get, idsIn } from '../../../shared/bytes/table.ts'
import { Refused } from '../../../shared/ledger/replay/state.ts'
import type { Archived, FolderFacts } from '../../../shared/vault/about-client.ts'
import { isArchived } from '../vault/archived.ts'
import { stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'
import { fitsOneEntry } from './entry-budget.ts'
import { folderKeyOf } from './draft.ts'
import type { Draft } from './draft.ts'
import { nameFolder } from './names.ts'

/**
 * Writes down anew what a folder says beside its name. Throws Failure `unknown-folder` for one that is not there or is a person's own,
 * `wrong-name` where its name does not open here.
 */
export async function describeFolder(draft: Draft, folder: FolderId, about: FolderFacts): Promise<void> {
  const { vault } = draft
  const found = get(stateOf(vault).folders, folder)
  const name = vault.folderNames.get(folder)
  if (found === null || found.personal !== null) throw new Failure('unknown-folder')
  if (name === undefined) throw new Failure('wrong-name', folder)
  const revision = found.description.revision + 1
  const description = await nameFolder(draft, folder, folderKeyOf(draft, folder), revision, { name, about })
  draft.acts.push({ act: 'folder described', folder, revision, description })
}

/**
 * Archives a folder with all below it, or brings it back with what was archived with it: a folder that was archived before, by itself,
 * stays so. Keys and grants are as they were. What one entry does not hold goes into the next.
 * @throws Refused `nothing-to-do` where it is so already, the ledger's rules; Failure as `describeFolder`
 */
export async function archiveFolder(draft: Draft, folder: FolderId, archived: boolean): Promise<void> {
  const changes = changesFor(draft.vault, folder, archived)
  if (changes.length === 0) throw new Refused('nothing-to-do')
  // The folder itself comes last: until then it counts as not done, and whoever tries again goes on.
  for (const [at, how] of changes.reverse()) {
    const about = draft.vault.abouts.get(at)
    if (about === undefined) throw new Failure('wrong-name', at)
    await describeFolder(draft, at, { ...about, archived: how })
    if (fitsOneEntry(draft) || draft.acts.length === 1) continue
    draft.acts.pop()
    draft.descriptions.pop()
    draft.hasMoreEntries = true
    return
  }
}

const recordedOf = (vault: Vault, folder: FolderId) => vault.abouts.get(folder)?.archived ?? 'no'

/** Returns the folder and those below that are to say something else. What was archived by itself, below it, is left as it is. */
function changesFor(vault: Vault, folder: FolderId, archived: boolean): [FolderId, Archived][] {
  const state = stateOf(vault)
  const changes: [FolderId, Archived][] = []
  const visit = (at: FolderId, how: Archived) => {
    if (recordedOf(vault, at) !== how) changes.push([at, how])
    for (const child of idsIn(get(state.folders, at)?.children ?? emptyTable))
      if (get(state.folders, child)?.isRegister === false && recordedOf(vault, child) !== 'itself')
        visit(child, archived ? 'above' : 'no')
  }
  visit(folder, archived ? 'itself' : 'no')
  return changes
}

/** Nothing goes into an archive, and nothing leaves it, but by archiving. Throws Failure `archived`. */
export function needNotArchived({ vault }: Draft, ...folders: readonly (FolderId | null)[]): void {
  for (const folder of folders) if (folder !== null && isArchived(vault, folder)) throw new Failure('archived')
}
