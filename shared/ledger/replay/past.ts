import { hashAt, nearest, rememberState } from './chain.ts'
import type { Chain } from './chain.ts'
import { rejudge } from './ledger.ts'
import type { LedgerState } from './state.ts'

/** Brings the entries after `from` up to `to`, in order, as they were verified. */
export type Entries = (
  from: number,
  to: number,
) => readonly Uint8Array<ArrayBuffer>[] | Promise<readonly Uint8Array<ArrayBuffer>[]>

/**
 * The state after the entry of that sequence, null where the chain has none. One that is not at hand is made again, from the
 * entries since the nearest that is; null too where they do not lead to the hash that the chain holds.
 */
export async function stateAt(chain: Chain, sequence: number, entries: Entries): Promise<LedgerState | null> {
  const hash = hashAt(chain, sequence)
  if (hash === null) return null
  const near = nearest(chain, sequence)
  const from = near?.head.sequence ?? 0
  const state = from === sequence ? near : await rejudge(near, await entries(from, sequence))
  if (state?.head.hash !== hash) return null
  rememberState(chain.lately, state)
  return state
}
