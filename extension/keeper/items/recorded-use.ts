import { get } from '../../../shared/bytes/table.ts'
import { fromBase64url } from '../../../shared/bytes/base64url.ts'
import type { FolderId, ItemId } from '../../../shared/bytes/ids.ts'
import { sha256 } from '../../../shared/crypto/hash.ts'
import { callAs } from '../desk/call-as.ts'
import type { Open } from '../vault/open.ts'
import { needLetIn } from '../sync/owed.ts'
import { forgetSecrets } from '../sync/pull-journals.ts'
import { shelfOf, stateOf } from '../vault/vault.ts'

/**
 * Does `work` with the item's secret at hand: in a witnessed folder the server hands it out for this one use and records it,
 * and it is dropped afterwards. What came is opened only if it is what the journal names (P5). Throws as `call` and `work`.
 */
export async function withSecret<T>(
  { desk, session, vault }: Open,
  { folder, item, purpose }: { folder: FolderId; item: ItemId; purpose: 'fill' | 'read' | 'edit' },
  work: () => Promise<T>,
): Promise<T> {
  const { journal, parts } = shelfOf(vault, folder)
  const links = get(journal.items, item)?.parts
  const link = links?.secret
  // Whoever wrote the one says what is filled, whoever wrote the other where.
  for (const { author } of links ? [links.overview, links.secret] : []) await needLetIn(vault, author)
  if (link === undefined || parts.has(link.hash)) return work()
  const { sealed } = await callAs(desk, session, 'use', { folder, item, purpose })
  const shelf = shelfOf(vault, folder)
  shelf.parts.set(await sha256(fromBase64url(sealed)), sealed)
  try {
    return await work()
  } finally {
    // A folder that is no longer witnessed keeps what it gets from now on.
    if (get(stateOf(vault).folders, folder)?.witnessed === true) forgetSecrets(shelfOf(vault, folder))
  }
}
