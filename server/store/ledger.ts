import { asc, gt } from 'drizzle-orm'
import { Failure } from '../../shared/bytes/failure.ts'
import { replay } from '../../shared/ledger/replay/ledger.ts'
import type { LedgerState } from '../../shared/ledger/replay/state.ts'
import type { Connection } from './connection.ts'
import { ledgerEntries } from './schema.ts'

const batch = 1_000

/** The verified ledger in memory, one state a sequence. The table is the truth: memory follows what was committed. */
export type Ledger = ReturnType<typeof createLedger>

export function createLedger(db: Connection) {
  const states: LedgerState[] = []
  let loading: Promise<void> | null = null
  const current = () => states.at(-1) ?? null

  /** Takes in a state whose entry is committed. */
  function adopt(state: LedgerState): void {
    if (state.head.sequence === states.length + 1) states.push(state)
  }

  /** Replays what the table has beyond memory. Throws `ledger-broken` when an entry there does not replay. */
  async function catchUp(connection: Connection): Promise<void> {
    let state = current()
    for (;;) {
      const rows = await connection
        .select({ entry: ledgerEntries.entry })
        .from(ledgerEntries)
        .where(gt(ledgerEntries.sequence, state?.head.sequence ?? 0))
        .orderBy(asc(ledgerEntries.sequence))
        .limit(batch)
      const entries = rows.map(({ entry }) => entry)
      const { states: next, refused } = await replay(state, entries)
      if (refused !== null) throw new Failure('ledger-broken', refused.code)
      for (const one of next) adopt(one)
      state = current()
      if (rows.length < batch) return
    }
  }

  return {
    current,
    /** The state after the entry of that sequence, null where there is none. */
    at: (sequence: number): LedgerState | null => states[sequence - 1] ?? null,
    adopt,
    catchUp,
    /** Resolves once what was there at start is replayed; a failed try is made again by the next caller. */
    ready(): Promise<void> {
      loading ??= catchUp(db).catch((error: unknown) => {
        loading = null
        throw error
      })
      return loading
    },
  }
}
