import { visibleFolders } from '../../../shared/access/visible.ts'
import type { FolderId } from '../../../shared/bytes/ids.ts'
import { get } from '../../../shared/bytes/table.ts'
import { isCurrent } from '../../../shared/ledger/replay/level.ts'
import { giveObjects } from './give-back.ts'
import type { Giving } from './giving.ts'
import { stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'

/**
 * Delivers keys that were not sealed when their grant was signed: of dated grants that have begun, and to owners who adopted
 * a folder whose key they lack. Any holder's client may, since the ledger names the key and for whom. `done`
 * remembers what was looked at since the unlock. Throws Failure as `call`.
 */
export async function deliverDue(at: Giving, done: Set<string>): Promise<void> {
  const due = dueIn(at.vault).filter(({ name }) => !done.has(name))
  if (due.length === 0) return
  const folders = [...new Set(due.map(({ folder }) => folder))].slice(0, 100)
  await giveObjects(
    at,
    folders.map((id) => ({ kind: 'folder', id })),
  )
  for (const { folder, name } of due) if (folders.includes(folder)) done.add(name)
}

function dueIn(vault: Vault): { folder: FolderId; name: string }[] {
  const state = stateOf(vault)
  return visibleFolders(state, vault.me).flatMap((folder) => {
    const grants = get(state.folders, folder)?.grants ?? []
    return grants
      .filter((grant) => isCurrent(grant, state.time) && (grant.from !== null || grant.adopts))
      .map((grant) => ({ folder, name: `${folder} ${String(grant.since)} ${grant.to.id}` }))
  })
}
