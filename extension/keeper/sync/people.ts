import { get } from '../../../shared/bytes/table.ts'
import { isTrueInvitee } from '../../../shared/access/profile.ts'
import type { Join } from '../../../shared/protocol/enrol.ts'
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
 * Newcomers who wait, with open invitations; owners and admins only. P4 (M1): for whom an invitation is, its author signed; what
 * the server says otherwise is left out, and nobody is let in by it. Throws as `call`.
 */
export async function fetchJoins({ desk, session, vault }: Open): Promise<Joins> {
  const reply = await callAs(desk, session, 'joins', null)
  const fits = await Promise.all(reply.invitees.map((one) => isTrueInvitee(stateOf(vault), one)))
  const invitees = reply.invitees.filter((_, i) => fits[i])
  const isFor = (join: Join) =>
    invitees.some((one) => one.invitation === join.invitation && one.name === join.name && one.email === join.email)
  return { invitees, joins: reply.joins.filter(isFor) }
}

/** The same for who may let people in, kept for a worker that wakes; null for everybody else. Throws as `call`. */
export async function joinsFor(open: Open): Promise<Joins | null> {
  const role = get(stateOf(open.vault).members, open.vault.me)?.role
  if (role !== 'owner' && role !== 'admin') return null
  const joins = await fetchJoins(open)
  await keepJoins(open.desk, joins)
  return joins
}

/** What was last fetched, in the browser's memory: a request must not blink away whenever a worker dies. Gone at lock (P10). */
export const keepJoins = (desk: Desk, joins: Joins): Promise<void> => writeStored(desk, 'joins', joins)
export async function recallJoins(desk: Desk): Promise<Joins> {
  return (await readStored(desk, 'joins')) ?? { invitees: [], joins: [] }
}

/** Asks how many keys this person has, once for each unlock and change: it holds while the server is away. Throws as `call`. */
export async function countKeys({ desk, session }: Open): Promise<void> {
  if (session.keys !== null) return
  const reply = await callAs(desk, session, 'credentials', null)
  session.keys = reply.credentials.length
  await writeSession(desk, session)
}

/** A person's standing at an unlock, where a sync that was refused has not come as far as counting. A server that is away leaves it unknown. */
export async function judgeUnlock(open: Open): Promise<Standing> {
  try {
    if (wantsTwo(open.vault)) await countKeys(open)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
  }
  return standingOf(open)
}
