import { fromBase64url } from '../bytes/base64url.ts'
import { zeroOrg } from '../bytes/ids.ts'
import type { InvitationId, MemberId } from '../bytes/ids.ts'
import { get } from '../bytes/table.ts'
import { inviteeInput, profileInput } from '../crypto/contexts.ts'
import { sha256 } from '../crypto/hash.ts'
import { isMember } from '../ledger/replay/level.ts'
import type { LedgerState } from '../ledger/replay/state.ts'

/** `salt`: base64url. */
type Named = { member: MemberId; name: string; email: string; salt: string }
type Invitee = { invitation: InvitationId; name: string; email: string; salt: string }

/**
 * Whether name and address are those whose hash the ledger carries for the member (P4). The first owner's first ones were
 * hashed before the org had its id.
 */
export async function isTrueProfile(state: LedgerState, { member, name, email, salt }: Named): Promise<boolean> {
  const known = get(state.members, member)
  if (known === null) return false
  for (const org of known.addedAt === 1 ? [state.org, zeroOrg] : [state.org])
    if ((await sha256(profileInput({ org, member, name, email, salt: fromBase64url(salt) }))) === known.profile)
      return true
  return false
}

/** Whether an invitation was made out to that name and address, by whoever signed it (M1, P4). */
export async function isTrueInvitee(state: LedgerState, of: Invitee): Promise<boolean> {
  const known = get(state.invitations, of.invitation)
  if (known === null) return false
  return (await sha256(inviteeInput({ ...of, org: state.org, salt: fromBase64url(of.salt) }))) === known.invitee
}

/** Whose name and address somebody may set: owners everybody's, admins those of members and auditors. */
export function maySetProfile(state: LedgerState, by: MemberId, of: MemberId): boolean {
  const [role, theirs] = [get(state.members, by)?.role, get(state.members, of)?.role]
  return (
    isMember(state, of) && (role === 'owner' || (role === 'admin' && (theirs === 'member' || theirs === 'auditor')))
  )
}

/** Whose name and address an owner may have erased: only of those who left, whom nobody deals with any more. */
export const mayErase = (state: LedgerState, by: MemberId, of: MemberId): boolean =>
  get(state.members, by)?.role === 'owner' &&
  isMember(state, by) &&
  (get(state.members, of)?.removedAt ?? null) !== null
