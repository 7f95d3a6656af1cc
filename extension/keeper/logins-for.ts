import { isClosed } from '../../shared/ledger/replay/level.ts'
import { visibleFolders, visiblePath } from '../../shared/access/visible.ts'
import type { LoginRow } from '../messages/views.ts'
import { shownOverviews } from './shown-edits.ts'
import { shelfOf, stateOf } from './vault.ts'
import type { Vault } from './vault.ts'

/** The origin of an address that can be filled: http and https only, null for everything else (P8). */
export function webOrigin(address: string): string | null {
  const url = URL.parse(address.trim())
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.origin : null
}

/** Whether one of an item's addresses has exactly this origin: scheme, host and port (P8). */
export const matches = (urls: readonly string[], origin: string) => urls.some((url) => webOrigin(url) === origin)

/** Every login that this person reaches, in folders that verified and whose client has not left. */
export function allLogins(vault: Vault): { row: LoginRow; urls: string[] }[] {
  const state = stateOf(vault)
  return visibleFolders(state, vault.me).flatMap((folder) => {
    const shelf = shelfOf(vault, folder)
    if (shelf.refused !== null || isClosed(state, folder)) return []
    const path = visiblePath(state, vault.me, folder).map((at) => vault.folderNames.get(at) ?? '…')
    const client = { folder, name: path.at(-1) ?? '…' }
    return [...shownOverviews(vault, folder)].map(([item, { overview, unsent }]) => ({
      row: { folder, item, name: overview.name, username: overview.username, path, client, unsent },
      urls: overview.urls,
    }))
  })
}

const collator = new Intl.Collator()
/** As people sort: one collator, since comparing by locale anew is slow over thousands. */
export const byName = (a: { name: string }, b: { name: string }) => collator.compare(a.name, b.name)

/** The logins for a page's origin, by name. */
export const loginsFor = (vault: Vault, origin: string): LoginRow[] =>
  allLogins(vault)
    .filter(({ urls }) => matches(urls, origin))
    .map(({ row }) => row)
    .sort(byName)
