import { get } from '../../shared/bytes/table.ts'
import type { Hono } from 'hono'
import { encode } from '../../shared/bytes/encode.ts'
import { idBytes } from '../../shared/bytes/ids.ts'
import { sessionProof } from '../../shared/crypto/contexts.ts'
import { verify } from '../../shared/crypto/verify.ts'
import { membersOnly, openTo } from '../middleware/endpoint.ts'
import type { Services } from '../middleware/services.ts'
import { checkAssertion } from '../middleware/touch.ts'
import { attemptOf, credentialOf, credentialsOf, spendTry, useAttempt } from '../store/credentials.ts'
import { joinBy } from '../store/enrolments.ts'
import { useNonce } from '../store/nonces.ts'
import { Problem } from '../store/problem.ts'
import { endSession, newSession, noteRenewal, sessionOf } from '../store/sessions.ts'
import { checkBlinded, evaluationUnder } from './evaluation.ts'

const tolerance = 2 * 60_000

/** P2: a touch buys one guess at the PIN, counted first; only what the right PIN opens can sign for a session. */
export function unlockRoutes(app: Hono, services: Services): void {
  const { db, ledger, now, settings, tokens, sockets } = services
  const badProof = () => new Problem('bad-proof', 'The proof does not fit this attempt.')

  openTo(app, services, 'evaluate', async ({ nonce, assertion, blinded }) => {
    checkBlinded(blinded)
    await useNonce(db, 'unlock', nonce, now())
    const state = ledger.current()
    const key = await credentialOf(db, assertion.credentialId)
    if (state === null || key === null) throw new Problem('credential-unknown', 'This key is not enrolled here.')
    const { member } = key
    const counter = await checkAssertion(settings, { purpose: 'unlock', nonce }, assertion, key, {
      member,
      org: state.org,
    })
    const removedAt = get(state.members, member)?.removedAt ?? null
    if (removedAt !== null) throw new Problem('removed', 'This member was removed.')
    const { credential, attempt } = await spendTry(db, key.id, counter, now())
    const { sealedSeed, sealRevision, tries: triesLeft, voprfRandom } = credential
    return { attempt, ...(await evaluationUnder(services, voprfRandom, blinded)), sealedSeed, sealRevision, triesLeft }
  })

  openTo(app, services, 'session', async ({ attempt, sessionKey, signature }) => {
    const state = ledger.current()
    const member = await attemptOf(db, attempt, now())
    if (state === null || member === null) throw badProof()
    const known = get(state.members, member)
    if (known !== null && known.removedAt !== null) throw new Problem('removed', 'This member was removed.')
    // P4: the key that must have signed is the ledger's; a newcomer's own counts only to give back their tries.
    const signKey = known?.signKey ?? (await joinBy(db, member))?.signKey
    const { org } = state
    const serverOrigin = settings.publicOrigin
    const proof = sessionProof({ purpose: 'session', org, serverOrigin, attempt, sessionKey: idBytes(sessionKey) })
    if (signKey === undefined || !(await verify(signKey, proof, signature))) throw badProof()
    if (!(await useAttempt(db, attempt, now()))) throw badProof()
    if (known === null) throw new Problem('pending', 'An owner or admin has yet to sign this person in.')
    const session = await newSession(db, member, sessionKey, now())
    return tokens.issue({ session: session.id, member }, session.expiresAt)
  })

  openTo(app, services, 'renew', async ({ token, time, signature }) => {
    const claims = await tokens.readExpired(token)
    const session = claims === null ? null : await sessionOf(db, claims.session, now())
    if (session === null) throw new Problem('not-signed-in', 'This session is over.')
    if (Math.abs(time - now()) > tolerance) throw new Problem('clock-off', 'The clock of this computer is off.')
    const signed = await verify(session.sessionKey, encode('cloison/v1/renew', session.id, time), signature)
    if (!signed || !(await noteRenewal(db, session.id, time))) throw badProof()
    return tokens.issue({ session: session.id, member: session.member }, session.expiresAt)
  })

  membersOnly(app, services, 'endSession', async ({ session }) => {
    await endSession(db, session)
    sockets.end(session)
    return null
  })

  membersOnly(app, services, 'credentials', async ({ member }) => ({ credentials: await credentialsOf(db, member) }))
}
