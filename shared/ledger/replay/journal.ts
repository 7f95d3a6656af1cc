import type { FolderId, Hash, ItemId, MemberId, OrgId } from '../../bytes/ids.ts'
import { zero32 } from '../../bytes/ids.ts'
import { Failure } from '../../bytes/failure.ts'
import { verify } from '../../crypto/verify.ts'
import type { LedgerHead } from '../acts.ts'
import { journalBody, readEntry } from '../entry.ts'
import type { Change, JournalBody, PartLink } from '../entry.ts'
import { need } from './context.ts'
import { atLeast, levelOf } from './level.ts'
import { Refused } from './state.ts'
import type { LedgerState } from './state.ts'

/** A sealed part's place and hash, with whoever sealed it: what its associated data is made of. */
export type PartState = PartLink & { author: MemberId }
/** `parts` is null once the item is deleted; its revision stays, so that it cannot come back as new. */
export type ItemState = {
  revision: number
  parts: { overview: PartState; secret: PartState } | null
  changedAt: number
  changedBy: MemberId
}

/** What a folder holds after some entry of its journal. Plain data, never changed in place. */
export type JournalState = {
  org: OrgId
  folder: FolderId
  head: LedgerHead
  time: number
  /** The ledger sequence that the last entry named: it never decreases. */
  ledger: number
  items: Readonly<Record<ItemId, ItemState>>
}

export const emptyJournal = (org: OrgId, folder: FolderId): JournalState => ({
  org,
  folder,
  head: { sequence: 0, hash: zero32 },
  time: 0,
  ledger: 0,
  items: {},
})

/**
 * The journal after one more entry, or why not. `ledgerAt` gives the verified ledger as it stood after a sequence, null
 * where it does not reach; `now` is its newest state, whose cuts hold for the whole journal (P5).
 */
export async function replayJournal(
  journal: JournalState,
  entry: Uint8Array<ArrayBuffer>,
  ledgerAt: (sequence: number) => LedgerState | null,
  now: LedgerState,
): Promise<{ state: JournalState; body: JournalBody } | Refused> {
  try {
    const { body, signedBytes, signature, hash } = await readEntry(journalBody, entry)
    need(body.org === journal.org && body.folder === journal.folder, 'wrong-org')
    need(body.sequence === journal.head.sequence + 1, 'wrong-sequence')
    need(body.previous === journal.head.hash, 'wrong-previous')
    need(body.time >= journal.time, 'time-runs-back')
    const then = ledgerAt(body.ledger.sequence)
    need(then !== null && then.head.hash === body.ledger.hash, 'wrong-ledger-head')
    need(body.ledger.sequence >= journal.ledger, 'before-the-cut')
    const folder = then.folders[body.folder]
    const author = then.members[body.author]
    need(folder !== undefined, 'unknown-folder')
    need(author !== undefined, 'unknown-author')
    need(atLeast(levelOf(then, body.author, body.folder), 'edit'), 'not-allowed')
    need(folder.staleSince === null, 'stale')
    need(body.generation === folder.generations.length, 'wrong-generation')
    needCuts(now, body, hash)
    need(await verify(author.signKey, signedBytes, signature), 'bad-signature')
    need(body.changes.length > 0, 'no-acts')
    let items = journal.items
    for (const change of body.changes) items = changed(items, change, body)
    const state = {
      ...journal,
      head: { sequence: body.sequence, hash },
      time: body.time,
      ledger: body.ledger.sequence,
      items,
    }
    return { state, body }
  } catch (error) {
    if (error instanceof Refused) return error
    if (error instanceof Failure) return new Refused('malformed')
    throw error
  }
}

/** What was written before a right ended stays as it was; what comes after names a ledger that knows of it. */
function needCuts(now: LedgerState, body: JournalBody, hash: Hash) {
  for (const cut of now.folders[body.folder]?.cuts ?? []) {
    if (body.sequence > cut.sequence) need(body.ledger.sequence >= cut.ledger, 'past-the-cut')
    else need(body.ledger.sequence < cut.ledger, 'before-the-cut')
    if (body.sequence === cut.sequence) need(hash === cut.head, 'wrong-previous')
  }
}

/**
 * Whether the ledger's cuts contradict a journal that was replayed before they were known: it ends before a cut, has
 * another entry there, or went on past it on an older ledger. Then whoever served it left out what others hold (P5).
 */
export const isShortened = (now: LedgerState, { folder, head, ledger }: JournalState) =>
  (now.folders[folder]?.cuts ?? []).some((cut) => {
    if (head.sequence === cut.sequence) return head.hash !== cut.head
    return head.sequence < cut.sequence || ledger < cut.ledger
  })

function changed(items: JournalState['items'], change: Change, body: JournalBody): JournalState['items'] {
  const old = items[change.item] ?? null
  need(change.revision === (old?.revision ?? 0) + 1, 'wrong-revision')
  need(old === null ? change.parts !== null : old.parts !== null, 'wrong-revision')
  const link = (part: PartLink, before: PartState | null): PartState => {
    if (before !== null && part.hash === before.hash) {
      need(part.revision === before.revision && part.generation === before.generation, 'wrong-revision')
      return before
    }
    need(part.revision === change.revision && part.generation === body.generation, 'wrong-revision')
    return { ...part, author: body.author }
  }
  const parts =
    change.parts === null
      ? null
      : {
          overview: link(change.parts.overview, old?.parts?.overview ?? null),
          secret: link(change.parts.secret, old?.parts?.secret ?? null),
        }
  const item = { revision: change.revision, parts, changedAt: body.time, changedBy: body.author }
  return { ...items, [change.item]: item }
}
