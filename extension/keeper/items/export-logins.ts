import { Failure } from '../../../shared/bytes/failure.ts'
import { get } from '../../../shared/bytes/table.ts'
import { atLeast, levelOf } from '../../../shared/ledger/replay/level.ts'
import { mayExportInClear } from '../../../shared/rules/plain-export.ts'
import type { ExportAsked, ExportPage } from '../../messages/export-logins.ts'
import type { Open } from '../vault/open.ts'
import { fieldsOf } from '../vault/item-parts.ts'
import { openItemPart } from '../vault/open-item-part.ts'
import { shelfOf, stateOf } from '../vault/vault.ts'
import { needVerifiedMember } from '../sync/owed.ts'

/** How many logins one answer holds: files make some of them large. */
const PAGE = 100

/**
 * Returns a page of a folder's logins, beginning with the one at `from`. Nothing is asked from the network. A witnessed folder gives
 * none: its secrets are handed out one by one, each for a recorded use, and not in bulk. A file in clear takes a policy that allows one of
 * so many folders.
 * @throws Failure `not-allowed` below level read: who may only fill exports nothing; `plain-export`; `witnessed-in-bulk`;
 *   `tampered-folder`; what `needVerifiedMember` and `openItemPart` throw
 */
export async function exportLogins({ vault }: Open, { folder, from, inClear }: ExportAsked): Promise<ExportPage> {
  const state = stateOf(vault)
  if (!atLeast(levelOf(state, vault.me, folder), 'read')) throw new Failure('not-allowed')
  if (inClear !== null && !mayExportInClear(state.policy.plainExport, inClear)) throw new Failure('plain-export')
  if (get(state.folders, folder)?.witnessed === true) throw new Failure('witnessed-in-bulk')
  const shelf = shelfOf(vault, folder)
  if (shelf.refused !== null) throw new Failure('tampered-folder')
  const ids = [...shelf.overviews.keys()].sort()
  const logins: ExportPage['logins'] = []
  for (const item of ids.slice(from, from + PAGE)) {
    const links = get(shelf.journal.items, item)?.parts
    for (const { author } of links ? [links.overview, links.secret] : []) await needVerifiedMember(vault, author)
    const overview = await openItemPart(vault, shelf, item, 'overview')
    const secret = await openItemPart(vault, shelf, item, 'secret')
    logins.push({ item, fields: fieldsOf(overview, secret), history: [...secret.history] })
  }
  return { logins, next: from + PAGE < ids.length ? from + PAGE : null }
}
