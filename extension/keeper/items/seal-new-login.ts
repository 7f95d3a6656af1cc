import { toBase64url } from '../../../shared/bytes/base64url.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import type { FolderId, ItemId } from '../../../shared/bytes/ids.ts'
import { limits } from '../../../shared/protocol/objects.ts'
import type { Part } from '../../../shared/protocol/objects.ts'
import type { Overview } from '../../../shared/vault/item.ts'
import { sealPart } from '../../../shared/vault/seal-item.ts'
import type { ImportRow } from '../../messages/import-logins.ts'
import { overviewOf, secretOf } from '../vault/item-parts.ts'
import { newestFolderKey } from '../vault/vault.ts'
import { passwordPlaces } from './password-places.ts'
import type { Vault } from '../vault/vault.ts'

type Link = { revision: number; generation: number; hash: Awaited<ReturnType<typeof sealPart>>['hash'] }
/** A new login, sealed for its first revision. `letters`: how large its parts are on the way. */
export type SealedLogin = {
  item: ItemId
  generation: number
  parts: [Part, Part]
  links: { overview: Link; secret: Link }
  overview: Overview
  letters: number
}

/** Seals a new login under the folder's newest key. Throws Failure `login-too-large`, `no-key`, `bad-encoding`. */
export async function sealNewLogin(
  vault: Vault,
  folder: FolderId,
  { item, fields, history }: ImportRow,
): Promise<SealedLogin> {
  const { key, generation } = newestFolderKey(vault, folder)
  const place = { org: vault.org, folder, item, generation, revision: 1, author: vault.me }
  const content = overviewOf(fields, passwordPlaces(vault, folder, fields.password, null, []))
  const [overview, secret] = await Promise.all([
    sealPart(key, place, 'overview', content),
    sealPart(key, place, 'secret', secretOf(fields, history)),
  ])
  if (overview.sealed.length > limits.overview || secret.sealed.length > limits.secret)
    throw new Failure('login-too-large', item)
  const parts: SealedLogin['parts'] = [
    { item, part: 'overview', revision: 1, sealed: toBase64url(overview.sealed) },
    { item, part: 'secret', revision: 1, sealed: toBase64url(secret.sealed) },
  ]
  const link = (hash: Link['hash']): Link => ({ revision: 1, generation, hash })
  const letters = parts.reduce((sum, { sealed }) => sum + sealed.length, 0)
  const links = { overview: link(overview.hash), secret: link(secret.hash) }
  return { item, generation, parts, links, overview: content, letters }
}
