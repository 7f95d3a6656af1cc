import { get } from '../../../shared/bytes/table.ts'
import { fromBase64url } from '../../../shared/bytes/base64url.ts'
import type { FolderId, ItemId } from '../../../shared/bytes/ids.ts'
import { sha256 } from '../../../shared/crypto/hash.ts'
import { callAs } from '../desk/call-as.ts'
import type { Open } from '../vault/open.ts'
import { needVerifiedMember } from '../sync/owed.ts'
import { forgetSecrets } from '../sync/pull-journals.ts'
import { shelfOf, stateOf } from '../vault/vault.ts'

/**
 * Returns the result of `work`, which runs while the item's sealed secret is on this device. In a witnessed folder the server sends
 * it for this one use and records that; afterwards it is dropped. It opens only if its hash is the one that the journal names (P5).
 * @throws Failure `tampered-ledger` as `needVerifiedMember`; what `callAs` and `work` throw
 */
export async function useSecret<T>(
  { desk, session, vault }: Open,
  { folder, item, purpose }: { folder: FolderId; item: ItemId; purpose: 'fill' | 'read' | 'edit' },
  work: () => Promise<T>,
): Promise<T> {
  const { journal, parts } = shelfOf(vault, folder)
  const links = get(journal.items, item)?.parts
  const link = links?.secret
  // The author of the secret decides what is filled, the author of the overview at which addresses: check both.
  for (const { author } of links ? [links.overview, links.secret] : []) await needVerifiedMember(vault, author)
  if (link === undefined || parts.has(link.hash)) return work()
  const { sealed } = await callAs(desk, session, 'use', { folder, item, purpose })
  const shelf = shelfOf(vault, folder)
  shelf.parts.set(await sha256(fromBase64url(sealed)), sealed)
  try {
    return await work()
  } finally {
    // If the folder has ceased to be witnessed meanwhile, its secrets may stay on the device.
    if (get(stateOf(vault).folders, folder)?.witnessed === true) forgetSecrets(shelfOf(vault, folder))
  }
}
