import { get, has, put } from '../../bytes/table.ts'
import type { FolderId, Hash, OrgId } from '../../bytes/ids.ts'
import { Failure } from '../../bytes/failure.ts'
import { sha256 } from '../../crypto/hash.ts'
import { verifier } from '../../crypto/verify.ts'
import type { Verify } from '../../crypto/verify.ts'
import { journalBody, readEntry } from '../entry.ts'
import type { Change, JournalBody, Opened, PartLink } from '../entry.ts'
import { need } from './context.ts'
import { emptyJournal } from './journal-state.ts'
import type { JournalState, PartState } from './journal-state.ts'
import { atLeast, isClosed, levelOf } from './level.ts'
import { readSnapshot, snapshotHash } from './snapshot.ts'
import { Refused, asOf } from './state.ts'
import type { LedgerState } from './state.ts'

/**
 * What a journal is judged by: the verified ledger as it stood after a sequence, null where it does not reach; its newest
 * state, whose cuts hold for the whole journal (P5).
 */
export type Ledgers = {
  at: (sequence: number) => LedgerState | null | Promise<LedgerState | null>
  now: LedgerState
}
type JudgedEntry = { state: JournalState; body: JournalBody }

/** The journal after each of `entries` in turn, up to the first that is refused. */
export async function replayJournal(
  before: JournalState,
  entries: readonly Uint8Array<ArrayBuffer>[],
  ledgers: Ledgers,
): Promise<{ run: JudgedEntry[]; refused: Refused | null }> {
  const verify = verifier()
  const run: JudgedEntry[] = []
  const verdicts: Promise<Refused | null>[] = []
  let journal = before
  let refused: Refused | null = null
  for (const entry of entries) {
    const result = await step(journal, entry, ledgers, verify)
    if (result instanceof Refused) {
      refused = result
      break
    }
    journal = result.state
    run.push({ state: result.state, body: result.body })
    verdicts.push(result.verdict)
  }
  const all = await Promise.all(verdicts)
  const wrong = all.findIndex((one) => one !== null)
  return wrong < 0 ? { run, refused } : { run: run.slice(0, wrong), refused: all[wrong] ?? null }
}

/** As `replayJournal`, of one entry. */
export async function replayJournalEntry(
  journal: JournalState,
  entry: Uint8Array<ArrayBuffer>,
  ledgers: Ledgers,
): Promise<JudgedEntry | Refused> {
  const { run, refused } = await replayJournal(journal, [entry], ledgers)
  return run[0] ?? refused ?? new Refused('malformed')
}

/**
 * Starts a fresh desk at a snapshot: `content` is what its hash is over, the entries before it are not looked at. A desk that
 * knows them checks the same entry against its own replay.
 */
export async function startAtSnapshot(
  org: OrgId,
  folder: FolderId,
  entry: Uint8Array<ArrayBuffer>,
  content: Uint8Array,
  ledgers: Ledgers,
): Promise<JournalState | Refused> {
  try {
    const { body } = await readEntry(journalBody, entry)
    need(body.snapshot !== null && (await sha256(content)) === body.snapshot, 'wrong-snapshot')
    const head = { sequence: body.sequence - 1, hash: body.previous }
    const before = { ...emptyJournal(org, folder), head, items: readSnapshot(content) }
    const result = await replayJournalEntry(before, entry, ledgers)
    return result instanceof Refused ? result : result.state
  } catch (error) {
    return refusalOf(error)
  }
}

function refusalOf(error: unknown): Refused {
  if (error instanceof Refused) return error
  if (error instanceof Failure) return new Refused('malformed')
  throw error
}

async function step(journal: JournalState, entry: Uint8Array<ArrayBuffer>, ledgers: Ledgers, verify: Verify) {
  try {
    const opened = await readEntry(journalBody, entry)
    const { body, hash } = opened
    const named = await ledgers.at(body.ledger.sequence)
    const { author, mayRestore, isRegister } = needLawful(journal, opened, named, ledgers.now)
    let { items } = journal
    for (const change of body.changes) {
      // What is recorded stays as it was written, so that no later entry makes it say something else.
      need(!isRegister || (change.revision === 1 && change.parts !== null), 'wrong-revision')
      items = changed(items, change, body, mayRestore)
    }
    const state: JournalState = {
      ...journal,
      head: { sequence: body.sequence, hash },
      time: body.time,
      ledger: body.ledger.sequence,
      snapshotAt: body.snapshot === null ? journal.snapshotAt : body.sequence,
      items,
    }
    return { state, body, verdict: check(author.signKey, opened, items, verify) }
  } catch (error) {
    return refusalOf(error)
  }
}

/** Every rule but the signature and the snapshot's hash. */
function needLawful(
  journal: JournalState,
  { body, hash }: Opened<JournalBody>,
  named: LedgerState | null,
  now: LedgerState,
) {
  need(body.org === journal.org && body.folder === journal.folder, 'wrong-org')
  need(body.sequence === journal.head.sequence + 1, 'wrong-sequence')
  need(body.previous === journal.head.hash, 'wrong-previous')
  need(body.time >= journal.time, 'time-runs-back')
  need(named !== null && named.head.hash === body.ledger.hash, 'wrong-ledger-head')
  need(body.ledger.sequence >= journal.ledger, 'before-the-cut')
  const then = asOf(named, body.time)
  const folder = get(then.folders, body.folder)
  const author = get(then.members, body.author)
  // One that was deleted since takes nothing more, not even what names the ledger before that.
  need(folder !== null && !has(now.deleted.folders, body.folder), 'unknown-folder')
  need(author !== null, 'unknown-author')
  const level = levelOf(then, body.author, body.folder)
  need(atLeast(level, body.snapshot === null ? 'edit' : 'manage'), 'not-allowed')
  need(folder.staleSince === null, 'stale')
  need(!isClosed(then, body.folder), 'closed')
  need(body.generation === folder.generations.length, 'wrong-generation')
  needCuts(now, body, hash)
  need(body.changes.length > 0 !== (body.snapshot !== null), 'no-acts')
  need(new Set(body.changes.map(({ item }) => item)).size === body.changes.length, 'malformed')
  return { author, mayRestore: atLeast(level, 'manage'), isRegister: folder.isRegister }
}

async function check(
  key: Parameters<Verify>[0],
  { body, signedBytes, signature }: Opened<JournalBody>,
  items: JournalState['items'],
  verify: Verify,
): Promise<Refused | null> {
  if (!(await verify(key, signedBytes, signature))) return new Refused('bad-signature')
  const isRight = body.snapshot === null || (await snapshotHash(items)) === body.snapshot
  return isRight ? null : new Refused('wrong-snapshot')
}

/** What was written before a right ended stays as it was; what comes after names a ledger that knows of it. */
function needCuts(now: LedgerState, body: JournalBody, hash: Hash) {
  for (const cut of get(now.folders, body.folder)?.cuts ?? []) {
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
  [...(get(now.folders, folder)?.cuts ?? [])].some((cut) => {
    if (head.sequence === cut.sequence) return head.hash !== cut.head
    return head.sequence < cut.sequence || ledger < cut.ledger
  })

function changed(
  items: JournalState['items'],
  change: Change,
  body: JournalBody,
  mayRestore: boolean,
): JournalState['items'] {
  const old = get(items, change.item)
  need(change.revision === (old?.revision ?? 0) + 1, 'wrong-revision')
  need(change.parts !== null || (old !== null && old.parts !== null), 'wrong-revision')
  const gone = old?.gone ?? null
  need(gone === null || mayRestore, 'not-allowed')
  const link = (part: PartLink, before: PartState | null): PartState => {
    if (before !== null && part.hash === before.hash) {
      need(part.revision === before.revision && part.generation === before.generation, 'wrong-revision')
      return before
    }
    // L11: what comes back is what was there, sealed by whoever sealed it, and nothing else.
    need(gone === null && part.revision === change.revision && part.generation === body.generation, 'wrong-revision')
    return { ...part, author: body.author }
  }
  const before = old?.parts ?? gone
  const parts =
    change.parts === null
      ? null
      : {
          overview: link(change.parts.overview, before?.overview ?? null),
          secret: link(change.parts.secret, before?.secret ?? null),
        }
  const changedBy = body.author
  const item = {
    revision: change.revision,
    parts,
    gone: parts === null ? before : null,
    changedAt: body.time,
    changedBy,
  }
  return put(items, change.item, item)
}
