import { get, idsIn, valuesIn } from '../../../shared/bytes/table.ts'
import { fromBase64url } from '../../../shared/bytes/base64url.ts'
import type { FolderId, Hash, ItemId } from '../../../shared/bytes/ids.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import { visibleFolders } from '../../../shared/access/visible.ts'
import { sha256 } from '../../../shared/crypto/hash.ts'
import { isShortened, replayJournal, startAtSnapshot } from '../../../shared/ledger/replay/journal.ts'
import { Refused } from '../../../shared/ledger/replay/state.ts'
import type { FetchReply, FetchRequest, LedgerReply } from '../../../shared/protocol/sync.ts'
import type { Overview } from '../../../shared/vault/item.ts'
import { openItemPart } from '../vault/open-item-part.ts'
import { copyShelf, ledgerAt, shelfOf, stateOf } from '../vault/vault.ts'
import type { Reported, Shelf, Vault } from '../vault/vault.ts'

/**
 * Replays the entries that came for each folder, and takes all of a folder's or none. A folder that does not verify is refused, with
 * the code, until the server sends valid data; other folders work, and a warning names it (P5).
 */
export async function applyJournals(vault: Vault, reply: FetchReply): Promise<void> {
  for (const { folder, ...came } of reply.journals) {
    try {
      await growShelf(vault, folder, came)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      vault.shelves.set(folder, { ...shelfOf(vault, folder), refused: error.code })
    }
  }
}

/** New entries and parts (base64url) of a folder. `snapshot`: the content of the snapshot that the first entry names, if it is one. */
export type Growth = {
  entries: readonly string[]
  parts: readonly { sealed: string }[]
  snapshot?: string | null
}
/** What this device has itself just sealed: the hash of each part, in their order, and the overviews as they were sealed. */
export type OwnSeals = { hashes: readonly Hash[]; overviews: ReadonlyMap<ItemId, Overview> }

/**
 * Extends a folder's shelf, once all that is new has verified; else the old shelf stays. `own`: of parts that this device has itself
 * sealed, so that they need not be hashed and opened to know them. Throws Failure with the code of `replayJournal`, or as `openItemPart`.
 */
export async function growShelf(
  vault: Vault,
  folder: FolderId,
  { entries, parts, snapshot = null }: Growth,
  own: OwnSeals = { hashes: [], overviews: new Map() },
): Promise<void> {
  const held = shelfOf(vault, folder)
  const shelf = copyShelf(held)
  if (snapshot !== null && held.journal.head.sequence === 0) shelf.start = snapshot
  for (const [at, { sealed }] of parts.entries())
    shelf.parts.set(own.hashes[at] ?? (await sha256(fromBase64url(sealed))), sealed)
  await extend(vault, shelf, entries)
  for (const [item, overview] of own.overviews) shelf.overviews.set(item, overview)
  await openOverviews(vault, shelf)
  vault.shelves.set(folder, { ...shelf, refused: null })
  vault.unstored.add(folder)
}

/** Returns each journal's last sequence by the server's account. A reply that is not `whole` lists only what has changed. */
export const endsAfter = (before: Reported, { whole, journals }: LedgerReply): Reported['ends'] =>
  new Map([...(whole ? [] : before.ends), ...journals.map(({ folder, sequence }) => [folder, sequence] as const)])

/** P5: refuses (`entry-missing`) the asked-for folders of which the server sent fewer entries than it says there are. */
export function refuseShort(vault: Vault, asked: FetchRequest['journals']): void {
  for (const { folder } of asked) {
    const shelf = shelfOf(vault, folder)
    if (shelf.journal.head.sequence < (vault.reported.ends.get(folder) ?? 0)) shelf.refused ??= 'entry-missing'
  }
}

/**
 * Compares each journal's length at the server with what this device has seen and what the ledger's cuts require: a shorter one is refused,
 * and an equally long one is no longer refused.
 */
export function checkLengths(vault: Vault): void {
  const now = stateOf(vault)
  for (const folder of visibleFolders(now, vault.me)) {
    const shelf = shelfOf(vault, folder)
    const { head } = shelf.journal
    const said = vault.reported.ends.get(folder) ?? 0
    if (said < head.sequence) shelf.refused = 'rolled-back'
    else if (isShortened(now, shelf.journal)) shelf.refused = 'shortened'
    else if (said === head.sequence) shelf.refused = null
  }
}

async function extend(vault: Vault, shelf: Shelf, entries: readonly string[]): Promise<void> {
  const ledgers = { at: ledgerAt(vault), now: stateOf(vault) }
  let rest = entries
  if (shelf.start !== null && shelf.journal.head.sequence === 0) {
    const [first = '', ...others] = entries
    const { org, folder } = shelf.journal
    const started = await startAtSnapshot(org, folder, fromBase64url(first), fromBase64url(shelf.start), ledgers)
    if (started instanceof Refused) throw new Failure(started.code)
    shelf.journal = started
    rest = others
  }
  const { run, refused } = await replayJournal(shelf.journal, rest.map(fromBase64url), ledgers)
  if (refused !== null) throw new Failure(refused.code)
  shelf.journal = run.at(-1)?.state ?? shelf.journal
  shelf.entries.push(...entries)
  for (const { body } of run) for (const { item } of body.changes) shelf.overviews.delete(item)
  const live = new Set(
    valuesIn(shelf.journal.items).flatMap(({ parts }) =>
      parts === null ? [] : [parts.overview.hash, parts.secret.hash],
    ),
  )
  for (const hash of shelf.parts.keys()) if (!live.has(hash)) shelf.parts.delete(hash)
}

/** Opens the overviews that are not open yet. Throws Failure `part-missing`; as `openItemPart`. */
async function openOverviews(vault: Vault, shelf: Shelf): Promise<void> {
  const witnessed = get(stateOf(vault).folders, shelf.journal.folder)?.witnessed === true
  if (witnessed) forgetSecrets(shelf)
  for (const item of idsIn(shelf.journal.items)) {
    const state = get(shelf.journal.items, item)
    if (state === null || state.parts === null || shelf.overviews.has(item)) continue
    if (!witnessed && !shelf.parts.has(state.parts.secret.hash)) throw new Failure('part-missing', item)
    shelf.overviews.set(item, await openItemPart(vault, shelf, item, 'overview'))
  }
}

/** Drops the sealed secrets of a folder, since those of a witnessed one are fetched for each use. Returns whether there were any. */
export function forgetSecrets(shelf: Shelf): boolean {
  const before = shelf.parts.size
  for (const { parts } of valuesIn(shelf.journal.items)) if (parts !== null) shelf.parts.delete(parts.secret.hash)
  return shelf.parts.size < before
}
