import { get } from '../../../shared/bytes/table.ts'
import { isTrueInvitee } from '../../../shared/access/profile.ts'
import type { Join } from '../../../shared/protocol/enrol.ts'
import { mayInviteSomebody } from '../../../shared/ledger/replay/people.ts'
import { callAs } from '../desk/call-as.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import { standingOf, wantsTwo } from '../vault/standing.ts'
import type { Standing } from '../vault/standing.ts'
import type { Desk } from '../desk/desk.ts'
import type { Open } from '../vault/open.ts'
import { writeSession } from '../desk/session.ts'
import { readStored, writeStored } from '../desk/session-store.ts'
import type { Stored } from '../desk/session-store.ts'
import { stateOf } from '../vault/vault.ts'

export type Joins = Stored<'joins'>

/**
 * Returns the open invitations and the newcomers who wait; for who may invite. P4 (M1): an invitation's author signed the hash of the
 * invited person's name and address. What the server sends with another name is left out, so nobody is approved by it.
 * Throws as `callAs`.
 */
export async function fetchJoins({ desk, session, vault }: Open): Promise<Joins> {
  const reply = await callAs(desk, session, 'joins', null)
  const fits = await Promise.all(reply.invitees.map((one) => isTrueInvitee(stateOf(vault), one)))
  const invitees = reply.invitees.filter((_, i) => fits[i])
  const isFor = (join: Join) =>
    invitees.some((one) => one.invitation === join.invitation && one.name === join.name && one.email === join.email)
  return { invitees, joins: reply.joins.filter(isFor) }
}

/** Returns and stores the same for who may invite; returns null for everybody else. Throws as `callAs`. */
export async function joinsFor(open: Open): Promise<Joins | null> {
  const state = stateOf(open.vault)
  const role = get(state.members, open.vault.me)?.role
  if (role !== 'owner' && role !== 'admin' && !mayInviteSomebody(state, open.vault.me)) return null
  const joins = await fetchJoins(open)
  await storeJoins(open.desk, joins)
  return joins
}

/** Stores the newcomers in session storage, so that they do not vanish from the screen with the worker. Removed at lock (P10). */
export const storeJoins = (desk: Desk, joins: Joins): Promise<void> => writeStored(desk, 'joins', joins)
/** Returns the stored newcomers, none where nothing is stored. */
export async function restoreJoins(desk: Desk): Promise<Joins> {
  return (await readStored(desk, 'joins')) ?? { invitees: [], joins: [] }
}

/** Asks the server, once for each unlock and change, how many FIDO keys this person has, and stores that. Throws as `callAs`. */
export async function countKeys({ desk, session }: Open): Promise<void> {
  if (session.keys !== null) return
  const reply = await callAs(desk, session, 'credentials', null)
  session.keys = reply.credentials.length
  await writeSession(desk, session)
}

/**
 * Returns whether the vault may be shown at an unlock. It counts the person's keys itself, since a refused sync may not have come that
 * far. Where the server cannot be reached the result is `unknown`.
 */
export async function judgeUnlock(open: Open): Promise<Standing> {
  try {
    if (wantsTwo(open.vault)) await countKeys(open)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
  }
  return standingOf(open)
}
