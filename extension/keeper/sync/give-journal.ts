import type { FolderId } from '../../../shared/bytes/ids.ts'
import { get } from '../../../shared/bytes/table.ts'
import type { Part } from '../../../shared/protocol/objects.ts'
import type { Lack } from '../../../shared/protocol/repair.ts'
import { callAs } from '../desk/call-as.ts'
import type { RepairSource } from './giving.ts'
import { takePortion } from './portion.ts'
import { shelfOf } from '../vault/vault.ts'
import type { Shelf } from '../vault/vault.ts'

const ENTRIES = 500
const PARTS = 1_000

/**
 * Sends a folder's journal entries after the server's last one, then the sealed parts that the server says it lacks. Each request can
 * be repeated; the server's answer says where to go on.
 * @throws what `callAs` throws; ServerRefusal `conflict` where the server's journal has got other entries meanwhile
 */
export async function giveJournal(at: RepairSource, folder: FolderId): Promise<void> {
  const shelf = shelfOf(at.vault, folder)
  let { head, lacking } = await send(at, folder, [], [])
  // A shelf that begins at a snapshot does not hold the entries before it.
  const first = shelf.journal.head.sequence - shelf.entries.length
  while (first <= head.sequence && head.sequence < shelf.journal.head.sequence) {
    const before = head.sequence
    ;({ head, lacking } = await send(
      at,
      folder,
      takePortion(shelf.entries.slice(before - first), ENTRIES, (one) => one.length),
      [],
    ))
    if (head.sequence <= before) return
  }
  const parts = partsOf(shelf, lacking)
  while (parts.length > 0) {
    const some = takePortion(parts, PARTS, ({ sealed }) => sealed.length)
    await send(at, folder, [], some)
    parts.splice(0, some.length)
  }
}

const send = ({ desk, session }: RepairSource, folder: FolderId, entries: string[], parts: Part[]) =>
  callAs(desk, session, 'repairJournal', { folder, entries, parts })

const partsOf = ({ journal, parts }: Shelf, lacking: readonly Lack[]): Part[] =>
  lacking.flatMap(({ item, part }) => {
    const link = get(journal.items, item)?.parts?.[part]
    const sealed = link === undefined ? undefined : parts.get(link.hash)
    return link === undefined || sealed === undefined ? [] : [{ item, part, revision: link.revision, sealed }]
  })
