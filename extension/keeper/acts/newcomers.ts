import { fromBase64url, toBase64url } from '../../../shared/bytes/base64url.ts'
import type { InvitationId } from '../../../shared/bytes/ids.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import { get, has } from '../../../shared/bytes/table.ts'
import { profileInput } from '../../../shared/crypto/contexts.ts'
import { sha256 } from '../../../shared/crypto/hash.ts'
import { receiveHash } from '../../../shared/crypto/hpke.ts'
import { randomBytes } from '../../../shared/crypto/random.ts'
import { checkSignKey } from '../../../shared/crypto/verify.ts'
import { isMember } from '../../../shared/ledger/replay/level.ts'
import { Refused } from '../../../shared/ledger/replay/state.ts'
import type { Join } from '../../../shared/protocol/enrol.ts'
import { stateOf } from '../vault/vault.ts'
import type { Draft } from './draft.ts'
import { hasRoom } from './entry-budget.ts'
import { pushOwned } from './owner-acts.ts'
import { joinTeams } from './team-members.ts'

/** Adds a newcomer as member, with exactly the keys that they and the invitation signed, and to the teams of the invitation. */
export async function approve(draft: Draft, invitation: InvitationId, joins: readonly Join[]): Promise<void> {
  const { org } = draft.vault
  const join = joins.find((one) => one.invitation === invitation)
  const invited = get(stateOf(draft.vault).invitations, invitation)
  if (join === undefined || invited === null) throw new Failure('invitation-unknown')
  const { member, name, email, signKey } = join
  checkSignKey(signKey)
  const salt = randomBytes(32)
  const key = fromBase64url(join.receiveKey)
  const receive = await receiveHash(key)
  draft.publicKeys.set(receive, key)
  draft.receiveKeys.push(join.receiveKey)
  const profile = await sha256(profileInput({ org, member, name, email, salt }))
  const byBoth = { byInvitation: join.invitationSignature, byMember: join.ownSignature }
  const { replaces } = invited
  if (replaces !== null && isMember(stateOf(draft.vault), replaces)) {
    // The same person's membership under the lost keys ends first. For an owner that takes two owners, and must happen before.
    if (has(stateOf(draft.vault).owners, replaces)) throw new Failure('remove-first')
    draft.acts.push({ act: 'member removed', member: replaces })
  }
  pushOwned(draft, { act: 'member added', invitation, member, signKey, receive, profile, ...byBoth })
  draft.profiles.push({ member, name, email, salt: toBase64url(salt) })
  if (draft.proposed === null) await joinTeams(draft, invitation, member)
}

/**
 * Lets in as many of these newcomers as one entry holds. Skips those who are in already.
 * @throws Failure `invitation-unknown` where one of them no longer waits, or all are in; Refused `needs-two-owners` for one who is to be
 *   an owner: that is proposed alone
 */
export async function approveMany(
  draft: Draft,
  invitations: readonly InvitationId[],
  joins: readonly Join[],
): Promise<void> {
  const state = stateOf(draft.vault)
  for (const invitation of new Set(invitations)) {
    const invited = get(state.invitations, invitation)
    if (invited !== null && invited.usedBy !== null) continue
    if (invited?.role === 'owner') throw new Refused('needs-two-owners')
    if (draft.acts.length > 0 && !hasRoom(draft)) {
      draft.hasMoreEntries = true
      return
    }
    await approve(draft, invitation, joins)
  }
  if (draft.acts.length === 0) throw new Refused('invitation-unknown')
}

/** Cancels as many of these invitations as one entry holds. Skips those that are over already. Throws Refused where all are. */
export function cancelMany(draft: Draft, invitations: readonly InvitationId[]): void {
  const state = stateOf(draft.vault)
  for (const invitation of new Set(invitations)) {
    const invited = get(state.invitations, invitation)
    if (invited === null || invited.isCancelled || invited.usedBy !== null) continue
    if (draft.acts.length > 0 && !hasRoom(draft)) {
      draft.hasMoreEntries = true
      return
    }
    draft.acts.push({ act: 'invitation cancelled', invitation })
  }
  if (draft.acts.length === 0) throw new Refused('invitation-unknown')
}
