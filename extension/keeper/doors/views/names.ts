import type { Grantee } from '../../../../shared/ledger/acts.ts'
import type { Vault } from '../../vault/vault.ts'

/** A team's or person's name as this desk knows it; an id's start where it knows none. */
export function granteeName(vault: Vault, to: Grantee): string {
  const name = to.kind === 'team' ? vault.teamNames.get(to.id) : vault.profiles.get(to.id)?.name
  return name ?? `… ${to.id.slice(0, 6)}`
}
