import { get } from '../../shared/bytes/table.ts'
import { sql } from 'drizzle-orm'
import { fromBase64url } from '../../shared/bytes/base64url.ts'
import type { FolderId, MemberId } from '../../shared/bytes/ids.ts'
import { sha256 } from '../../shared/crypto/hash.ts'
import type { JournalBody } from '../../shared/ledger/entry.ts'
import { replayJournalEntry } from '../../shared/ledger/replay/journal.ts'
import type { JournalState } from '../../shared/ledger/replay/journal-state.ts'
import { atLeast, isClosed, levelOf } from '../../shared/ledger/replay/level.ts'
import { Refused, asOf } from '../../shared/ledger/replay/state.ts'
import type { LedgerState } from '../../shared/ledger/replay/state.ts'
import type { Part } from '../../shared/protocol/objects.ts'
import type { JournalAppend } from '../../shared/protocol/sync.ts'
import { lockJournal, transact } from './connection.ts'
import type { Transaction } from './connection.ts'
import type { Database } from './database/connect.ts'
import type { Journals } from './journals.ts'
import type { Ledger } from './ledger.ts'
import { fates, markDeleted, restoreParts } from './deleted-parts.ts'
import { badField, Problem } from './problem.ts'
import { checkTime, refusal } from './refusal.ts'
import { journalEntries, parts, snapshots } from './schema.ts'

/**
 * Appends one entry of a folder's journal with the sealed parts that it names anew, in one transaction, or nothing.
 * Throws `refused`, `conflict`, `stale-folder`, `clock-off`, `parts-destroyed`, `bad-request` and what they are about.
 */
export async function appendJournal(
  db: Database,
  { ledger, journals }: { ledger: Ledger; journals: Journals },
  author: MemberId,
  { folder, entry: text, parts: came, snapshot }: JournalAppend,
  now: number,
): Promise<JournalState> {
  const entry = fromBase64url(text)
  const state = await transact(db, async (tx) => {
    await lockJournal(tx, folder)
    await ledger.catchUp(tx)
    const current = ledger.current()
    if (current === null) throw new Problem('no-org', 'This server has no organisation yet.')
    const before = await journals.load(tx, current, folder)
    const result = await replayJournalEntry(before, entry, { at: ledger.at(tx), now: current })
    if (result instanceof Refused) throw refusal(result)
    const { body, state: after } = result
    if (body.author !== author) throw new Problem('not-allowed', 'The entry has another author.', { field: 'entry' })
    checkTime(body.time, now)
    checkStillAllowed(asOf(current, now), body)
    await checkParts(before, after, body, came)
    const isSnapshot = snapshot !== null && (await sha256(fromBase64url(snapshot))) === body.snapshot
    if (!isSnapshot && (snapshot !== null || body.snapshot !== null))
      throw badField('snapshot', 'This is not what the entry is a snapshot of.')
    const { sequence, hash } = after.head
    await tx.insert(journalEntries).values({ folder, sequence, entry, hash })
    const { deleted, restored } = fates(before, body)
    await markDeleted(tx, folder, deleted, now)
    await restoreParts(tx, folder, restored, now)
    await keepParts(tx, folder, came)
    if (snapshot !== null) await keepSnapshot(tx, { folder, sequence, content: snapshot })
    return after
  })
  journals.adopt(state)
  return state
}

/**
 * Throws `refused`, `stale-folder` or `conflict` unless the entry is allowed by the newest ledger too, not only by the one
 * that it names.
 */
export function checkStillAllowed(now: LedgerState, body: JournalBody): void {
  const folder = get(now.folders, body.folder)
  if (!atLeast(levelOf(now, body.author, body.folder), 'edit')) throw new Problem('refused', 'not-allowed')
  if (isClosed(now, body.folder)) throw new Problem('refused', 'closed')
  if (folder?.staleSince !== null)
    throw new Problem('stale-folder', 'This waits for a new key and takes no writes until then.')
  if (body.generation !== folder.generations.length)
    throw new Problem('conflict', 'The folder has a new key: seal it anew.')
}

const names = ['overview', 'secret'] as const

/** Each part that is new in this entry must come, with its hash, and nothing else. Throws `bad-request`. */
async function checkParts(before: JournalState, after: JournalState, body: JournalBody, came: Part[]): Promise<void> {
  const wanted = new Map<string, string>()
  for (const { item } of body.changes)
    for (const name of names) {
      const link = get(after.items, item)?.parts?.[name]
      const was = get(before.items, item)
      // What is brought back is here, or is nowhere.
      if (link !== undefined && link.hash !== (was?.parts ?? was?.gone)?.[name].hash)
        wanted.set(`${item} ${name} ${link.revision}`, link.hash)
    }
  for (const [i, { item, part, revision, sealed }] of came.entries()) {
    const name = `${item} ${part} ${revision}`
    if (wanted.get(name) !== (await sha256(fromBase64url(sealed))))
      throw badField(`parts.${i}`, 'The entry names no such part.')
    wanted.delete(name)
  }
  if (wanted.size > 0) throw badField('parts', 'A part that the entry names did not come.')
}

async function keepSnapshot(tx: Transaction, row: typeof snapshots.$inferInsert): Promise<void> {
  const { sequence, content } = row
  const target = snapshots.folder
  await tx.insert(snapshots).values(row).onConflictDoUpdate({ target, set: { sequence, content } })
}

async function keepParts(tx: Transaction, folder: FolderId, came: Part[]): Promise<void> {
  if (came.length === 0) return
  const set = { revision: sql`excluded.revision`, sealed: sql`excluded.sealed` }
  await tx
    .insert(parts)
    .values(came.map((part) => ({ folder, ...part })))
    .onConflictDoUpdate({ target: [parts.folder, parts.item, parts.part], set })
}
