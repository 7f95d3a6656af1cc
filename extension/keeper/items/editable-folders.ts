import type { FolderId } from '../../../shared/bytes/ids.ts'
import { treeFolders } from '../../../shared/access/visible.ts'
import { atLeast, isClosed, levelOf } from '../../../shared/ledger/replay/level.ts'
import { isArchived } from '../vault/archived.ts'
import { shelfOf, stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'

/** Returns whether this person may write to this folder: level edit or higher, not closed, and its journal verified. */
export function mayEdit(vault: Vault, folder: FolderId): boolean {
  const state = stateOf(vault)
  const isOpen = shelfOf(vault, folder).refused === null && !isClosed(state, folder)
  return isOpen && atLeast(levelOf(state, vault.me, folder), 'edit')
}

/** Returns the folders in which a new login is offered a place, parents before children: none that is archived. */
export const editableFolders = (vault: Vault): FolderId[] =>
  treeFolders(stateOf(vault), vault.me).filter((folder) => mayEdit(vault, folder) && !isArchived(vault, folder))

/** Returns whether there is a folder in which this person may save a login. */
export const isEditor = (vault: Vault): boolean => editableFolders(vault).length > 0
