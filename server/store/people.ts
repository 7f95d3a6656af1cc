import { get, idsIn, valuesIn } from '../../shared/bytes/table.ts'
import { eq, inArray } from 'drizzle-orm'
import type { InvitationId, MemberId } from '../../shared/bytes/ids.ts'
import { mayErase } from '../../shared/access/profile.ts'
import { levelOf } from '../../shared/ledger/replay/level.ts'
import type { Act } from '../../shared/ledger/acts.ts'
import type { LedgerState } from '../../shared/ledger/replay/state.ts'
import type { Join } from '../../shared/protocol/enrol.ts'
import type { Profile } from '../../shared/protocol/objects.ts'
import type { Connection } from './connection.ts'
import { Problem } from './problem.ts'
import { invitees, joins, profiles } from './schema.ts'

/** Whose name and address the member may be told: everybody's, or their own and those of the teams they manage. */
export const visiblePeople = (state: LedgerState, member: MemberId): ReadonlySet<MemberId> =>
  get(state.members, member)?.role === 'member' ? peopleManaged(state, member) : new Set(idsIn(state.members))

/** The member, and the people of the teams that they manage. */
export function peopleManaged(state: LedgerState, member: MemberId): ReadonlySet<MemberId> {
  const managed = valuesIn(state.teams).filter(({ home }) => levelOf(state, member, home) === 'manage')
  return new Set([member, ...managed.flatMap(({ members }) => idsIn(members))])
}

/**
 * Whom an entry brings into teams by the hand of somebody who is told no names but their teams': else they would be told everybody's
 * by listing every id that the ledger has (M3). Throws `not-allowed`.
 */
export function checkBrought(before: LedgerState, acts: readonly Act[], author: MemberId): void {
  const brought = acts.flatMap((act) =>
    act.act === 'team created' ? act.members : act.act === 'team members set' ? act.added : [],
  )
  if (brought.length === 0 || get(before.members, author)?.role !== 'member') return
  const known = visiblePeople(before, author)
  if (!brought.every((member) => known.has(member)))
    throw new Problem('not-allowed', 'Owners and admins bring people into teams whom you do not deal with yet.')
}

/** The asked profiles that the member may see and that are not erased. */
export async function fetchProfiles(
  db: Connection,
  state: LedgerState,
  member: MemberId,
  asked: readonly MemberId[],
): Promise<Profile[]> {
  const people = visiblePeople(state, member)
  const wanted = asked.filter((one) => people.has(one))
  return wanted.length === 0 ? [] : db.select().from(profiles).where(inArray(profiles.member, wanted))
}

/**
 * Deletes name, address and salt of somebody who left; the hash in the ledger says nothing without the salt. Of whom it is done
 * already, nothing is left to do. Throws `not-allowed`.
 */
export async function eraseProfile(db: Connection, state: LedgerState, by: MemberId, of: MemberId): Promise<void> {
  if (!mayErase(state, by, of)) throw new Problem('not-allowed', 'Owners only, and only of those who left.')
  await db.delete(profiles).where(eq(profiles.member, of))
}

/** Open invitations with whom they are for, and the newcomers who answered. */
export async function peopleWaiting(db: Connection) {
  const open = await db.select().from(invitees)
  const rows = await db.select().from(joins)
  const invited = new Map(open.map((one) => [one.invitation, one]))
  const answered = rows.flatMap((row): Join[] => {
    const who = invited.get(row.invitation)
    return who === undefined ? [] : [{ ...row, name: who.name, email: who.email }]
  })
  return { invitees: open, joins: answered }
}

/** The name that an invitation was made out to: an invitee's, later a member's; null when it is erased. */
export async function inviteeName(
  db: Connection,
  invitation: InvitationId,
  usedBy: MemberId | null,
): Promise<string | null> {
  const [row] =
    usedBy === null
      ? await db.select({ name: invitees.name }).from(invitees).where(eq(invitees.invitation, invitation))
      : await db.select({ name: profiles.name }).from(profiles).where(eq(profiles.member, usedBy))
  return row?.name ?? null
}
