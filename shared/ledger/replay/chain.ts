/**
 * A verified ledger without a state for each of its entries: the newest state, every entry's hash and time, and the states after
 * some of them, from which any other is made again. Never changed in place: a longer chain shares what the shorter one holds.
 */
import { Growing } from '../../bytes/growing.ts'
import type { Hash } from '../../bytes/ids.ts'
import type { LedgerState } from './state.ts'

export type Chain = {
  /** The state after the last entry, null where there is none. */
  readonly last: LedgerState | null
  readonly marks: Growing<EntryMark>
  /** The state after every `apart`th entry. */
  readonly kept: Growing<LedgerState>
  /** States that were asked for lately, or are the newest: by their hash, since one map serves every branch. */
  readonly lately: Map<Hash, LedgerState>
}
/** Of one entry; `time` in ms since 1970. */
export type EntryMark = { hash: Hash; time: number }

/** Entries between two kept states: so many are judged again at most to make one that is not kept. */
export const apart = 128
/** Writers name the newest states, and journals that are replayed go on from one to the next. */
const fewLately = 32

export const newChain = (): Chain => ({ last: null, marks: Growing.of(), kept: Growing.of(), lately: new Map() })

export const lengthOf = ({ marks }: Chain): number => marks.length
export const markAt = ({ marks }: Chain, sequence: number): EntryMark | null => marks.nth(sequence - 1) ?? null
export const hashAt = (chain: Chain, sequence: number): Hash | null => markAt(chain, sequence)?.hash ?? null

/** The chain with one entry more, whose state was accepted after the last. */
export function withState({ marks, kept, lately }: Chain, state: LedgerState): Chain {
  const { sequence, hash } = state.head
  rememberState(lately, state)
  return {
    last: state,
    marks: marks.grown({ hash, time: state.time }),
    kept: sequence % apart === 0 ? kept.grown(state) : kept,
    lately,
  }
}

/** Keeps a state at hand for a while. */
export function rememberState(lately: Map<Hash, LedgerState>, state: LedgerState): void {
  lately.delete(state.head.hash)
  lately.set(state.head.hash, state)
  for (const oldest of lately.keys()) if (lately.size > fewLately) lately.delete(oldest)
}

/** The newest state at hand that is not after that entry, null where none is. */
export function nearest({ marks, kept, lately }: Chain, sequence: number): LedgerState | null {
  let best = kept.nth(Math.floor(sequence / apart) - 1) ?? null
  for (const state of lately.values()) {
    const { head } = state
    const isOurs = head.sequence <= sequence && marks.nth(head.sequence - 1)?.hash === head.hash
    if (isOurs && head.sequence > (best?.head.sequence ?? 0)) best = state
  }
  return best
}
