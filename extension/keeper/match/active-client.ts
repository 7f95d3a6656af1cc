import type { FolderId } from '../../../shared/bytes/ids.ts'
import { isClosed, levelOf, subtree } from '../../../shared/ledger/replay/level.ts'
import type { Open } from '../vault/open.ts'
import { writeSession } from '../desk/session.ts'
import { stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'

/** An unlocked vault, and the client that its person works for now; null for all of them. It ends with the session. */
export type Working = { vault: Vault; session: { client: FolderId | null } }

/** The client that is worked for now: a folder that was closed or taken away is none any more. */
export function activeClient({ vault, session: { client } }: Working): FolderId | null {
  if (client === null || vault.chain.last === null) return null
  const state = stateOf(vault)
  return levelOf(state, vault.me, client) !== null && !isClosed(state, client) ? client : null
}

/** Whether the logins of a folder are the active client's; all are where nobody is worked for in particular. */
export function worksFor(open: Working): (folder: FolderId) => boolean {
  const client = activeClient(open)
  if (client === null) return () => true
  const own = new Set(subtree(stateOf(open.vault), client))
  return (folder) => own.has(folder)
}

/** The active client as people call it, whether or not it still holds a login. */
export function namedClient(open: Working): { folder: FolderId; name: string } | null {
  const folder = activeClient(open)
  return folder === null ? null : { folder, name: open.vault.folderNames.get(folder) ?? '…' }
}

/** After a sync: a client that is none any more is not worked for again by itself, should it come back. */
export async function endClient({ desk, session, vault }: Open): Promise<void> {
  if (session.client === null || activeClient({ session, vault }) !== null) return
  session.client = null
  await writeSession(desk, session)
}
