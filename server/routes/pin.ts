import type { Hono } from 'hono'
import { membersOnly } from '../middleware/endpoint.ts'
import type { Services } from '../middleware/services.ts'
import { transact } from '../store/connection.ts'
import { spendTry } from '../store/credentials.ts'
import { landPinChange, newPinChange } from '../store/pin-changes.ts'
import { Problem } from '../store/problem.ts'
import { needChangeProof } from './change-proof.ts'
import { checkBlinded, evaluateUnder } from './evaluation.ts'
import { checkKeyAssertion } from './key-assertion.ts'

/**
 * Changes the PIN of the key that opened this session, in two requests. The old PIN costs a try like any other, and nothing
 * changes before the second request.
 */
export function pinRoutes(app: Hono, services: Services): void {
  const { db, log, now, settings } = services

  membersOnly(app, services, 'pinBegin', async ({ opened }, { nonce, assertion, blinded, newBlinded }) => {
    const { key, counter } = await checkKeyAssertion(services, 'change-pin', nonce, assertion)
    checkBlinded(blinded)
    checkBlinded(newBlinded, 'newBlinded')
    if (key.id !== opened.credential) throw new Problem('bad-assertion', 'This is not the key of this session.')
    const { credential, begun } = await spendTry(db, key.id, counter, (tx, of) => newPinChange(tx, of, now()))
    const { sealedSeed, sealRevision, tries: triesLeft, voprfRandom } = credential
    const evaluated = await evaluateUnder(services, voprfRandom, blinded)
    const next = await evaluateUnder(services, begun.voprfRandom, newBlinded)
    return { change: begun.id, ...evaluated, sealedSeed, sealRevision, triesLeft, next }
  })

  membersOnly(app, services, 'pinFinish', async ({ member, state, opened }, { change, sealedSeed, signature }) => {
    await needChangeProof(settings.publicOrigin, { member, state }, { change, sealedSeed, signature })
    const { credential } = opened
    await transact(db, (tx) => landPinChange(tx, { id: change, credential, sealedSeed }, now()))
    log.info('pin-changed', { member })
    return null
  })
}
