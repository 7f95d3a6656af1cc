import { createHash } from 'node:crypto'
import { zero32 } from '../../shared/bytes/ids.ts'
import type { MemberId } from '../../shared/bytes/ids.ts'
import { get, idsIn } from '../../shared/bytes/table.ts'
import type { LedgerState } from '../../shared/ledger/replay/state.ts'
import type { Database } from './database/connect.ts'
import { profiles } from './schema.ts'

export type Erasures = ReturnType<typeof createErasures>
type Known = { mark: string; members: ReadonlySet<MemberId> }

/**
 * Who left and has no profile any more, so that desks drop it too. No table of its own: that would remember whom it is to
 * forget. A removal alone changes nothing of it, so it is looked for once, and again after each erasure.
 */
export function createErasures(db: Database) {
  let known: Promise<Known> | null = null
  return {
    /** `mark` differs whenever `members` do; zeros where nobody is erased. */
    now(state: LedgerState): Promise<Known> {
      return (known ??= look(db, state).catch((error: unknown) => {
        known = null
        throw error
      }))
    },
    changed(): void {
      known = null
    },
  }
}

async function look(db: Database, state: LedgerState): Promise<Known> {
  const rows = await db.select({ member: profiles.member }).from(profiles)
  const here = new Set(rows.map(({ member }) => member))
  const gone = idsIn(state.members).filter((one) => get(state.members, one)?.removedAt !== null && !here.has(one))
  const mark = gone.length === 0 ? zero32 : createHash('sha256').update(gone.sort().join()).digest('base64url')
  return { mark, members: new Set(gone) }
}
