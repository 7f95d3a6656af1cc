import { get } from '../../../shared/bytes/table.ts'
import type { Status, Warning } from '../../messages/views.ts'
import type { Keeper, Open } from '../keeper.ts'
import { trustedServer } from '../server.ts'
import { stateOf } from '../vault.ts'

/** Where the person stands: no server, locked, or who they are and what they should know. */
export async function statusView(keeper: Keeper): Promise<Status> {
  const { shown } = keeper
  if (shown === null) {
    const trusted = await trustedServer(keeper.desk)
    return trusted === null ? { state: 'no-server' } : { state: 'locked', server: trusted.server, why: keeper.why }
  }
  const { vault, session } = shown
  const state = stateOf(vault)
  return {
    state: 'unlocked',
    server: session.server,
    orgName: state.name,
    me: {
      member: vault.me,
      name: vault.profiles.get(vault.me)?.name ?? '',
      role: get(state.members, vault.me)?.role ?? 'member',
    },
    connection: keeper.connection,
    head: { ...state.head, time: state.time },
    warnings: warnings(keeper, shown),
  }
}

function warnings(keeper: Keeper, { vault }: Open): Warning[] {
  const state = stateOf(vault)
  const found: Warning[] = []
  if (get(state.members, vault.me)?.role === 'owner' && state.owners.count < 2 && keeper.keys === 1)
    found.push({ kind: 'only-one-key' })
  if (vault.ledgerRefused !== null) found.push({ kind: 'tampered-ledger', code: vault.ledgerRefused })
  if (vault.untrue.size > 0) found.push({ kind: 'tampered-names', count: vault.untrue.size })
  for (const [folder, { refused }] of vault.shelves) {
    const name = vault.folderNames.get(folder) ?? null
    if (refused !== null) found.push({ kind: 'tampered-folder', folder, name, code: refused })
    else if (get(state.folders, folder)?.staleSince !== null) found.push({ kind: 'stale', folder, name })
  }
  return found
}
