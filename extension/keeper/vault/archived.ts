import type { FolderId } from '../../../shared/bytes/ids.ts'
import { upFrom } from '../../../shared/ledger/replay/level.ts'
import { stateOf } from './vault.ts'
import type { Vault } from './vault.ts'

/**
 * Returns whether the folder, or one above it, says that it was archived. Archiving writes it into every folder below, for those who read
 * a folder below alone; the ones above count too, for a folder that came later.
 */
export function isArchived(vault: Vault, folder: FolderId): boolean {
  for (const at of upFrom(stateOf(vault), folder)) if ((vault.abouts.get(at)?.archived ?? 'no') !== 'no') return true
  return false
}

/** Returns whether the folder was archived itself, or with one above it. Where this person does not see the one above, it is `itself`. */
export function archivedHow(vault: Vault, folder: FolderId, parent: FolderId | null): 'no' | 'itself' | 'above' {
  if (!isArchived(vault, folder)) return 'no'
  return parent !== null && isArchived(vault, parent) ? 'above' : 'itself'
}
