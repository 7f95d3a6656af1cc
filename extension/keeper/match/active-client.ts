import type { FolderId } from '../../../shared/bytes/ids.ts'
import { isClosed, levelOf, subtree } from '../../../shared/ledger/replay/level.ts'
import type { Open } from '../vault/open.ts'
import { writeSession } from '../desk/session.ts'
import { isArchived } from '../vault/archived.ts'
import { hueOfClient } from '../vault/names.ts'
import { stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'

/** An unlocked vault, and the client (a folder) that its person has chosen to work for; null for all. The choice ends with the session. */
export type WithClient = { vault: Vault; session: { client: FolderId | null } }

/** Returns the chosen client, null where there is none, or where its folder was closed or archived or the person lost access to it. */
export function activeClient({ vault, session: { client } }: WithClient): FolderId | null {
  if (client === null || vault.chain.last === null) return null
  const state = stateOf(vault)
  const isOpen = !isClosed(state, client) && !isArchived(vault, client)
  return isOpen && levelOf(state, vault.me, client) !== null ? client : null
}

/** Returns a test for whether a folder belongs to the active client. Without an active client every folder passes. */
export function clientFilter(open: WithClient): (folder: FolderId) => boolean {
  const client = activeClient(open)
  if (client === null) return () => true
  const own = new Set(subtree(stateOf(open.vault), client))
  return (folder) => own.has(folder)
}

/** Returns the active client with its name, null where there is none; `…` where the name could not be opened. */
export function namedClient(open: WithClient): { folder: FolderId; name: string; hue: number } | null {
  const folder = activeClient(open)
  if (folder === null) return null
  return { folder, name: open.vault.folderNames.get(folder) ?? '…', hue: hueOfClient(open.vault, folder) }
}

/** Clears, after a sync, a chosen client that is closed, archived or out of reach, so that it is not chosen again if it comes back. */
export async function endClient({ desk, session, vault }: Open): Promise<void> {
  if (session.client === null || activeClient({ session, vault }) !== null) return
  session.client = null
  await writeSession(desk, session)
}
