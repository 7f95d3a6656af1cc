import { visiblePath } from '../../../../shared/access/visible.ts'
import type { FolderId, ItemId, MemberId } from '../../../../shared/bytes/ids.ts'
import { markAt } from '../../../../shared/ledger/replay/chain.ts'
import { isMember } from '../../../../shared/ledger/replay/level.ts'
import type { ToChangeRow, ToChangeWhy } from '../../../messages/to-change-view.ts'
import { foldersToMend, loginsToChange, mayMend } from '../../items/to-change.ts'
import type { ToChange } from '../../items/to-change.ts'
import type { Open } from '../../vault/open.ts'
import { knownLosses, lossesOf } from '../../vault/losses.ts'
import { shelfOf, stateOf } from '../../vault/vault.ts'
import type { Vault } from '../../vault/vault.ts'

/** At most so many people who lost access are named. */
const NAMES = 3

/** Returns the logins whose password is to be changed, those with the newest loss first. Waits until the whole ledger was looked at. */
export async function toChangeRows({ vault }: Open): Promise<ToChangeRow[]> {
  const book = await lossesOf(vault)
  const state = stateOf(vault)
  const rows = loginsToChange(vault, book, foldersToMend(vault)).map(({ folder, item, losses }): ToChangeRow => {
    const overview = shelfOf(vault, folder).overviews.get(item)
    const path = visiblePath(state, vault.me, folder).map((one) => vault.folderNames.get(one) ?? '…')
    const why = whyOf(vault, losses)
    return { folder, item, name: overview?.name ?? '…', username: overview?.username ?? '', path, why }
  })
  return rows.sort((one, other) => other.why.at - one.why.at || (one.name < other.name ? -1 : 1))
}

function whyOf(vault: Vault, losses: ToChange['losses']): ToChangeWhy {
  const state = stateOf(vault)
  const newestFirst = [...losses].reverse()
  const all = [...new Set(newestFirst.flatMap(({ members }) => members))]
  const nameOf = (member: MemberId) => vault.profiles.get(member)?.name ?? null
  return {
    who: all.slice(0, NAMES).map(nameOf),
    more: Math.max(0, all.length - NAMES),
    left: all.every((member) => !isMember(state, member)),
    at: markAt(vault.chain, newestFirst[0]?.at ?? 0)?.time ?? state.time,
  }
}

/** Returns why the logins of one folder are to be changed; of none while the ledger is still being looked through. */
export function toChangeIn(vault: Vault, folder: FolderId): ReadonlyMap<ItemId, ToChangeWhy> {
  const book = knownLosses(vault)
  const rows = book === null || !mayMend(vault, folder) ? [] : loginsToChange(vault, book, [folder])
  return new Map(rows.map(({ item, losses }) => [item, whyOf(vault, losses)]))
}

/**
 * Returns how many logins are to be changed; null while the ledger is still being looked through, after which `done` is called. The console
 * does not wait for that at its start.
 */
export function countToChange({ vault }: Open, done: () => void): number | null {
  const folders = foldersToMend(vault)
  if (folders.length === 0) return 0
  const book = knownLosses(vault)
  if (book !== null) return loginsToChange(vault, book, folders).length
  if (vault.losses.walk === null) lossesOf(vault).then(done, () => undefined)
  return null
}
