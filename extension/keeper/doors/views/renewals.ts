import { markAt } from '../../../../shared/ledger/replay/chain.ts'
import { get, idsIn } from '../../../../shared/bytes/table.ts'
import type { FolderId, MemberId } from '../../../../shared/bytes/ids.ts'
import type { Grantee } from '../../../../shared/ledger/acts.ts'
import { managersOf, rekeyersOfTeam } from '../../../../shared/access/stale.ts'
import { namedFolders, namedTeams } from '../../../../shared/access/visible.ts'
import type { UndeliveredView, RenewalView } from '../../../messages/renewal-view.ts'
import type { Open } from '../../vault/open.ts'
import { pendingDeliveries } from '../../vault/undelivered.ts'
import { stateOf } from '../../vault/vault.ts'
import type { Vault } from '../../vault/vault.ts'
import { granteeName } from './names.ts'

/** At most so many people who can renew a key are named. */
const NAMES = 5

/**
 * P7: returns what waits for a new key, since when, and whose client could renew it; oldest first. Owners and admins see that something
 * waits even where they may not see its name.
 */
export function renewalViews({ vault }: Open): RenewalView[] {
  const state = stateOf(vault)
  const seen = new Set<string>([...namedFolders(state, vault.me), ...namedTeams(state, vault.me)])
  const all = get(state.members, vault.me)?.role !== 'member'
  const row = (
    of: { kind: 'team' | 'folder'; id: string; name: string | undefined },
    since: number | null | undefined,
    who: MemberId[],
  ): RenewalView[] => {
    if (since === null || since === undefined || !(all || seen.has(of.id))) return []
    const others = who.filter((member) => member !== vault.me)
    const names = others.flatMap((member) => vault.profiles.get(member)?.name ?? []).slice(0, NAMES)
    return [
      {
        ...of,
        name: of.name ?? null,
        open: seen.has(of.id),
        since: markAt(vault.chain, since)?.time ?? state.time,
        you: others.length < who.length,
        names,
        more: others.length - names.length,
      },
    ]
  }
  const teams = idsIn(state.teams).flatMap((id) =>
    row(
      { kind: 'team', id, name: vault.teamNames.get(id) },
      get(state.teams, id)?.staleSince,
      rekeyersOfTeam(state, id),
    ),
  )
  const folders = idsIn(state.folders).flatMap((id) => {
    const { staleSince, personal = null } = get(state.folders, id) ?? {}
    // A personal folder waits for its person alone, and for nobody once that person is removed.
    if (personal !== null && personal !== vault.me) return []
    return row({ kind: 'folder', id, name: vault.folderNames.get(id) }, staleSince, managersOf(state, id))
  })
  return [...teams, ...folders].sort((one, other) => one.since - other.since)
}

/** Returns the new keys that could not be sealed to somebody: of what, and for whom (S10). */
export const undeliveredViews = ({ vault }: Open): UndeliveredView[] =>
  pendingDeliveries(vault).map(({ of, to }) => ({ of: nameOf(vault, of), to: nameOf(vault, to) }))

const nameOf = (vault: Vault, one: Grantee | { kind: 'folder'; id: FolderId }): string =>
  (one.kind === 'folder' ? vault.folderNames.get(one.id) : granteeName(vault, one)) ?? '…'
