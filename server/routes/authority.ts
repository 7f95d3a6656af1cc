import type { Context } from 'hono'
import { get, has } from '../../shared/bytes/table.ts'
import { stands } from '../../shared/ledger/replay/people.ts'
import type { LedgerState } from '../../shared/ledger/replay/state.ts'
import { joinProof } from '../../shared/crypto/contexts.ts'
import { checkSignKey, verify } from '../../shared/crypto/verify.ts'
import type { MemberId, OrgId } from '../../shared/bytes/ids.ts'
import type { Authority } from '../../shared/protocol/enrol.ts'
import { memberOf, readPresentedProof } from '../middleware/authenticate.ts'
import { notSignedIn } from '../middleware/proofs.ts'
import type { Services } from '../middleware/services.ts'
import type { Claims } from '../middleware/tokens.ts'
import { countBegin, isMemberIdTaken, joinOf } from '../store/enrolments.ts'
import type { NewEnrolment } from '../store/enrolments.ts'
import { receiveHash } from '../store/introduced.ts'
import { badField, Problem } from '../store/problem.ts'

/** By what right, and what an invitation's newcomer says of themselves. */
export type Right = Pick<NewEnrolment, 'kind' | 'invitation' | 'signKey' | 'receiveKey' | 'invitationSignature'>
type Claim = { authority: Authority; org: OrgId; member: MemberId }
type Invited = Extract<Authority, { kind: 'invitation' }>

const none = { invitation: null, signKey: null, receiveKey: null, invitationSignature: null }

/**
 * Refuses early, by what this process knows without the database, whoever has no right to enrol: an invitation that the
 * ledger lacks, a bad or unproved token, a wrong set-up code. Returns the claims of a proved token, else null. Throws
 * `no-org`, `org-exists`, `bad-code`, `invitation-unknown`, and what `Proofs.check` throws.
 */
export async function checkLikely(services: Services, { authority }: Claim, c: Context): Promise<Claims | null> {
  if (authority.kind === 'setup') {
    await services.setupCode.check(authority.code)
    return null
  }
  const state = services.ledger.current()
  if (state === null) throw noOrg()
  if (authority.kind === 'session') return services.proofs.check(readPresentedProof(c))
  standing(state, authority.invitation)
  return null
}

/** Whether this key may be enrolled for that member of that org. `claims`: what `checkLikely` gave. Throws what forbids it. */
export async function checkAuthority(services: Services, { authority, org, member }: Claim, claims: Claims | null) {
  if (authority.kind === 'setup') {
    await services.setupCode.check(authority.code)
    return { ...none, kind: 'setup' } satisfies Right
  }
  const state = services.ledger.current()
  if (state === null) throw noOrg()
  if (state.org !== org) throw badField('org', 'This server is for another organisation.')
  if (authority.kind === 'invitation') return checkInvitation(services, org, member, authority)
  if (claims === null) throw notSignedIn()
  const asker = await memberOf(services, claims)
  if (asker.member !== member) throw badField('member', 'The session is of another member.')
  return { ...none, kind: 'further-key' } satisfies Right
}

/** The invitation is open, and its key has signed: so only who holds its secret can use up its ten begins. */
async function checkInvitation(services: Services, org: OrgId, member: MemberId, authority: Invited): Promise<Right> {
  const { invitation, signKey, receiveKey, signature } = authority
  const { key } = await needOpen(services, invitation, member)
  const proof = joinProof({ org, invitation, member, signKey, receiveHash: await receiveHash(receiveKey) })
  if (!(await verify(key, proof, signature))) throw new Problem('bad-proof', 'This is not the key of that invitation.')
  try {
    checkSignKey(signKey)
  } catch {
    throw badField('authority.signKey', 'Not a sign key.')
  }
  const joined = await joinOf(services.db, invitation)
  const isOther = joined !== null && (joined.signKey !== signKey || joined.receiveKey !== receiveKey)
  if (isOther) throw new Problem('invitation-used', 'Somebody answered this invitation already.')
  const state = services.ledger.current()
  const known = state !== null && has(state.members, member)
  if (known || (joined === null && (await isMemberIdTaken(services.db, member))))
    throw badField('member', 'That member id is taken.')
  await countBegin(services.db, invitation)
  return { kind: 'join', invitation, signKey, receiveKey, invitationSignature: signature }
}

/** The invitation while that member may still answer it. Throws which it is: unknown, used or expired. */
export async function needOpen({ db, ledger, now }: Services, id: Invited['invitation'], member: MemberId) {
  const state = ledger.current()
  if (state === null) throw invitationUnknown()
  const invitation = standing(state, id)
  const joined = await joinOf(db, id)
  if (invitation.usedBy !== null || (joined !== null && joined.member !== member))
    throw new Problem('invitation-used', 'Somebody answered this invitation already.')
  if (Math.max(now(), state.time) > invitation.expires)
    throw new Problem('invitation-expired', 'This invitation has expired.')
  return invitation
}

function standing(state: LedgerState, id: Invited['invitation']) {
  const invitation = get(state.invitations, id)
  if (invitation === null || !stands(state, invitation)) throw invitationUnknown()
  return invitation
}

const noOrg = () => new Problem('no-org', 'This server has no organisation yet.')
const invitationUnknown = () => new Problem('invitation-unknown', 'No such invitation.')
