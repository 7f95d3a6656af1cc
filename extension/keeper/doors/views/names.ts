import type { Grantee } from '../../../../shared/ledger/acts.ts'
import type { Vault } from '../../vault/vault.ts'

/** A team's or person's name as this desk knows it; null where it knows none: a screen counts them, and never shows an id. */
export function granteeName(vault: Vault, to: Grantee): string | null {
  const name = to.kind === 'team' ? vault.teamNames.get(to.id) : vault.profiles.get(to.id)?.name
  return name ?? null
}
