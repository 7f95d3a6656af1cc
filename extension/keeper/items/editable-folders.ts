import type { FolderId } from '../../../shared/bytes/ids.ts'
import { visibleFolders } from '../../../shared/access/visible.ts'
import { atLeast, isClosed, levelOf } from '../../../shared/ledger/replay/level.ts'
import { shelfOf, stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'

/** Whether this person may keep a login in this folder: edit or more, open, and verified. */
export function mayEdit(vault: Vault, folder: FolderId): boolean {
  const state = stateOf(vault)
  const isOpen = shelfOf(vault, folder).refused === null && !isClosed(state, folder)
  return isOpen && atLeast(levelOf(state, vault.me, folder), 'edit')
}

/** The folders that this person may keep a login in, parents before children. */
export const editableFolders = (vault: Vault): FolderId[] =>
  visibleFolders(stateOf(vault), vault.me).filter((folder) => mayEdit(vault, folder))

/** Whether there is one. */
export const isEditor = (vault: Vault): boolean => editableFolders(vault).length > 0
