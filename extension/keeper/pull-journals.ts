import { fromBase64url } from '../../shared/bytes/base64url.ts'
import { idsIn } from '../../shared/bytes/ids.ts'
import type { FolderId, ItemId } from '../../shared/bytes/ids.ts'
import { Failure } from '../../shared/bytes/failure.ts'
import { sha256 } from '../../shared/crypto/hash.ts'
import { isShortened, replayJournal } from '../../shared/ledger/replay/journal.ts'
import type { ItemState } from '../../shared/ledger/replay/journal.ts'
import { Refused } from '../../shared/ledger/replay/state.ts'
import type { FetchReply, FetchRequest, LedgerReply } from '../../shared/protocol/sync.ts'
import { openPart } from '../../shared/vault/seal-item.ts'
import { copyOfShelf, ledgerAt, shelfOf, stateOf } from './vault.ts'
import type { Shelf, Vault } from './vault.ts'

/**
 * Replays what came for each folder, and takes all of it or nothing. Whatever does not verify refuses that folder alone,
 * with its code, until it is served right; the rest works and the person is told (P5).
 */
export async function takeJournals(vault: Vault, reply: FetchReply): Promise<void> {
  for (const { folder, entries, parts } of reply.journals) {
    const before = shelfOf(vault, folder)
    const shelf = copyOfShelf(before)
    vault.shelves.set(folder, shelf)
    try {
      for (const { sealed } of parts) shelf.parts.set(await sha256(fromBase64url(sealed)), sealed)
      await extend(vault, shelf, entries)
      await openOverviews(vault, folder)
      shelf.refused = null
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      vault.shelves.set(folder, { ...before, refused: error.code })
    }
  }
}

/** A server that names a head and leaves out what leads to it drops entries (P5). */
export function refuseShort(vault: Vault, asked: FetchRequest['journals'], said: LedgerReply['journals']): void {
  for (const { folder } of asked) {
    const shelf = shelfOf(vault, folder)
    const sequence = said.find((one) => one.folder === folder)?.sequence ?? 0
    if (shelf.journal.head.sequence < sequence) shelf.refused ??= 'entry-missing'
  }
}

/** What the server says it has, against what this desk has seen and what the ledger has cut: shorter is refused, no more is right. */
export function checkLengths(vault: Vault, journals: LedgerReply['journals']): void {
  const now = stateOf(vault)
  for (const shelf of vault.shelves.values()) {
    const { folder, head } = shelf.journal
    const said = journals.find((one) => one.folder === folder)?.sequence ?? 0
    if (now.folders[folder] === undefined) continue
    if (said < head.sequence) shelf.refused = 'rolled-back'
    else if (isShortened(now, shelf.journal)) shelf.refused = 'shortened'
    else if (said === head.sequence) shelf.refused = null
  }
}

async function extend(vault: Vault, shelf: Shelf, entries: string[]): Promise<void> {
  for (const entry of entries) {
    const next = await replayJournal(shelf.journal, fromBase64url(entry), ledgerAt(vault), stateOf(vault))
    if (next instanceof Refused) throw new Failure(next.code)
    shelf.journal = next.state
    shelf.entries.push(entry)
    for (const { item } of next.body.changes) shelf.overviews.delete(item)
  }
  const live = new Set(
    Object.values(shelf.journal.items).flatMap(({ parts }) =>
      parts === null ? [] : [parts.overview.hash, parts.secret.hash],
    ),
  )
  for (const hash of shelf.parts.keys()) if (!live.has(hash)) shelf.parts.delete(hash)
}

/** Opens the overview of every live item that is not open yet. Throws Failure `part-missing`, `cannot-open`, `wrong-hash`. */
export async function openOverviews(vault: Vault, folder: FolderId): Promise<void> {
  const shelf = shelfOf(vault, folder)
  for (const item of idsIn(shelf.journal.items)) {
    const state = shelf.journal.items[item]
    if (state === undefined || state.parts === null || shelf.overviews.has(item)) continue
    const secret = shelf.parts.get(state.parts.secret.hash)
    if (secret === undefined) throw new Failure('part-missing', item)
    shelf.overviews.set(item, await openItemPart(vault, folder, item, state, 'overview'))
  }
}

/** One part of a live item. Throws Failure `unknown-item`, `part-missing`, `no-key`, `wrong-hash`, `cannot-open`. */
export async function openItemPart<P extends 'overview' | 'secret'>(
  vault: Vault,
  folder: FolderId,
  item: ItemId,
  state: ItemState,
  part: P,
) {
  const link = state.parts?.[part]
  if (link === undefined) throw new Failure('unknown-item', item)
  const { revision, generation, author, hash } = link
  const key = vault.folderKeys.get(folder)?.get(generation)
  if (key === undefined) throw new Failure('no-key', folder)
  const sealed = shelfOf(vault, folder).parts.get(hash)
  if (sealed === undefined) throw new Failure('part-missing', item)
  return openPart(
    key,
    { org: vault.org, folder, item, generation, revision, author },
    part,
    fromBase64url(sealed),
    hash,
  )
}
