import { using, wipe } from '../bytes/bytes.ts'
import type { Bytes } from '../bytes/bytes.ts'
import type { FolderId, Hash, ItemId, MemberId, OrgId } from '../bytes/ids.ts'
import { pad, unpad } from '../bytes/pad.ts'
import type { Codec } from '../bytes/record.ts'
import { Failure } from '../bytes/failure.ts'
import { openAead, sealAead } from '../crypto/aead.ts'
import { itemPartContext } from '../crypto/contexts.ts'
import { partKey } from '../crypto/derive.ts'
import { sha256 } from '../crypto/hash.ts'
import type { FolderKey } from '../crypto/keys.ts'
import { overview, secret } from './item.ts'
import type { Overview, Secret } from './item.ts'

/** Where one part of an item belongs: everything that a moved, swapped or old part would have to forge (P5). */
export type PartPosition = {
  org: OrgId
  folder: FolderId
  item: ItemId
  generation: number
  revision: number
  author: MemberId
}
type Parts = { overview: Overview; secret: Secret }
const codecs: { [P in keyof Parts]: Codec<Parts[P]> } = { overview, secret }

/** Seals one part, padded to a multiple of 256 B, under its own key; gives the bytes and the hash for the journal. */
export async function sealPart<P extends keyof Parts>(key: FolderKey, place: PartPosition, part: P, value: Parts[P]) {
  const context = itemPartContext({ ...place, part })
  const plaintext = pad(codecs[part].write(value))
  const sealed = await using(await partKey(key, context), (own) => sealAead(own, context, plaintext))
  wipe(plaintext)
  return { sealed, hash: await sha256(sealed) }
}

/** Opens what `sealPart` gave for the same place. Throws `wrong-hash` when it is not what the journal names, `cannot-open`. */
export async function openPart<P extends keyof Parts>(
  key: FolderKey,
  place: PartPosition,
  part: P,
  sealed: Bytes,
  hash: Hash,
): Promise<Parts[P]> {
  if ((await sha256(sealed)) !== hash) throw new Failure('wrong-hash', place.item)
  const context = itemPartContext({ ...place, part })
  const plaintext = await using(await partKey(key, context), (own) => openAead(own, context, sealed))
  return using(plaintext, () => codecs[part].read(unpad(plaintext)))
}
