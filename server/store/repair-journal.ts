import { eq, sql } from 'drizzle-orm'
import { fromBase64url } from '../../shared/bytes/base64url.ts'
import type { FolderId, MemberId } from '../../shared/bytes/ids.ts'
import { get, pairsIn } from '../../shared/bytes/table.ts'
import { Failure } from '../../shared/bytes/failure.ts'
import { sha256 } from '../../shared/crypto/hash.ts'
import { journalBody, readEntry } from '../../shared/ledger/entry.ts'
import type { JournalBody } from '../../shared/ledger/entry.ts'
import { replayJournalEntry } from '../../shared/ledger/replay/journal.ts'
import type { JournalState } from '../../shared/ledger/replay/journal-state.ts'
import { levelOf } from '../../shared/ledger/replay/level.ts'
import { Refused, asOf } from '../../shared/ledger/replay/state.ts'
import type { LedgerState } from '../../shared/ledger/replay/state.ts'
import type { Part } from '../../shared/protocol/objects.ts'
import type { Lack } from '../../shared/protocol/repair.ts'
import { lockJournal, transact } from './connection.ts'
import type { Transaction } from './connection.ts'
import type { Database } from './database/connect.ts'
import { checkStillAllowed } from './append-journal.ts'
import { settleDeleted } from './deleted-parts.ts'
import { isHere } from './journals.ts'
import type { Journals } from './journals.ts'
import type { Ledger } from './ledger.ts'
import { badField, Problem } from './problem.ts'
import { checkLost, refusal } from './refusal.ts'
import { journalEntries, parts } from './schema.ts'

type Came = { folder: FolderId; entries: readonly string[]; parts: readonly Part[] }

/**
 * Takes back a run of a folder's journal, and sealed parts that it names, from any member who sees the folder: entries carry
 * their authors' signatures, parts the hash that they name. Idempotent; the answer says which parts are lacking still.
 * Throws `not-allowed`, `conflict`, `refused`, `bad-request`.
 */
export async function repairJournal(
  db: Database,
  { ledger, journals }: { ledger: Ledger; journals: Journals },
  asker: MemberId,
  came: Came,
  { now, startedAt }: { now: number; startedAt: number },
): Promise<{ state: JournalState; lacking: Lack[]; added: number }> {
  const done = await transact(db, async (tx) => {
    await lockJournal(tx, came.folder)
    await ledger.catchUp(tx)
    const current = ledger.current()
    if (current === null) throw new Problem('no-org', 'This server has no organisation yet.')
    if (levelOf(asOf(current, now), asker, came.folder) === null)
      throw new Problem('not-allowed', 'This folder is out of sight.')
    let state = await journals.load(tx, current, came.folder)
    let added = 0
    for (const [i, text] of came.entries.entries()) {
      const entry = fromBase64url(text)
      const { body, hash } = await readEntry(journalBody, entry).catch((error: unknown) => {
        throw error instanceof Failure ? badField(`entries.${String(i)}`, 'This is not an entry.') : error
      })
      if (body.sequence <= state.head.sequence) {
        if (!(await isHere(tx, came.folder, body.sequence, hash)))
          throw new Problem('conflict', 'This server has another entry there.')
        continue
      }
      const next = await replayJournalEntry(state, entry, { at: ledger.at(tx), now: current })
      if (next instanceof Refused) throw refusal(next)
      checkLost(body.time, startedAt)
      if (!isVouchedFor(current, body)) checkStillAllowed(asOf(current, now), body)
      state = next.state
      added += 1
      await tx.insert(journalEntries).values({ folder: came.folder, sequence: body.sequence, entry, hash })
    }
    await keepParts(tx, state, came)
    return { state, lacking: await lackingParts(tx, state), added }
  })
  journals.adopt(done.state)
  return done
}

/** Whether a cut names this entry or one after it: then it was there before any right to write it ended (P5). */
const isVouchedFor = (state: LedgerState, { folder, sequence }: JournalBody): boolean =>
  [...(get(state.folders, folder)?.cuts ?? [])].some((cut) => sequence <= cut.sequence)

async function keepParts(tx: Transaction, state: JournalState, { folder, parts: came }: Came): Promise<void> {
  for (const [i, { item, part, revision, sealed }] of came.entries()) {
    const link = get(state.items, item)?.parts?.[part]
    if (link?.revision !== revision || link.hash !== (await sha256(fromBase64url(sealed))))
      throw badField(`parts.${String(i)}`, 'The journal names no such part.')
  }
  await settleDeleted(tx, state)
  if (came.length === 0) return
  await tx
    .insert(parts)
    .values(came.map((part) => ({ folder, ...part })))
    .onConflictDoUpdate({
      target: [parts.folder, parts.item, parts.part],
      set: { revision: sql`excluded.revision`, sealed: sql`excluded.sealed`, deletedAt: null },
    })
}

async function lackingParts(tx: Transaction, { folder, items }: JournalState): Promise<Lack[]> {
  const { item, part, revision } = parts
  const rows = await tx.select({ item, part, revision }).from(parts).where(eq(parts.folder, folder))
  const here = new Set(rows.map((row) => `${row.item} ${row.part} ${String(row.revision)}`))
  return pairsIn(items).flatMap(([id, state]) =>
    (['overview', 'secret'] as const).flatMap((name): Lack[] => {
      const link = state.parts?.[name]
      const isLacking = link !== undefined && !here.has(`${id} ${name} ${String(link.revision)}`)
      return isLacking ? [{ item: id, part: name }] : []
    }),
  )
}
