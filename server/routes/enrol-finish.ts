import { get } from '../../shared/bytes/table.ts'
import { isMember } from '../../shared/ledger/replay/level.ts'
import type { Hono } from 'hono'
import type * as z from 'zod/mini'
import { joinProof } from '../../shared/crypto/contexts.ts'
import { verify } from '../../shared/crypto/verify.ts'
import type { LedgerState } from '../../shared/ledger/replay/state.ts'
import type { enrolFinishRequest } from '../../shared/protocol/enrol.ts'
import type { Signature } from '../../shared/bytes/ids.ts'
import { openTo } from '../middleware/endpoint.ts'
import type { Services } from '../middleware/services.ts'
import { transact } from '../store/connection.ts'
import type { Transaction } from '../store/connection.ts'
import { newAttempt } from '../store/credentials.ts'
import { addCredential, addJoin, joinOf, takeEnrolment, unknownEnrolment } from '../store/enrolments.ts'
import type { Enrolment } from '../store/enrolments.ts'
import { foundOrg } from '../store/found-org.ts'
import { receiveHash } from '../store/introduced.ts'
import { badField, Problem } from '../store/problem.ts'
import { needOpen } from './authority.ts'

type Outcome = z.output<typeof enrolFinishRequest>['outcome']

/** Second half: the sealed seed, and what the enrolment brings. All of it lands, or nothing. */
export function enrolFinishRoute(app: Hono, services: Services): void {
  const { db, ledger, sockets, now, tickets } = services

  openTo(app, services, 'enrolFinish', async ({ enrolment: id, sealedSeed, sealRevision, outcome }) => {
    if (!tickets.isOurs('enrolment', id)) throw unknownEnrolment()
    const { founded, attempt, invitation } = await transact(db, async (tx) => {
      const enrolment = await takeEnrolment(tx, id, now())
      if (enrolment.kind !== outcome.kind) throw badField('outcome.kind', `This enrolment is a ${enrolment.kind}.`)
      const founded = await land(services, tx, enrolment, outcome)
      await addCredential(tx, enrolment, { sealedSeed, sealRevision }, now())
      // The founder's touch counts: the first session needs no second one.
      const { credential: key, member, invitation } = enrolment
      return {
        founded,
        invitation,
        attempt: founded === null ? null : await newAttempt(tx, tickets, { id: key, member }, now()),
      }
    })
    if (founded !== null) ledger.adopt(founded)
    if (outcome.kind === 'join') {
      const state = ledger.current()
      const invitedBy = state && invitation && get(state.invitations, invitation)?.invitedBy
      sockets.tell(
        { kind: 'joins' },
        (member) =>
          member === invitedBy || ['owner', 'admin'].includes((state && get(state.members, member)?.role) ?? ''),
      )
    }
    return { attempt }
  })
}

/** Gives the ledger's first state where this enrolment founds the org. */
async function land(
  services: Services,
  tx: Transaction,
  enrolment: Enrolment,
  outcome: Outcome,
): Promise<LedgerState | null> {
  switch (outcome.kind) {
    case 'setup':
      return foundOrg(tx, outcome, enrolment, services.now())
    case 'join':
      await landJoin(services, tx, enrolment, outcome.ownSignature)
      return null
    case 'further-key': {
      const state = services.ledger.current()
      if (state === null || !isMember(state, enrolment.member)) throw new Problem('removed', 'This member was removed.')
      return null
    }
  }
}

async function landJoin(services: Services, tx: Transaction, enrolment: Enrolment, ownSignature: Signature) {
  const { org, member, invitation, signKey, receiveKey, invitationSignature } = enrolment
  if (invitation === null || signKey === null || receiveKey === null || invitationSignature === null)
    throw new Problem('not-found', 'This enrolment has no invitation.')
  await needOpen(services, invitation, member)
  const hash = await receiveHash(receiveKey)
  const proof = joinProof({ org, invitation, member, signKey, receiveHash: hash })
  if (!(await verify(signKey, proof, ownSignature))) throw new Problem('bad-proof', 'Not signed by the sign key.')
  const before = await joinOf(tx, invitation)
  // A newcomer's second key: the request is there, and it was checked to be the same one.
  if (before?.signKey === signKey && before.receiveKey === receiveKey) return
  const row = { invitation, member, signKey, receiveKey, invitationSignature, ownSignature, askedAt: services.now() }
  await addJoin(tx, row, hash)
}
