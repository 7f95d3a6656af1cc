import type { FolderId, MemberId } from '../../../../shared/bytes/ids.ts'
import { get } from '../../../../shared/bytes/table.ts'
import { waysOf, waysTo } from '../../../../shared/access/ways.ts'
import type { FolderAccess, PersonAccess } from '../../../messages/access-view.ts'
import { collectWays } from '../../vault/collect-ways.ts'
import { stateOf } from '../../vault/vault.ts'
import type { Vault } from '../../vault/vault.ts'

/** What a person can open and why, by the ledger. Nobody for an id that is no member's. */
export function personAccess(vault: Vault, member: MemberId): PersonAccess {
  const state = stateOf(vault)
  const { ways, placeOf } = collectWays(vault)
  const reached = [...waysOf(state, member)]
  const isPersonal = ([folder]: (typeof reached)[number]) => get(state.folders, folder)?.personal !== null
  const isApart = (one: (typeof reached)[number]) => member !== vault.me && isPersonal(one)
  return {
    folders: reached.filter((one) => !isApart(one)).map(([folder, why]) => ({ folder, why: why.map(placeOf) })),
    ways,
    personal: reached.some(isApart),
  }
}

/** Who can open a folder and why, by the ledger. */
export function folderAccess(vault: Vault, folder: FolderId): FolderAccess {
  const { ways, placeOf } = collectWays(vault)
  const people = [...waysTo(stateOf(vault), folder)].map(([member, why]) => {
    const { name, email } = vault.profiles.get(member) ?? { name: null, email: null }
    return { member, name, email, why: why.map(placeOf) }
  })
  return { ways, people }
}
