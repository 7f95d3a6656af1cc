import { fromBase64url } from '../../../shared/bytes/base64url.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import type { ItemId } from '../../../shared/bytes/ids.ts'
import { get } from '../../../shared/bytes/table.ts'
import { openPart } from '../../../shared/vault/seal-item.ts'
import type { Shelf, Vault } from './vault.ts'

/** One part of a live item. Throws Failure `unknown-item`, `part-missing`, `no-key`, `wrong-hash`, `cannot-open`. */
export async function openItemPart<P extends 'overview' | 'secret'>(vault: Vault, shelf: Shelf, item: ItemId, part: P) {
  const { folder, items } = shelf.journal
  const link = get(items, item)?.parts?.[part]
  if (link === undefined) throw new Failure('unknown-item', item)
  const { revision, generation, author, hash } = link
  const key = vault.folderKeys.get(folder)?.get(generation)
  if (key === undefined) throw new Failure('no-key', folder)
  const sealed = shelf.parts.get(hash)
  if (sealed === undefined) throw new Failure('part-missing', item)
  const place = { org: vault.org, folder, item, generation, revision, author }
  return openPart(key, place, part, fromBase64url(sealed), hash)
}
