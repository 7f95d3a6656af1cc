import { and, asc, desc, eq, gt, inArray } from 'drizzle-orm'
import { Failure } from '../../shared/bytes/failure.ts'
import type { FolderId } from '../../shared/bytes/ids.ts'
import { zero32 } from '../../shared/bytes/ids.ts'
import { replayJournal } from '../../shared/ledger/replay/journal.ts'
import { emptyJournal } from '../../shared/ledger/replay/journal-state.ts'
import type { JournalState } from '../../shared/ledger/replay/journal-state.ts'
import type { LedgerState } from '../../shared/ledger/replay/state.ts'
import type { Head } from '../../shared/protocol/primitives.ts'
import type { Connection } from './connection.ts'
import type { JournalEnds } from './journal-ends.ts'
import type { Ledger } from './ledger.ts'
import { journalEntries } from './schema.ts'

/** Journals in memory, each replayed when it is first written to; the table is the truth. */
export type Journals = ReturnType<typeof createJournals>

export function createJournals(ledger: Ledger, ends: JournalEnds) {
  const states = new Map<FolderId, JournalState>()

  /** The folder's journal as the table has it, by the caller's transaction. Throws `journal-broken`. */
  async function load(db: Connection, now: LedgerState, folder: FolderId): Promise<JournalState> {
    let state = states.get(folder) ?? emptyJournal(now.org, folder)
    const rows = await db
      .select({ entry: journalEntries.entry })
      .from(journalEntries)
      .where(and(eq(journalEntries.folder, folder), gt(journalEntries.sequence, state.head.sequence)))
      .orderBy(asc(journalEntries.sequence))
    const entries = rows.map(({ entry }) => entry)
    const { run, refused } = await replayJournal(state, entries, { at: ledger.at(db), now })
    if (refused !== null) throw new Failure('journal-broken', refused.code)
    state = run.at(-1)?.state ?? state
    states.set(folder, state)
    return state
  }

  /** Takes in a state whose entry is committed. */
  function adopt(state: JournalState): void {
    states.set(state.folder, state)
    ends.grew(state.folder, state.head.sequence)
  }

  return { load, adopt }
}

/** The ends of the journals of these folders; a folder without entries has none here. */
export async function journalHeads(db: Connection, folders: readonly FolderId[]): Promise<Map<FolderId, Head>> {
  if (folders.length === 0) return new Map()
  const rows = await db
    .selectDistinctOn([journalEntries.folder], {
      folder: journalEntries.folder,
      sequence: journalEntries.sequence,
      hash: journalEntries.hash,
    })
    .from(journalEntries)
    .where(inArray(journalEntries.folder, [...folders]))
    .orderBy(journalEntries.folder, desc(journalEntries.sequence))
  return new Map(rows.map(({ folder, sequence, hash }) => [folder, { sequence, hash }]))
}

/** Whether the journal has that entry at that sequence. */
export async function isHere(db: Connection, folder: FolderId, sequence: number, hash: string): Promise<boolean> {
  const [row] = await db
    .select({ hash: journalEntries.hash })
    .from(journalEntries)
    .where(and(eq(journalEntries.folder, folder), eq(journalEntries.sequence, sequence)))
  return row?.hash === hash
}

export const noHead: Head = { sequence: 0, hash: zero32 }
