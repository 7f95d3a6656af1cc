import { get } from '../../shared/bytes/table.ts'
import { badField, Problem } from './problem.ts'
import { fromBase64url } from '../../shared/bytes/base64url.ts'
import { zeroOrg } from '../../shared/bytes/ids.ts'
import { ledgerBody, readEntry } from '../../shared/ledger/entry.ts'
import { replayEntry } from '../../shared/ledger/replay/ledger.ts'
import { Refused } from '../../shared/ledger/replay/state.ts'
import type { LedgerState } from '../../shared/ledger/replay/state.ts'
import type { Profile } from '../../shared/protocol/objects.ts'
import { lockLedger } from './connection.ts'
import type { Transaction } from './connection.ts'
import type { Enrolment } from './enrolments.ts'
import { profileHash, receiveHash } from './introduced.ts'
import { checkTime, refusal } from './refusal.ts'
import { ledgerEntries, org, profiles, receiveKeys, setup } from './schema.ts'

type Founding = { entry: string; receiveKey: string; profile: Profile }

/**
 * Accepts the ledger's first entry, once for ever. The org's id is that entry's hash, so the owner's profile hash inside
 * it names the zero org. Throws `org-exists`, `bad-request`, `refused`, `clock-off`.
 */
export async function foundOrg(
  tx: Transaction,
  { entry: text, receiveKey, profile }: Founding,
  enrolment: Enrolment,
  now: number,
): Promise<LedgerState> {
  const exists = new Problem('org-exists', 'This server has its organisation already.')
  await lockLedger(tx)
  if ((await tx.select({ id: org.id }).from(org)).length > 0) throw exists
  const entry = fromBase64url(text)
  const state = await replayEntry(null, entry)
  if (state instanceof Refused) throw refusal(state)
  const { body } = await readEntry(ledgerBody, entry)
  checkTime(body.time, now)
  const owner = get(state.members, enrolment.member)
  const bad = (field: string) => badField(`outcome.${field}`, 'This does not belong to the organisation begun with.')
  if (state.org !== enrolment.org || owner === null) throw bad('entry')
  if ((await receiveHash(receiveKey)) !== owner.receive) throw bad('receiveKey')
  if (profile.member !== enrolment.member || (await profileHash(zeroOrg, profile)) !== owner.profile)
    throw bad('profile')
  const made = await tx.insert(org).values({ id: state.org, createdAt: now }).onConflictDoNothing().returning()
  if (made.length === 0) throw exists
  await tx.insert(ledgerEntries).values({ sequence: 1, entry, hash: state.head.hash })
  await tx.insert(receiveKeys).values({ hash: owner.receive, key: receiveKey })
  await tx.insert(profiles).values(profile)
  await tx.delete(setup)
  return state
}
