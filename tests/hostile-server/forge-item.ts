import { toBase64url } from '../../shared/bytes/base64url.ts'
import { newItemId } from '../../shared/bytes/ids.ts'
import type { FolderId, Hash, ItemId, MemberId } from '../../shared/bytes/ids.ts'
import type { FolderKey } from '../../shared/crypto/keys.ts'
import type { Part } from '../../shared/protocol/objects.ts'
import { sealPart } from '../../shared/vault/seal-item.ts'
import { exactAddress } from '../../extension/messages/item-fields.ts'
import type { World } from './world.ts'

type Forging = {
  folder: FolderId
  by: MemberId
  key: FolderKey
  generation: number
  revision?: number
  id?: ItemId
}

/** An item as a real client would seal it, with this key, in this person's name. */
export async function forgeItem(world: World, of: Forging) {
  const { folder, by, key, generation, revision = 1, id = newItemId() } = of
  const place = { org: world.org, folder, item: id, generation, revision, author: by }
  const overview = await sealPart(key, place, 'overview', {
    name: 'evil',
    username: 'evil',
    urls: [exactAddress('https://evil.example')],
    afterFill: 'stay',
    kind: 'login',
    tags: [],
    passwordIn: [],
  })
  const secret = await sealPart(key, place, 'secret', {
    password: 'evil',
    totp: '',
    notes: '',
    custom: [],
    history: [],
    files: [],
  })
  const link = (hash: Hash) => ({ revision, generation, hash })
  const parts: Part[] = [
    { item: id, part: 'overview', revision, sealed: toBase64url(overview.sealed) },
    { item: id, part: 'secret', revision, sealed: toBase64url(secret.sealed) },
  ]
  return { parts, change: { item: id, revision, parts: { overview: link(overview.hash), secret: link(secret.hash) } } }
}
