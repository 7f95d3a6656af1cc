import { get } from '../../shared/bytes/table.ts'
import { stands } from '../../shared/ledger/replay/people.ts'
import type { Hono } from 'hono'
import { openTo } from '../middleware/endpoint.ts'
import type { Services } from '../middleware/services.ts'
import { inviteeName } from '../store/people.ts'
import { joinOf } from '../store/enrolments.ts'
import { newNonce } from '../store/nonces.ts'
import { badField, Problem } from '../store/problem.ts'
import { invitationId } from '../../shared/protocol/primitives.ts'

/** What a desk asks before anybody is known: who this is, a nonce, whether a code or an invitation is any good. */
export function beginRoutes(app: Hono, services: Services): void {
  const { db, ledger, now, settings, setupCode } = services

  openTo(app, services, 'hello', async () => {
    const state = ledger.current()
    const org = state === null ? null : { id: state.org, name: state.name }
    return { product: 'cloison', version: 1, origin: settings.publicOrigin, org }
  })

  openTo(app, services, 'nonce', async ({ purpose }) => ({ nonce: await newNonce(services, purpose, now()) }))

  openTo(app, services, 'setupCheck', async ({ code }) => {
    await setupCode.check(code)
    return null
  })

  openTo(app, services, 'invitation', async (_, c) => {
    const id = invitationId.safeParse(c.req.param('id'))
    if (!id.success) throw badField('id', 'Not an invitation.')
    const state = ledger.current()
    const invitation = state === null ? null : get(state.invitations, id.data)
    if (state === null || invitation === null || !stands(state, invitation))
      throw new Problem('invitation-unknown', 'No such invitation.')
    const asked = await joinOf(db, id.data)
    const name = (await inviteeName(db, id.data, invitation.usedBy)) ?? '–'
    const expired = Math.max(now(), state.time) > invitation.expires
    const answered = invitation.usedBy === null ? (asked === null ? null : 'asked') : 'used'
    return { org: state.org, orgName: state.name, name, state: answered ?? (expired ? 'expired' : 'open') }
  })
}
