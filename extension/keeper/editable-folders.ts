import type { FolderId } from '../../shared/bytes/ids.ts'
import { visibleFolders } from '../../shared/access/visible.ts'
import { atLeast, isClosed, levelOf } from '../../shared/ledger/replay/level.ts'
import { shelfOf, stateOf } from './vault.ts'
import type { Vault } from './vault.ts'

/** The folders that this person may keep a login in, parents before children: edit or more, open, and verified. */
export function editableFolders(vault: Vault): FolderId[] {
  const state = stateOf(vault)
  return visibleFolders(state, vault.me).filter(
    (folder) =>
      atLeast(levelOf(state, vault.me, folder), 'edit') &&
      !isClosed(state, folder) &&
      shelfOf(vault, folder).refused === null,
  )
}
