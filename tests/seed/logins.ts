import { toBase64url } from '../../shared/bytes/base64url.ts'
import { newItemId } from '../../shared/bytes/ids.ts'
import type { FolderId } from '../../shared/bytes/ids.ts'
import type { Change } from '../../shared/ledger/entry.ts'
import { signJournalEntry } from '../../shared/ledger/sign-entry.ts'
import type { Part } from '../../shared/protocol/objects.ts'
import { sealPart } from '../../shared/vault/seal-item.ts'
import { callAs } from '../../extension/keeper/desk/call-as.ts'
import { splitFields } from '../../extension/keeper/items/items.ts'
import { growShelf } from '../../extension/keeper/sync/pull-journals.ts'
import { newestFolderKey, shelfOf, stateOf } from '../../extension/keeper/vault/vault.ts'
import type { ItemFields } from '../../extension/messages/item-fields.ts'
import type { Person } from '../headless/person.ts'
import { drawnFrom } from './seeded-random.ts'

/** How many logins one entry of a journal names: its parts go in the same request. */
const AT_ONCE = 200

/** Writes new logins into one folder, many in an entry of its journal, each part sealed as one that is typed. Throws as `callAs`. */
export async function writeLogins({ keeper }: Person, folder: FolderId, all: readonly ItemFields[]): Promise<void> {
  const { desk, session, vault } = keeper.needOpen()
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const { key, generation } = newestFolderKey(vault, folder)
    const changes: Change[] = []
    const parts: Part[] = []
    const sealOne = async (fields: ItemFields) => {
      const item = newItemId()
      const place = { org: vault.org, folder, item, generation, revision: 1, author: vault.me }
      const parted = splitFields(fields)
      const overview = await sealPart(key, place, 'overview', parted.overview)
      const secret = await sealPart(key, place, 'secret', parted.secret)
      const links = { overview: link(overview.hash, generation), secret: link(secret.hash, generation) }
      changes.push({ item, revision: 1, parts: links })
      parts.push({ item, part: 'overview', revision: 1, sealed: toBase64url(overview.sealed) })
      parts.push({ item, part: 'secret', revision: 1, sealed: toBase64url(secret.sealed) })
    }
    await drawnFrom(`logins of ${folder} from ${String(from)}`, async () => {
      for (const fields of all.slice(from, from + AT_ONCE)) await sealOne(fields)
    })
    const { journal } = shelfOf(vault, folder)
    const { entry } = await signJournalEntry(vault.keys.sign, {
      org: vault.org,
      sequence: journal.head.sequence + 1,
      previous: journal.head.hash,
      time: Math.max(desk.now(), journal.time),
      author: vault.me,
      folder,
      ledger: stateOf(vault).head,
      generation,
      changes,
    })
    const append = { folder, entry: toBase64url(entry), parts, snapshot: null }
    await callAs(desk, session, 'appendJournal', append)
    await growShelf(vault, folder, { entries: [append.entry], parts })
  }
}

const link = (hash: Awaited<ReturnType<typeof sealPart>>['hash'], generation: number) => ({
  revision: 1,
  generation,
  hash,
})
