import { get } from '../../../shared/bytes/table.ts'
import { visiblePath } from '../../../shared/access/visible.ts'
import type { OfferView } from '../../messages/offer-view.ts'
import type { LoginRow } from '../../messages/views.ts'
import { activeClient } from '../match/active-client.ts'
import { editableFolders, mayEdit } from '../items/editable-folders.ts'
import type { Open } from '../vault/open.ts'
import { allLogins } from '../match/logins-for.ts'
import { matchesAt } from '../match/match-rules.ts'
import type { NoticedLogin } from './notice.ts'
import { openItemPart } from '../vault/open-item-part.ts'
import { shownEdit } from '../vault/shown-edits.ts'
import { shelfOf, stateOf } from '../vault/vault.ts'
import { useSecret } from '../items/recorded-use.ts'

/**
 * Returns the logins whose password this may be now, likeliest first; an empty list for a new login; null where there is nothing to offer,
 * since a login holds this password already, or it belongs to a login that this person may not change.
 */
export async function findLoginsToUpdate(open: Open, login: NoticedLogin): Promise<LoginRow[] | null> {
  const { vault, session } = open
  const matches = matchesAt(login.frame.url)
  const isSame = (row: LoginRow) =>
    login.username === null || normalizeUsername(row.username) === normalizeUsername(login.username)
  const same = allLogins(vault).flatMap(({ row, urls }) => (matches(urls) && isSame(row) ? [row] : []))
  const held = new Map<LoginRow, string | null>()
  for (const row of same) held.set(row, await passwordOf(open, row))
  if ([...held.values()].includes(login.password)) return null
  // A witnessed folder's password is not fetched just to compare it: the server would record that as a read.
  const own = same.filter((row) => mayEdit(vault, row.folder) && (login.deed !== 'sign-in' || held.get(row) !== null))
  const exact = own.filter((row) => login.old !== null && held.get(row) === login.old)
  // Without a username, the login whose password was the old one comes first; recently filled ones come first among several.
  const likely = login.username === null && exact.length > 0 ? exact : own
  const rank = ({ item }: LoginRow) => (session.recent.includes(item) ? session.recent.indexOf(item) : Infinity)
  if (likely.length > 0) return likely.toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0))
  const isNobodys = login.username === null && login.deed === 'change'
  return same.length > 0 || isNobodys ? null : []
}

const normalizeUsername = (username: string) => username.trim().toLowerCase()

/** Returns the login's password as this person left it; null where the desk does not hold it. P9: the server is not asked for it. */
async function passwordOf(open: Open, { folder, item }: LoginRow): Promise<string | null> {
  const { vault } = open
  const edit = shownEdit(vault, folder, item)
  if (edit !== null) return edit.fields?.password ?? null
  const shelf = shelfOf(vault, folder)
  const link = get(shelf.journal.items, item)?.parts?.secret
  if (link === undefined || !shelf.parts.has(link.hash)) return null
  const read = () => openItemPart(vault, shelf, item, 'secret')
  return useSecret(open, { folder, item, purpose: 'edit' }, read).then(
    ({ password }) => password,
    () => null,
  )
}

/** Returns the folders where a new login may be saved, and the likeliest: the active client's, or that of the site's other logins. */
export function foldersToSaveIn(open: Open, url: string): Pick<OfferView, 'folders' | 'folder'> {
  const { vault } = open
  const state = stateOf(vault)
  const own = editableFolders(vault)
  const folders = own
    .map((folder) => ({
      folder,
      path: visiblePath(state, vault.me, folder).map((at) => vault.folderNames.get(at) ?? '…'),
    }))
    .sort((a, b) => a.path.join('\n').localeCompare(b.path.join('\n')))
  const matches = matchesAt(url)
  const ofSite = allLogins(vault).flatMap(({ row, urls }) => (matches(urls) ? [row.folder] : []))
  const wanted = [activeClient(open), ...ofSite, ...(own.length === 1 ? own : [])]
  return { folders, folder: wanted.find((folder) => folder !== null && own.includes(folder)) ?? null }
}
