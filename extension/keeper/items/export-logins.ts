import { Failure } from '../../../shared/bytes/failure.ts'
import type { FolderId } from '../../../shared/bytes/ids.ts'
import { atLeast, levelOf } from '../../../shared/ledger/replay/level.ts'
import type { ExportPage } from '../../messages/export-logins.ts'
import type { Open } from '../vault/open.ts'
import { fieldsOf } from '../vault/item-parts.ts'
import { openItemPart } from '../vault/open-item-part.ts'
import { shelfOf, stateOf } from '../vault/vault.ts'
import { useSecret } from './recorded-use.ts'

/** How many logins one answer holds: files make some of them large. */
const PAGE = 100

/**
 * Returns a page of a folder's logins, beginning with the one at `from`. Each secret of a witnessed folder is a use that the server
 * records; of others nothing is asked from the network.
 * @throws Failure `not-allowed` below level read: who may only fill exports nothing; `tampered-folder`; what `useSecret` throws
 */
export async function exportLogins(open: Open, folder: FolderId, from: number): Promise<ExportPage> {
  const { vault } = open
  if (!atLeast(levelOf(stateOf(vault), vault.me, folder), 'read')) throw new Failure('not-allowed')
  const shelf = shelfOf(vault, folder)
  if (shelf.refused !== null) throw new Failure('tampered-folder')
  const ids = [...shelf.overviews.keys()].sort()
  const logins: ExportPage['logins'] = []
  for (const item of ids.slice(from, from + PAGE)) {
    const { overview, secret } = await useSecret(open, { folder, item, purpose: 'read' }, async () => ({
      overview: await openItemPart(vault, shelfOf(vault, folder), item, 'overview'),
      secret: await openItemPart(vault, shelfOf(vault, folder), item, 'secret'),
    }))
    logins.push({ item, fields: fieldsOf(overview, secret), history: [...secret.history] })
  }
  return { logins, next: from + PAGE < ids.length ? from + PAGE : null }
}
