import type { Hono } from 'hono'
import { levelOf } from '../../shared/ledger/replay/level.ts'
import { membersOnly } from '../middleware/endpoint.ts'
import type { Services } from '../middleware/services.ts'
import { exchangeReceipts } from '../store/receipts.ts'
import { repairJournal } from '../store/repair-journal.ts'
import { repairLedger } from '../store/repair-ledger.ts'
import { lackingObjects, repairObjects } from '../store/repair-objects.ts'

/** What desks know of each other's ledgers, and what they give back to a server that was restored from a backup. */
export function repairRoutes(app: Hono, services: Services): void {
  const { db, ledger, log, now, repairs, sockets, startedAt } = services
  const clock = () => ({ now: now(), startedAt })

  membersOnly(app, services, 'seen', ({ member }, body) => exchangeReceipts(db, ledger, member, body, now()))

  membersOnly(app, services, 'repairLedger', async ({ member }, { entries }) => {
    const at = clock()
    const { acts, after, added } = await repairLedger(db, ledger, member, entries, at)
    if (added > 0) {
      repairs.noted(at.now)
      log.warn('ledger-repaired', { sequence: after.head.sequence, owner: member, entries: added })
      sockets.tell({ kind: 'ledger', sequence: after.head.sequence }, () => true)
      sockets.cutMembers(new Set(acts.flatMap((act) => (act.act === 'member removed' ? [act.member] : []))))
    }
    return after.head
  })

  membersOnly(app, services, 'repairJournal', async ({ member }, body) => {
    const { state, lacking, added } = await repairJournal(db, services, member, body, clock())
    const { folder, head } = state
    if (added > 0) {
      log.warn('journal-repaired', { folder, sequence: head.sequence, member, entries: added })
      const current = ledger.current()
      sockets.tell(
        { kind: 'journal', folder, sequence: head.sequence },
        (one) => current !== null && levelOf(current, one, folder) !== null,
      )
    }
    return { head, lacking }
  })

  membersOnly(app, services, 'lacking', ({ member, state }, { of }) => lackingObjects(db, state, member, of))

  membersOnly(app, services, 'repairObjects', async ({ member, state }, body) => {
    const kept = await repairObjects(db, state, member, body)
    if (kept > 0) log.warn('objects-repaired', { member, kept })
    return { kept }
  })
}
