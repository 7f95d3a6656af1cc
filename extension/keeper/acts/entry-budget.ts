import { act } from '../../../shared/ledger/acts.ts'
import type { Act } from '../../../shared/ledger/acts.ts'
import { Refused } from '../../../shared/ledger/replay/state.ts'
import { preview } from './draft.ts'
import type { Draft } from './draft.ts'

/**
 * What this desk puts into one entry at most, and beside it: less than the server takes (262,144 bytes, 8 MB), so that it
 * passes a slow line within the patience of one request. A team of 1,500 with 200 folders fits.
 */
export const most = { bytes: 240_000, wraps: 2_600, receiveKeys: 1_500 }
/** Bytes of one cut, and of one re-keying, in an entry's list of acts; both a little rounded up. */
const CUT = 90
const REKEY = 150

const sizes = new WeakMap<Act, number>()
function sizeOf(one: Act): number {
  const size = sizes.get(one) ?? act.write(one).length + 4
  sizes.set(one, size)
  return size
}

/** Bytes of the entry as far as it is drafted, with the cuts that it owes. Throws Refused. */
const bytesOf = (draft: Draft) =>
  draft.acts.reduce((sum, one) => sum + sizeOf(one), 0) + preview(draft).touched.size * CUT

/** Whether the acts so far, with their cuts, fit into one entry, by their bytes and their weight. A dry draft has room for all bytes. */
export function fits(draft: Draft): boolean {
  try {
    return bytesOf(draft) <= most.bytes || draft.isDry
  } catch (error) {
    if (error instanceof Refused && error.code === 'too-heavy') return false
    throw error
  }
}

/** Asks for room for re-keyings, one after another: false once there is none, but never for the first thing in an entry. */
export function roomIn(draft: Draft): (wraps: number) => boolean {
  let wraps = draft.wraps.length
  let isFirst = draft.acts.length === 0
  let bytes = bytesOf(draft)
  return (more) => {
    bytes += REKEY + CUT
    wraps += more
    const hasRoom = bytes <= most.bytes && wraps <= most.wraps && draft.receiveKeys.length < most.receiveKeys
    const taken = hasRoom || isFirst || draft.isDry
    isFirst = false
    return taken
  }
}
