import { sql } from 'drizzle-orm'
import { fromBase64url } from '../../shared/bytes/base64url.ts'
import type { MemberId } from '../../shared/bytes/ids.ts'
import { has } from '../../shared/bytes/table.ts'
import { Failure } from '../../shared/bytes/failure.ts'
import type { Act } from '../../shared/ledger/acts.ts'
import { ledgerBody, readEntry } from '../../shared/ledger/entry.ts'
import { replayEntry } from '../../shared/ledger/replay/ledger.ts'
import { effective } from '../../shared/ledger/replay/owners.ts'
import { Refused } from '../../shared/ledger/replay/state.ts'
import type { LedgerState } from '../../shared/ledger/replay/state.ts'
import { forgetEnded } from './forget-ended.ts'
import { lockLedger, transact } from './connection.ts'
import type { Transaction } from './connection.ts'
import type { Database } from './database/connect.ts'
import { isHere, journalHeads } from './journals.ts'
import type { Ledger } from './ledger.ts'
import { badField, Problem } from './problem.ts'
import { checkLost, refusal } from './refusal.ts'
import { ledgerEntries, repairs } from './schema.ts'

/**
 * Takes back a run of entries that this server held before a backup of it was restored, whoever wrote them: each is judged by
 * replay as when it was new, but for the clock. What comes beside entries comes by `repairObjects`. For owners only, so that
 * somebody answers for it. Throws `not-allowed`, `conflict` when the run is not of this chain, `refused`, `bad-request`.
 */
export async function repairLedger(
  db: Database,
  ledger: Ledger,
  asker: MemberId,
  run: readonly string[],
  { now, startedAt }: { now: number; startedAt: number },
): Promise<{ acts: readonly Act[]; after: LedgerState; added: number }> {
  const done = await transact(db, async (tx) => {
    await lockLedger(tx)
    await ledger.catchUp(tx)
    let after = ledger.current()
    if (after === null) throw new Problem('no-org', 'This server has no organisation yet.')
    if (!has(after.owners, asker)) throw new Problem('not-allowed', 'Owners only.')
    const acts: Act[] = []
    const states: LedgerState[] = []
    const rows = []
    for (const [i, text] of run.entries()) {
      const entry = fromBase64url(text)
      const { body, hash } = await readEntry(ledgerBody, entry).catch((error: unknown) => {
        throw error instanceof Failure ? badField(`entries.${String(i)}`, 'This is not an entry.') : error
      })
      if (body.sequence <= after.head.sequence) {
        const here =
          states.find(({ head }) => head.sequence === body.sequence)?.head.hash ?? ledger.hashAt(body.sequence)
        if (here !== hash) throw new Problem('conflict', 'This server has another entry there.')
        continue
      }
      const before: LedgerState = after
      const next = await replayEntry(before, entry)
      if (next instanceof Refused) throw refusal(next)
      checkLost(body.time, startedAt)
      await checkKnownCuts(tx, effective(before, body.acts))
      after = next
      states.push(next)
      acts.push(...body.acts)
      rows.push({ sequence: body.sequence, entry, hash })
    }
    if (rows.length > 0) {
      await tx.insert(ledgerEntries).values(rows)
      await tx
        .insert(repairs)
        .values({ at: now })
        .onConflictDoUpdate({ target: repairs.single, set: { at: sql`excluded.at` } })
      await forgetEnded(tx, acts)
    }
    return { acts, after, states }
  })
  for (const state of done.states) ledger.adopt(state)
  return { acts: done.acts, after: done.after, added: done.states.length }
}

/** P5: where the journal reaches that far, a cut names its true entry. What lies beyond its end is still to be given back. */
async function checkKnownCuts(tx: Transaction, acts: readonly Act[]): Promise<void> {
  for (const act of acts) {
    if (act.act !== 'journal cut' && act.act !== 'journal anchored') continue
    const { folder, sequence, head } = act
    const end = (await journalHeads(tx, [folder])).get(folder)?.sequence ?? 0
    if (sequence > 0 && sequence <= end && !(await isHere(tx, folder, sequence, head)))
      throw new Problem('conflict', `The journal of folder ${folder} has another entry there.`)
  }
}
