import { mayInviteSomebody } from '../../shared/ledger/replay/people.ts'
import { get } from '../../shared/bytes/table.ts'
import type { Hono } from 'hono'
import { levelOf } from '../../shared/ledger/replay/level.ts'
import { ledgerQuery } from '../../shared/protocol/sync.ts'
import { membersOnly } from '../middleware/endpoint.ts'
import { parse } from '../middleware/parse.ts'
import type { Services } from '../middleware/services.ts'
import { appendJournal } from '../store/append-journal.ts'
import { appendLedger } from '../store/append-ledger.ts'
import { deletedOverviews } from '../store/deleted-parts.ts'
import { fetchFor } from '../store/fetch.ts'
import { eraseProfile, findPeople, peopleWaiting, whomTheyInvited } from '../store/people.ts'
import { Problem } from '../store/problem.ts'
import { handOut, usesIn } from '../store/uses.ts'
import { readLedger } from '../store/read-ledger.ts'
import { ownReceipt } from '../store/receipts.ts'
import { whatsNew } from '../store/whats-new.ts'

const noEntries = { entries: '', count: 0 }

/** What desks bring and take: the ledger, journals, and what lies beside them. */
export function syncRoutes(app: Hono, services: Services): void {
  const { db, erasures, ledger, log, now, repairs, sockets } = services

  membersOnly(app, services, 'ledger', async ({ member, state, removedAt }, _, c) => {
    const { from, mark } = parse(ledgerQuery, { from: c.req.query('from'), mark: c.req.query('mark') ?? null })
    // Who was removed sees the ledger up to that entry, and no journal.
    const hash = removedAt === null ? null : ledger.hashAt(removedAt)
    const head = removedAt === null || hash === null ? state.head : { sequence: removedAt, hash }
    const { entries, count } = from < head.sequence ? await readLedger(db, from, head.sequence) : noEntries
    const own = from === 0 ? await ownReceipt(db, member) : null
    const { mark: erased } = await erasures.now(state)
    const beside = { head, erased, repairedAt: await repairs.last(), own }
    // All that lies beside entries goes with the last of them.
    if (from + count < head.sequence) return { entries, more: true, journals: [], whole: true, mark: '', ...beside }
    return { entries, more: false, ...whatsNew(services, state, member, mark), ...beside }
  })

  membersOnly(app, services, 'appendLedger', async ({ member }, body) => {
    const { acts, after } = await appendLedger(services, member, body, now())
    log.info('ledger-appended', { sequence: after.head.sequence, author: member, acts: acts.length })
    sockets.tell({ kind: 'ledger', sequence: after.head.sequence }, () => true)
    sockets.cutMembers(new Set(acts.flatMap((act) => (act.act === 'member removed' ? [act.member] : []))))
    return after.head
  })

  membersOnly(app, services, 'appendJournal', async ({ member }, body) => {
    const { folder, head } = await appendJournal(db, services, member, body, now())
    log.info('journal-appended', { folder, sequence: head.sequence, author: member })
    const state = ledger.current()
    sockets.tell(
      { kind: 'journal', folder, sequence: head.sequence },
      (one) => state !== null && levelOf(state, one, folder) !== null,
    )
    return head
  })

  membersOnly(app, services, 'fetch', async ({ member, state }, body) => {
    const { members } = await erasures.now(state)
    return { ...(await fetchFor(db, state, member, body)), erased: body.erased.filter((one) => members.has(one)) }
  })

  membersOnly(app, services, 'use', ({ member, state }, body) => handOut(db, state, member, body, now()))

  membersOnly(app, services, 'deleted', async ({ member, state }, asked) => ({
    parts: await deletedOverviews(db, state, member, asked, now()),
  }))

  membersOnly(app, services, 'uses', async ({ member, state }, asked) => ({
    uses: await usesIn(db, state, member, asked),
  }))

  membersOnly(app, services, 'findPerson', async ({ member, state }, { email }) => ({
    people: await findPeople(db, state, member, email),
  }))

  membersOnly(app, services, 'eraseProfile', async ({ member, state }, { member: of }) => {
    await eraseProfile(db, state, member, of)
    erasures.changed()
    log.info('profile-erased', { member: of, by: member })
    sockets.tell({ kind: 'erased' }, () => true)
    return null
  })

  membersOnly(app, services, 'joins', async ({ member, state }) => {
    const role = get(state.members, member)?.role
    if (role === 'owner' || role === 'admin') return peopleWaiting(db)
    if (!mayInviteSomebody(state, member)) throw new Problem('not-allowed', 'For owners, admins and who may invite.')
    return whomTheyInvited(await peopleWaiting(db), state, member)
  })
}
