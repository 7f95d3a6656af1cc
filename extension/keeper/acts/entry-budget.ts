import { createAction } from '../../../shared/ledger/acts.ts'
import type { Act } from '../../../shared/ledger/acts.ts'
import { Refused } from '../../../shared/ledger/replay/state.ts'
import { preview } from './draft.ts'
import type { Draft } from './draft.ts'

/**
 * The most that this device puts into one entry, and beside it. It is less than the server accepts (262,144 bytes, 8 MB), so that a
 * slow line carries it within the time limit of one request. A re-keying for a team of 1,500 with 200 folders fits.
 */
export const entryBudget = { bytes: 240_000, wraps: 2_600, receiveKeys: 1_500 }
/** Bytes of one `journal cut`, and of one re-keying, in an entry's list of acts; both a little rounded up. */
const CUT = 90
const REKEY = 150

const sizes = new WeakMap<Act, number>()
function sizeOf(one: Act): number {
  const size = sizes.get(one) ?? createAction.write(one).length + 4
  sizes.set(one, size)
  return size
}

/** Returns the bytes of the entry so far, with the cuts that it must still contain. Throws Refused by the rules. */
const bytesOf = (draft: Draft) =>
  draft.acts.reduce((sum, one) => sum + sizeOf(one), 0) + preview(draft).touched.size * CUT

/** Returns whether the acts so far, with their cuts, fit into one entry by bytes and weight. A dry draft has no limit of bytes. */
export function fitsOneEntry(draft: Draft): boolean {
  try {
    return bytesOf(draft) <= entryBudget.bytes || draft.isDry
  } catch (error) {
    if (error instanceof Refused && error.code === 'too-heavy') return false
    throw error
  }
}

/** Returns whether one more newcomer surely fits, with a place in each team of theirs. A dry draft has room. */
export const hasRoom = (draft: Draft): boolean =>
  draft.isDry ||
  (fitsOneEntry(draft) &&
    draft.wraps.length < entryBudget.wraps - 100 &&
    draft.receiveKeys.length < entryBudget.receiveKeys)

/**
 * Returns a function that reserves room for one re-keying with so many wraps. It returns false when the entry is full; the first
 * re-keying of an empty entry always fits.
 */
export function trackRoom(draft: Draft): (wraps: number) => boolean {
  let wraps = draft.wraps.length
  let isFirst = draft.acts.length === 0
  let bytes = bytesOf(draft)
  return (more) => {
    bytes += REKEY + CUT
    wraps += more
    const hasRoom =
      bytes <= entryBudget.bytes && wraps <= entryBudget.wraps && draft.receiveKeys.length < entryBudget.receiveKeys
    const taken = hasRoom || isFirst || draft.isDry
    isFirst = false
    return taken
  }
}
