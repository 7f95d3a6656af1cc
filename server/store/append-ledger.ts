import { inArray, sql } from 'drizzle-orm'
import { fromBase64url } from '../../shared/bytes/base64url.ts'
import { Failure } from '../../shared/bytes/failure.ts'
import type { Hash, MemberId } from '../../shared/bytes/ids.ts'
import type { Act } from '../../shared/ledger/acts.ts'
import { ledgerBody, readEntry } from '../../shared/ledger/entry.ts'
import { replayEntry } from '../../shared/ledger/replay/ledger.ts'
import { effective } from '../../shared/ledger/replay/owners.ts'
import { Refused } from '../../shared/ledger/replay/state.ts'
import type { LedgerState } from '../../shared/ledger/replay/state.ts'
import type { LedgerAppend } from '../../shared/protocol/sync.ts'
import { lockLedger, transact } from './connection.ts'
import type { Transaction } from './connection.ts'
import type { Database } from './database/connect.ts'
import { keepDescriptions } from './descriptions.ts'
import { forgetEnded } from './forget-ended.ts'
import { checkCuts, checkIntroduced, cutFolders } from './introduced.ts'
import { journalHeads } from './journals.ts'
import type { Ledger } from './ledger.ts'
import { checkBrought } from './people.ts'
import { badField, Problem } from './problem.ts'
import type { Quotas } from './quotas.ts'
import { checkTime, refusal } from './refusal.ts'
import { invitees, ledgerEntries, profiles, receiveKeys } from './schema.ts'
import { checkWraps, keepWraps } from './wraps.ts'

/**
 * Appends one entry of the ledger with all that must land with it, in one transaction, or nothing. Gives the acts and
 * the state after, and the result of `beside`, which writes what belongs to the entry (the seed of new keys) in the same
 * transaction. Throws `refused`, `conflict`, `stale-folder`, `clock-off`, `over-quota`, `bad-request`, each with its object.
 */
export async function appendLedger<B = null>(
  { db, ledger, spend }: { db: Database; ledger: Ledger; spend: Quotas },
  author: MemberId,
  request: LedgerAppend,
  now: number,
  beside: ((tx: Transaction, after: LedgerState) => Promise<B>) | null = null,
): Promise<{ acts: readonly Act[]; after: LedgerState; landed: B | null }> {
  const entry = fromBase64url(request.entry)
  // H4: whose entry it is comes first, and costs nobody else anything.
  const { body } = await readEntry(ledgerBody, entry).catch((error: unknown) => {
    throw error instanceof Failure ? badField('entry', 'This is not an entry.') : error
  })
  if (body.author !== author) throw new Problem('not-allowed', 'The entry has another author.', { field: 'entry' })
  checkTime(body.time, now)
  await spend(author, { acts: body.acts.length })
  const done = await transact(db, async (tx) => {
    await lockLedger(tx)
    await ledger.catchUp(tx)
    const before = ledger.current()
    const after = await replayEntry(before, entry)
    if (after instanceof Refused) throw refusal(after)
    needSeed(body.acts, beside !== null)
    const landed = beside === null ? null : await beside(tx, after)
    const acts = before === null ? body.acts : effective(before, body.acts)
    checkCuts(acts, await journalHeads(tx, cutFolders(acts)))
    if (before !== null) await checkBrought(before, acts, author, request.found ?? [])
    checkWraps(request.wraps, acts, author, after)
    const keys = await checkIntroduced(body.acts, after, request, (hashes) => knownKeys(tx, hashes))
    await tx.insert(ledgerEntries).values({ sequence: after.head.sequence, entry, hash: after.head.hash })
    await keepObjects(tx, request, keys)
    await keepWraps(tx, request.wraps)
    await forgetEnded(tx, acts)
    return { acts, after, landed }
  })
  ledger.adopt(done.after)
  return done
}

/** New keys without the seed that they come from, sealed, would lock the person out; and the seed without them as well. */
function needSeed(acts: readonly Act[], isThere: boolean): void {
  if (acts.some(({ act }) => act === 'member keys rotated') !== isThere)
    throw badField('entry', 'New keys land together with their sealed seed.')
}

async function knownKeys(tx: Transaction, hashes: Hash[]): Promise<ReadonlySet<Hash>> {
  if (hashes.length === 0) return new Set()
  const rows = await tx.select({ hash: receiveKeys.hash }).from(receiveKeys).where(inArray(receiveKeys.hash, hashes))
  return new Set(rows.map((row) => row.hash))
}

async function keepObjects(tx: Transaction, came: LedgerAppend, keys: { hash: Hash; key: string }[]): Promise<void> {
  if (keys.length > 0) await tx.insert(receiveKeys).values(keys).onConflictDoNothing()
  if (came.profiles.length > 0) await keepProfiles(tx, came.profiles)
  if (came.invitees.length > 0) await tx.insert(invitees).values(came.invitees)
  await keepDescriptions(tx, came.descriptions)
}

/** A proposal that expired may be made again, with another salt. */
async function keepProfiles(tx: Transaction, came: LedgerAppend['profiles']): Promise<void> {
  const set = { name: sql`excluded.name`, email: sql`excluded.email`, salt: sql`excluded.salt` }
  await tx.insert(profiles).values(came).onConflictDoUpdate({ target: profiles.member, set })
}
