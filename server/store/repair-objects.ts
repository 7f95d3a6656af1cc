import { eq, inArray, sql } from 'drizzle-orm'
import { entitledWraps, holds, wrapText } from '../../shared/access/entitled.ts'
import type { Holder, Holding } from '../../shared/access/entitled.ts'
import { isTrueProfile } from '../../shared/access/profile.ts'
import type { Hash, MemberId } from '../../shared/bytes/ids.ts'
import { get, has, valuesIn } from '../../shared/bytes/table.ts'
import type { LedgerState } from '../../shared/ledger/replay/state.ts'
import type { Lacking, RepairObjects } from '../../shared/protocol/repair.ts'
import { descriptionHash } from '../../shared/access/description-hash.ts'
import { transact } from './connection.ts'
import type { Connection, Transaction } from './connection.ts'
import type { Database } from './database/connect.ts'
import { keepDescriptions } from './descriptions.ts'
import { receiveHash } from './introduced.ts'
import { badField, Problem } from './problem.ts'
import { descriptions, profiles, receiveKeys, wraps } from './schema.ts'
import { isExpected, rowOf, wrapOf } from './wraps.ts'

const mostWraps = 5_000

const isKeyed = (of: Holding): of is Holder => of.kind !== 'share'
const generationsOf = (state: LedgerState, of: Holder) =>
  (of.kind === 'team' ? get(state.teams, of.id) : get(state.folders, of.id))?.generations ?? []
const describedOf = (state: LedgerState, of: Holder) =>
  (of.kind === 'team' ? get(state.teams, of.id) : get(state.folders, of.id))?.description

/** What lies not here though the ledger entitles somebody to it, of the teams and folders whose keys the asker has. */
export async function lackingObjects(
  db: Connection,
  state: LedgerState,
  asker: MemberId,
  asked: readonly Holding[],
): Promise<Lacking> {
  const of = asked.filter((one) => holds(state, asker, one))
  if (of.length === 0) return { wraps: [], descriptions: [], receiveKeys: [] }
  const ids = of.map(({ id }) => id)
  const held = await db.select().from(wraps).where(inArray(wraps.id, ids))
  const here = new Set(held.map((row) => wrapText(wrapOf(row))))
  const named = await db
    .select({ id: descriptions.id, revision: descriptions.revision })
    .from(descriptions)
    .where(inArray(descriptions.id, ids))
  const revisions = new Map<string, number>(named.map(({ id, revision }) => [id, revision]))
  const keyed = of.filter(isKeyed)
  const hashes = keyed.flatMap((one) => [...generationsOf(state, one)].map(({ receive }) => receive))
  const own = get(state.members, asker)?.receive
  const known = await knownKeys(db, own === undefined ? hashes : [...hashes, own])
  return {
    wraps: of
      .flatMap((one) => entitledWraps(state, one))
      .filter((name) => !here.has(wrapText(name)))
      .slice(0, mostWraps),
    descriptions: keyed.filter((one) => revisions.get(one.id) !== describedOf(state, one)?.revision),
    receiveKeys: [...new Set(own === undefined ? hashes : [...hashes, own])].filter((hash) => !known.has(hash)),
  }
}

async function knownKeys(db: Connection, hashes: Hash[]): Promise<ReadonlySet<Hash>> {
  const rows = await db.select({ hash: receiveKeys.hash }).from(receiveKeys).where(inArray(receiveKeys.hash, hashes))
  return new Set(rows.map(({ hash }) => hash))
}

/**
 * Takes back what lay beside ledger entries that were given back. Nothing that lies here is replaced but an older
 * description: a member alone cannot put a wrap that does not open in the place of one that does. Gives how many were lacking.
 * Throws `bad-request` naming what the ledger does not name, `not-allowed`.
 */
export function repairObjects(db: Database, state: LedgerState, asker: MemberId, came: RepairObjects): Promise<number> {
  return transact(db, async (tx) => {
    const kept = [
      await keepKeys(tx, state, came.receiveKeys),
      await repairDescriptions(tx, state, asker, came.descriptions),
      await keepProfiles(tx, state, asker, came.profiles),
      await keepWraps(tx, state, asker, came.wraps),
    ]
    return kept.reduce((sum, one) => sum + one, 0)
  })
}

async function keepWraps(tx: Transaction, state: LedgerState, asker: MemberId, came: RepairObjects['wraps']) {
  for (const [i, wrap] of came.entries())
    // Whoever holds a share passes on their own, and nobody else's.
    if (!holds(state, asker, wrap) || !isExpected(wrap, state) || (wrap.kind === 'share' && wrap.holder !== asker))
      throw badField(`wraps.${String(i)}`, 'The ledger entitles nobody to this wrap.')
  if (came.length === 0) return 0
  const rows = await tx.insert(wraps).values(came.map(rowOf)).onConflictDoNothing().returning({ id: wraps.id })
  return rows.length
}

async function repairDescriptions(
  tx: Transaction,
  state: LedgerState,
  asker: MemberId,
  came: RepairObjects['descriptions'],
) {
  for (const [i, one] of came.entries()) {
    const described = describedOf(state, one)
    const fits = described?.revision === one.revision && described.hash === (await descriptionHash(one))
    if (!holds(state, asker, one) || !fits)
      throw badField(`descriptions.${String(i)}`, 'The ledger names no such description.')
  }
  return keepDescriptions(tx, came, sql`${descriptions.revision} <> excluded.revision`)
}

async function keepKeys(tx: Transaction, state: LedgerState, came: readonly string[]) {
  if (came.length === 0) return 0
  const named = new Set<Hash>([
    ...valuesIn(state.members).map(({ receive }) => receive),
    ...[...valuesIn(state.teams), ...valuesIn(state.folders)].flatMap(({ generations }) =>
      [...generations].map(({ receive }) => receive),
    ),
  ])
  const keys = []
  for (const [i, key] of came.entries()) {
    const hash = await receiveHash(key)
    if (!named.has(hash)) throw badField(`receiveKeys.${String(i)}`, 'The ledger names no such key.')
    keys.push({ hash, key })
  }
  const rows = await tx.insert(receiveKeys).values(keys).onConflictDoNothing().returning({ hash: receiveKeys.hash })
  return rows.length
}

/** A person's name comes back from owners only, and of nobody who has left: an erased one stays erased. */
async function keepProfiles(tx: Transaction, state: LedgerState, asker: MemberId, came: RepairObjects['profiles']) {
  if (came.length === 0) return 0
  if (!has(state.owners, asker)) throw new Problem('not-allowed', 'Owners only.')
  let kept = 0
  for (const [i, profile] of came.entries()) {
    const member = get(state.members, profile.member)
    if (member?.removedAt !== null || !(await isTrueProfile(state, profile)))
      throw badField(`profiles.${String(i)}`, 'The ledger names no such profile.')
    const [had] = await tx.select({ salt: profiles.salt }).from(profiles).where(eq(profiles.member, profile.member))
    if (had?.salt === profile.salt) continue
    const { name, email, salt } = profile
    const target = profiles.member
    await tx.insert(profiles).values(profile).onConflictDoUpdate({ target, set: { name, email, salt } })
    kept += 1
  }
  return kept
}
