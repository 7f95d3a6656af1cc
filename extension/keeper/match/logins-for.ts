import { isClosed } from '../../../shared/ledger/replay/level.ts'
import { treeFolders, visiblePath } from '../../../shared/access/visible.ts'
import type { Address } from '../../../shared/vault/item.ts'
import type { NearLogin } from '../../messages/match-view.ts'
import type { LoginRow } from '../../messages/views.ts'
import { clientFilter } from './active-client.ts'
import type { WithClient } from './active-client.ts'
import type { Challenge } from './challenge.ts'
import { answersAt, fillAddresses, fillsIn, judgeAt } from './match-rules.ts'
import { isArchived } from '../vault/archived.ts'
import { shownOverviews } from '../vault/shown-edits.ts'
import { hueOfClient } from '../vault/names.ts'
import { shelfOf, stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'

/** `withheld`: why it is offered on no page, null where it is. */
type Login = { row: LoginRow; urls: readonly Address[]; withheld: 'closed' | 'archived' | null }

/** Returns every login that this person can reach in verified folders, closed and archived folders included. */
export function everyLogin(vault: Vault): Login[] {
  const state = stateOf(vault)
  return treeFolders(state, vault.me).flatMap((folder) => {
    const shelf = shelfOf(vault, folder)
    if (shelf.refused !== null) return []
    const withheld = isClosed(state, folder) ? 'closed' : isArchived(vault, folder) ? 'archived' : null
    const path = visiblePath(state, vault.me, folder).map((at) => vault.folderNames.get(at) ?? '…')
    const client = { folder, name: path.at(-1) ?? '…', hue: hueOfClient(vault, folder) }
    return [...shownOverviews(vault, folder)].map(([item, { overview, unsent }]) => ({
      row: { folder, item, name: overview.name, username: overview.username, path, client, unsent },
      urls: fillAddresses(overview),
      withheld,
    }))
  })
}

/** Returns every login that may be offered: those in folders that are neither closed nor archived. */
export const allLogins = (vault: Vault): Login[] => everyLogin(vault).filter(({ withheld }) => withheld === null)

let collator: Intl.Collator | null = null
/**
 * Compares two names by locale. One collator serves all calls, since `localeCompare` is slow over thousands of names; it is made at the
 * first call, since most starts of the worker need none.
 */
export const byName = (a: { name: string }, b: { name: string }) =>
  (collator ??= new Intl.Collator()).compare(a.name, b.name)

/**
 * Returns the logins for a page, or for a frame inside the documents `around` it, sorted by name; only those of the active client where
 * there is one.
 */
export const loginsFor = (open: WithClient, page: string, around: readonly string[] = []): LoginRow[] =>
  filterLogins(open, fillsIn({ url: page, around }))

/** Returns the logins for an HTTP authentication challenge, in the same way. */
export const loginsForChallenge = (open: WithClient, challenge: Challenge): LoginRow[] =>
  filterLogins(open, answersAt(challenge))

function filterLogins(open: WithClient, matches: (urls: readonly Address[]) => boolean): LoginRow[] {
  const isOwn = clientFilter(open)
  return allLogins(open.vault)
    .filter(({ row, urls }) => isOwn(row.folder) && matches(urls))
    .map(({ row }) => row)
    .sort(byName)
}

/** The most near misses that are listed. */
const MOST_NEAR = 3

/** Returns, for a page without a login, up to three that a person may have expected there, and why each is not offered. */
export function nearLogins(open: WithClient, page: string): NearLogin[] {
  const judge = judgeAt(page)
  const isOwn = clientFilter(open)
  const near: NearLogin[] = []
  for (const { row, urls, withheld } of everyLogin(open.vault)) {
    if (withheld === null && !isOwn(row.folder)) continue
    const { fit, isNear } = judge(urls)
    if (isNear) near.push({ row, fit: withheld === null ? fit : { is: 'withheld', why: withheld } })
  }
  return near.sort((a, b) => byName(a.row, b.row)).slice(0, MOST_NEAR)
}
