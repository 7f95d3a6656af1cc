import { emptyBook, withLosses } from '../../../shared/access/losses.ts'
import type { LossBook } from '../../../shared/access/losses.ts'
import { hashAt, lengthOf } from '../../../shared/ledger/replay/chain.ts'
import { rejudge } from '../../../shared/ledger/replay/ledger.ts'
import type { LedgerState } from '../../../shared/ledger/replay/state.ts'
import { ledgerAt } from './vault.ts'
import type { Vault } from './vault.ts'

/** So many entries are judged again before the worker turns to what else waits. */
const TURN = 64

/** Returns the book where it reaches the ledger's last entry, null while it does not. */
export function knownLosses({ chain, losses: { book } }: Vault): LossBook | null {
  return book.head !== null && book.head.hash === chain.last?.head.hash ? book : null
}

/**
 * Returns who lost which folder at which entry of the ledger. It is read out of the ledger entry by entry, once in the life of an unlocked
 * worker, and later only on: nothing of it is kept or sent.
 */
export function lossesOf(vault: Vault): Promise<LossBook> {
  const { losses: notes } = vault
  const walk = async () => {
    for (let book = knownLosses(vault); book === null; book = knownLosses(vault)) notes.book = await walkOn(vault)
    return notes.book
  }
  notes.walk ??= walk().finally(() => {
    notes.walk = null
  })
  return notes.walk
}

/** The book with the next entries; begun anew where it does not lie on this chain. */
async function walkOn(vault: Vault): Promise<LossBook> {
  const { chain, entries, losses } = vault
  const { head } = losses.book
  const isOurs = head !== null && hashAt(chain, head.sequence) === head.hash
  const book = isOurs ? losses.book : emptyBook
  const from = book.head?.sequence ?? 0
  const last = from === 0 ? null : await ledgerAt(vault)(from)
  const states: LedgerState[] = []
  for (const entry of entries.slice(from, Math.min(from + TURN, lengthOf(chain)))) {
    const state = await rejudge(states.at(-1) ?? last, [entry])
    if (state === null) throw new Error('a verified entry does not follow')
    states.push(state)
  }
  // A task of its own: clicks and fills that wait come first.
  await new Promise((resolve) => setTimeout(resolve))
  return withLosses(book, last, states)
}
