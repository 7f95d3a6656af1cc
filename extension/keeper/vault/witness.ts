import type { FolderId, Hash } from '../../../shared/bytes/ids.ts'
import type { LedgerHead } from '../../../shared/ledger/acts.ts'
import type { Statement } from '../../../shared/ledger/statement.ts'

/** Two heads at one sequence: ours with our entry there (base64url), and one that a colleague has signed. `found`: ms. */
export type Fork = { own: LedgerHead & { entry: string }; other: Statement; found: number }

/**
 * What this desk knows of the ledgers that others see (P5). It is not part of what a sync makes or unmakes: copies of the vault
 * share it, so that what a refused reply gave away is kept.
 */
export type Witness = {
  /** The newest of each colleague's receipts, and what journals named that lies ahead of us; by whom and what. */
  statements: Map<string, Statement>
  forks: Fork[]
  /** Of the server's receipts: the last one that came. */
  cursor: number
  /** The head that our own receipt was last left for, and when the next is due (ms). */
  left: { hash: Hash; due: number } | null
  /** The server's head when it was last seen shorter than our chain, and since when; null once it holds all of it. */
  shorter: { head: LedgerHead; since: number } | null
  /** The last repair of the server that this desk has done its part for. */
  repairedAt: number
  /** When this desk's turn comes to do its part for the newest repair; folders that it gave a journal of, and when. */
  turn: { repairedAt: number; at: number } | null
  gaveAt: Map<FolderId, number>
  isChanged: boolean
}

export const newWitness = (): Witness => ({
  statements: new Map(),
  forks: [],
  cursor: 0,
  left: null,
  shorter: null,
  repairedAt: 0,
  turn: null,
  gaveAt: new Map(),
  isChanged: false,
})
