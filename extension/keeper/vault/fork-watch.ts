import type { FolderId, Hash } from '../../../shared/bytes/ids.ts'
import type { LedgerHead } from '../../../shared/ledger/acts.ts'
import type { Statement } from '../../../shared/ledger/statement.ts'

/** Evidence of a fork: two heads at one sequence, ours with its entry (base64url), and one that a colleague signed. `found`: ms. */
export type Fork = { own: LedgerHead & { entry: string }; other: Statement; found: number }

/**
 * What this device knows of the ledgers that others see (P5). All copies of the vault share it, so that the evidence in a refused
 * reply stays when a failed sync is undone.
 */
export type ForkWatch = {
  /** Each colleague's newest receipt, and heads ahead of ours that journal entries name; by kind and author. */
  statements: Map<string, Statement>
  forks: Fork[]
  /** The server's cursor: how far its receipts have been read. */
  cursor: number
  /** The head that our own receipt was last sent for, and when the next is due (ms since 1970). */
  left: { hash: Hash; due: number } | null
  /** The server's head while it is shorter than our chain, and since when; null once it holds all entries. */
  shorter: { head: LedgerHead; since: number } | null
  /** The last repair of the server that this device has contributed to. */
  repairedAt: number
  /** When it is this device's turn to contribute to the newest repair. */
  turn: { repairedAt: number; at: number } | null
  /** When this device last sent a folder's journal to the server, by folder (ms). */
  gaveAt: Map<FolderId, number>
  isChanged: boolean
}

export const newForkWatch = (): ForkWatch => ({
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
