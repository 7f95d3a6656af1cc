import { get, idsIn } from '../../../../shared/bytes/table.ts'
import { isMember } from '../../../../shared/ledger/replay/level.ts'
import { comesBackAs, personalOf, shareholders, standingShares } from '../../../../shared/ledger/replay/recovery.ts'
import type { Folder } from '../../../../shared/ledger/replay/state.ts'
import type { ConsoleView } from '../../../messages/views.ts'
import type { PersonalView, RecoverableView } from '../../../messages/recovery-view.ts'
import { canSplit } from '../../acts/recovery.ts'
import { stateOf } from '../../vault/vault.ts'
import type { Vault } from '../../vault/vault.ts'

const countShareholders = (vault: Vault) => (canSplit(vault) ? shareholders(stateOf(vault), vault.me).length : 0)

export const mayHavePersonal = (vault: Vault): ConsoleView['personal'] => ({
  mayCreate: personalOf(stateOf(vault), vault.me) === null,
  owners: countShareholders(vault),
})

/** Returns what happens to one's personal folder when its keys are lost. */
export function personalView(vault: Vault, folder: Folder): PersonalView {
  const owners = countShareholders(vault)
  if (owners === 0) return { recovery: 'none', owners }
  if (folder.recovery === null) return { recovery: 'offered', owners }
  const standing = folder.recovery.to === null ? standingShares(stateOf(vault), folder).length : 0
  return { recovery: standing === owners ? 'set' : 'outdated', owners }
}

/** Returns, for owners, the personal folders that two owners could give back to who came back under new keys, unless already asked. */
export function recoverableViews(vault: Vault): RecoverableView[] {
  const state = stateOf(vault)
  if (get(state.members, vault.me)?.role !== 'owner' || !state.policy.recovery) return []
  const asked = state.proposals.flatMap(({ act, expires }) =>
    act.act === 'folder recovered' && expires >= state.time ? [act.folder] : [],
  )
  const members = idsIn(state.members).filter((one) => isMember(state, one))
  return idsIn(state.folders).flatMap((folder) => {
    const found = get(state.folders, folder)
    const person = found?.personal ?? null
    if (found === null || person === null || isMember(state, person) || asked.includes(folder)) return []
    if (standingShares(state, found).length < 2) return []
    return members
      .filter((to) => comesBackAs(state, person, to))
      .map((to) => ({ folder, to, name: vault.profiles.get(to)?.name ?? null }))
  })
}
