import { visibleFolders } from '../../../shared/access/visible.ts'
import type { FolderId } from '../../../shared/bytes/ids.ts'
import { get } from '../../../shared/bytes/table.ts'
import { isCurrent, keyGrants } from '../../../shared/ledger/replay/level.ts'
import { giveObjects } from './give-back.ts'
import type { RepairSource } from './giving.ts'
import { stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'

/**
 * Delivers keys that were not sealed when their grant was signed: for dated grants that have begun, for owners who adopted a
 * folder without holding its key, and for registers, which follow
 * from a role or another folder. Any holder's client may do it, since the ledger names the
 * key and the recipient. Throws as `callAs`.
 * @param handled names of what was handled since the unlock; extended here
 */
export async function deliverDue(at: RepairSource, handled: Set<string>): Promise<void> {
  const due = findDue(at.vault).filter(({ name }) => !handled.has(name))
  if (due.length === 0) return
  const folders = [...new Set(due.map(({ folder }) => folder))].slice(0, 100)
  await giveObjects(
    at,
    folders.map((id) => ({ kind: 'folder', id })),
  )
  for (const { folder, name } of due) if (folders.includes(folder)) handled.add(name)
}

function findDue(vault: Vault): { folder: FolderId; name: string }[] {
  const state = stateOf(vault)
  return visibleFolders(state, vault.me).flatMap((folder) => {
    const isRegister = get(state.folders, folder)?.isRegister === true
    return keyGrants(state, folder)
      .filter((grant) => isCurrent(grant, state.time) && (grant.from !== null || grant.adopts || isRegister))
      .map((grant) => ({ folder, name: `${folder} ${String(grant.since)} ${grant.to.id}` }))
  })
}
