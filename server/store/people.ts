import { get, idsIn, valuesIn } from '../../shared/bytes/table.ts'
import { eq, inArray, sql } from 'drizzle-orm'
import type { InvitationId, MemberId } from '../../shared/bytes/ids.ts'
import { isTrueProfile, mayErase } from '../../shared/access/profile.ts'
import { isMember, levelOf } from '../../shared/ledger/replay/level.ts'
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

const teamsManaged = (state: LedgerState, member: MemberId) =>
  valuesIn(state.teams).filter(({ home }) => levelOf(state, member, home) === 'manage')

/** The member, and the people of the teams that they manage. */
export const peopleManaged = (state: LedgerState, member: MemberId): ReadonlySet<MemberId> =>
  new Set([member, ...teamsManaged(state, member).flatMap(({ members }) => idsIn(members))])

/**
 * The members with exactly this e-mail, for who manages a team, so that they can bring them in. The whole table is read whoever is found,
 * and who left is as unknown as who never was: neither answer nor time tells more (M3). Throws `not-allowed` before anything is looked up.
 */
export async function findPeople(db: Connection, state: LedgerState, by: MemberId, email: string): Promise<Profile[]> {
  if (teamsManaged(state, by).length === 0)
    throw new Problem('not-allowed', 'Only who manages a team finds people by e-mail.')
  const found = await db
    .select()
    .from(profiles)
    .where(sql`lower(${profiles.email}) = lower(${email})`)
  return found.filter(({ member }) => isMember(state, member)).slice(0, 10)
}

/**
 * Whom an entry brings into teams by the hand of somebody who is told no names but their teams': else they would be told everybody's
 * by listing every id that the ledger has (M3). Whom they found by e-mail they know already: the salt of the profile, which the ledger's
 * hash is over, shows it. Throws `not-allowed`.
 */
export async function checkBrought(
  before: LedgerState,
  acts: readonly Act[],
  author: MemberId,
  found: readonly Profile[],
): Promise<void> {
  const brought = acts.flatMap((act) =>
    act.act === 'team created' ? act.members : act.act === 'team members set' ? act.added : [],
  )
  if (brought.length === 0 || get(before.members, author)?.role !== 'member') return
  const known = new Set(visiblePeople(before, author))
  // Whom they let in themselves, they invited by name.
  for (const act of acts) if (act.act === 'member added') known.add(act.member)
  for (const profile of found) if (await isTrueProfile(before, profile)) known.add(profile.member)
  if (!brought.every((member) => known.has(member)))
    throw new Problem(
      'not-allowed',
      'Find whom you do not deal with yet by e-mail, or have owners and admins bring them in.',
    )
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

/** Of those, the ones whom a member invited: a manager is told nobody else's guests (M3). */
export function whomTheyInvited(
  { invitees: open, joins: answered }: Awaited<ReturnType<typeof peopleWaiting>>,
  state: LedgerState,
  by: MemberId,
) {
  const isTheirs = ({ invitation }: { invitation: InvitationId }) =>
    get(state.invitations, invitation)?.invitedBy === by
  return { invitees: open.filter(isTheirs), joins: answered.filter(isTheirs) }
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
