import { idsIn } from '../bytes/table.ts'
import type { FolderId, MemberId } from '../bytes/ids.ts'
import type { Level } from '../ledger/acts.ts'
import { levelOf } from '../ledger/replay/level.ts'
import type { LedgerState } from '../ledger/replay/state.ts'

/** How one member's reach differs between two states of the ledger. */
export type Shift = { member: MemberId; gains: { folder: FolderId; level: Level }[]; loses: FolderId[] }

/** Who gains and who loses what: for the sheet that a person reads before signing. Members without a change are left out. */
export function shifts(before: LedgerState, after: LedgerState): Shift[] {
  return idsIn(after.members)
    .map((member): Shift => {
      const gains: Shift['gains'] = []
      const loses: Shift['loses'] = []
      for (const folder of idsIn(after.folders)) {
        const [had, has] = [levelOf(before, member, folder), levelOf(after, member, folder)]
        if (has !== null && has !== had) gains.push({ folder, level: has })
        if (had !== null && has === null) loses.push(folder)
      }
      return { member, gains, loses }
    })
    .filter(({ gains, loses }) => gains.length + loses.length > 0)
}
