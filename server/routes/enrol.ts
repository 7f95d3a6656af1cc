import type { Hono } from 'hono'
import { randomBytes } from 'node:crypto'
import { firstPolicy } from '../../shared/ledger/replay/owners.ts'
import { checkAttestation } from '../middleware/attestation.ts'
import { openTo } from '../middleware/endpoint.ts'
import type { Services } from '../middleware/services.ts'
import { checkAssertion, checkRegistration } from '../middleware/touch.ts'
import { newEnrolment } from '../store/enrolments.ts'
import { checkNonces, useNonces } from '../store/nonces.ts'
import { checkAuthority, checkLikely } from './authority.ts'
import { checkBlinded, evaluateUnder } from './evaluation.ts'

/**
 * First half of an enrolment: the right to it, a new key that proves itself at once, and the PIN's evaluation under a
 * VOPRF key of its own. The row that this makes is no credential until the second half.
 */
export function enrolBeginRoute(app: Hono, services: Services): void {
  const { now, settings, tickets } = services

  openTo(app, services, 'enrolBegin', async (body, c) => {
    const { org, member, registration, assertion, blinded } = body
    const registering = { purpose: 'enrol', nonce: body.registrationNonce } as const
    const challenge = { purpose: 'prove', nonce: body.assertionNonce } as const
    // What strangers can make up is refused before the database is asked.
    checkNonces(tickets, registering, challenge)
    const claims = await checkLikely(services, body, c)
    await useNonces(services, now(), registering, challenge)
    checkBlinded(blinded)
    const right = await checkAuthority(services, body, claims)
    const key = await checkRegistration(settings, body.registrationNonce, registration)
    const counter = await checkAssertion(settings, challenge, assertion, key, { member, org })
    // Who founds the org has no policy yet.
    const attested = await checkAttestation(services, services.ledger.current()?.policy ?? firstPolicy, key)
    const voprfRandom = new Uint8Array(randomBytes(32))
    const { id: credential, publicKey, aaguid } = key
    const { transports } = registration
    const made = { credential, publicKey, counter, transports, voprfRandom, aaguid, attested }
    const row = { ...right, org, member, ...made }
    const enrolment = await newEnrolment(services, row, now())
    return { enrolment, ...(await evaluateUnder(services, voprfRandom, blinded)) }
  })
}
