import { and, asc, gt, lte } from 'drizzle-orm'
import { Failure } from '../../shared/bytes/failure.ts'
import type { Hash } from '../../shared/bytes/ids.ts'
import { hashAt, lengthOf, newChain, withState } from '../../shared/ledger/replay/chain.ts'
import { replay } from '../../shared/ledger/replay/ledger.ts'
import { stateAt } from '../../shared/ledger/replay/past.ts'
import type { LedgerState } from '../../shared/ledger/replay/state.ts'
import type { Connection } from './connection.ts'
import { ledgerEntries } from './schema.ts'

const batch = 1_000

/** The entries after `from` up to `to`, in order. */
async function entriesIn(db: Connection, from: number, to: number) {
  const { sequence, entry } = ledgerEntries
  const within = and(gt(sequence, from), lte(sequence, to))
  const rows = await db.select({ entry }).from(ledgerEntries).where(within).orderBy(asc(sequence))
  return rows.map((row) => row.entry)
}

/** The verified ledger in memory. The table is the truth: memory follows what was committed. */
export type Ledger = ReturnType<typeof createLedger>

export function createLedger(db: Connection) {
  let chain = newChain()
  let loading: Promise<void> | null = null
  const current = () => chain.last

  /** Takes in a state whose entry is committed. */
  function adopt(state: LedgerState): void {
    if (state.head.sequence === lengthOf(chain) + 1) chain = withState(chain, state)
  }

  /** Replays what the table has beyond memory. Throws `ledger-broken` when an entry there does not replay. */
  async function catchUp(connection: Connection): Promise<void> {
    for (;;) {
      const before = chain
      const from = lengthOf(before)
      const entries = await entriesIn(connection, from, from + batch)
      const { chain: next, refused } = await replay(before, entries)
      if (refused !== null) throw new Failure('ledger-broken', refused.code)
      // Somebody else may have gone as far meanwhile.
      if (lengthOf(next) > lengthOf(chain)) chain = next
      if (entries.length < batch) return
    }
  }

  return {
    current,
    /** The hash of the entry of that sequence, null where there is none. */
    hashAt: (sequence: number): Hash | null => hashAt(chain, sequence),
    /** The state after the entry of that sequence, null where there is none; one of long ago is made from its entries again. */
    at: (connection: Connection) => (sequence: number) =>
      stateAt(chain, sequence, (from, to) => entriesIn(connection, from, to)),
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
