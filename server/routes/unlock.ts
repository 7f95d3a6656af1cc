import { get } from '../../shared/bytes/table.ts'
import type { Hono } from 'hono'
import { sessionProof } from '../../shared/crypto/contexts.ts'
import { verify } from '../../shared/crypto/verify.ts'
import { membersOnly, openTo } from '../middleware/endpoint.ts'
import type { Services } from '../middleware/services.ts'
import { attemptOf, newAttempt, spendTry, useAttempt } from '../store/credentials.ts'
import { joinBy } from '../store/enrolments.ts'
import { Problem } from '../store/problem.ts'
import { endSession, newSession } from '../store/sessions.ts'
import { checkBlinded, evaluateUnder } from './evaluation.ts'
import { checkKeyAssertion } from './key-assertion.ts'

/** P2: a touch buys one guess at the PIN, counted first; only what the right PIN opens can sign for a session. */
export function unlockRoutes(app: Hono, services: Services): void {
  const { db, ledger, now, settings, tickets, tokens, sockets } = services
  const badProof = () => new Problem('bad-proof', 'The proof does not fit this attempt.')

  openTo(app, services, 'evaluate', async ({ nonce, assertion, blinded }) => {
    const { key, counter } = await checkKeyAssertion(services, 'unlock', nonce, assertion)
    checkBlinded(blinded)
    const { credential, begun } = await spendTry(db, key.id, counter, (tx, of) => newAttempt(tx, tickets, of, now()))
    const { sealedSeed, sealRevision, tries: triesLeft, voprfRandom } = credential
    const evaluated = await evaluateUnder(services, voprfRandom, blinded)
    return { attempt: begun, ...evaluated, sealedSeed, sealRevision, triesLeft }
  })

  openTo(app, services, 'session', async ({ attempt, thumbprint, signature }) => {
    const state = ledger.current()
    const member = tickets.isOurs('attempt', attempt) ? await attemptOf(db, attempt, now()) : null
    if (state === null || member === null) throw badProof()
    const known = get(state.members, member)
    if (known !== null && known.removedAt !== null) throw new Problem('removed', 'This member was removed.')
    // P4: the key that must have signed is the ledger's; a newcomer's own counts only to give back their tries.
    const signKey = known?.signKey ?? (await joinBy(db, member))?.signKey
    const { org } = state
    const serverOrigin = settings.publicOrigin
    const proof = sessionProof({ purpose: 'session', org, serverOrigin, attempt, thumbprint })
    if (signKey === undefined || !(await verify(signKey, proof, signature))) throw badProof()
    const opened = await useAttempt(db, attempt, now())
    if (opened === null) throw badProof()
    if (known === null) throw new Problem('pending', 'An owner or admin has yet to sign this person in.')
    const session = await newSession(db, { ...opened, member, thumbprint }, now())
    return tokens.issue({ session: session.id, member, thumbprint }, session.expiresAt)
  })

  membersOnly(app, services, 'renew', ({ claims, sessionEnds }) => tokens.issue(claims, sessionEnds))

  membersOnly(app, services, 'endSession', async ({ session }) => {
    await endSession(db, session)
    sockets.end(session)
    return null
  })
}
