import type { Hono } from 'hono'
import { membersOnly, openTo } from '../middleware/endpoint.ts'
import type { Services } from '../middleware/services.ts'
import { deadCredential, newAttempt, noteCounter } from '../store/credentials.ts'
import { Problem } from '../store/problem.ts'
import { keepShiftKey, shiftKeyOf } from '../store/shift-keys.ts'
import { checkKeyAssertion } from './key-assertion.ts'

/** P2: within the shift that the policy allows, the touch alone brings back what key and PIN made; it never starts or extends one. */
export function shiftRoutes(app: Hono, services: Services): void {
  const { db, ledger, now, shiftHours, tickets } = services
  const hoursNow = () => {
    const state = ledger.current()
    return state === null ? 0 : shiftHours(state)
  }

  membersOnly(app, services, 'shiftKeep', async ({ opened }, { key }) => {
    const hours = hoursNow()
    if (hours === 0 || opened.byTouch)
      throw new Problem('shift-over', 'Only key and PIN start a shift, where the policy has one.')
    const { credential, at: startedAt } = opened
    return { endsAt: await keepShiftKey(db, { credential, key, startedAt }, hours) }
  })

  openTo(app, services, 'shiftOpen', async ({ nonce, assertion }) => {
    const { key: credential, counter } = await checkKeyAssertion(services, 'shift', nonce, assertion)
    await noteCounter(db, credential.id, counter)
    if (credential.tries === 0) throw deadCredential()
    const key = await shiftKeyOf(db, credential.id, hoursNow(), now())
    const { sealedSeed, sealRevision } = credential
    return { attempt: await newAttempt(db, tickets, credential, now(), true), key, sealedSeed, sealRevision }
  })
}
