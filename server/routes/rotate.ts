import type { Hono } from 'hono'
import { get } from '../../shared/bytes/table.ts'
import { rotationSessionProof } from '../../shared/crypto/contexts.ts'
import { verify } from '../../shared/crypto/verify.ts'
import { membersOnly } from '../middleware/endpoint.ts'
import type { Services } from '../middleware/services.ts'
import { appendLedger } from '../store/append-ledger.ts'
import { landPinChange } from '../store/pin-changes.ts'
import { endOldKeys } from '../store/revoke.ts'
import { newSession } from '../store/sessions.ts'
import { badProof, needChangeProof } from './change-proof.ts'

/**
 * New keys of one's own, after the first half of a change of PIN: the entry, the new seed sealed under the new PIN, and the end
 * of all that held the old one land together, or nothing does. So whatever answer is lost, one PIN opens what the ledger says.
 */
export function rotateRoutes(app: Hono, services: Services): void {
  const { log, now, settings, sockets, tokens } = services

  membersOnly(app, services, 'rotateKeys', async ({ member, state, opened }, body) => {
    const { change, sealedSeed, append, thumbprint } = body
    const [{ org }, { credential }] = [state, opened]
    const of = { org, member, serverOrigin: settings.publicOrigin, change }
    await needChangeProof(settings.publicOrigin, { member, state }, body)

    const { after, landed } = await appendLedger(services, member, append, now(), async (tx, next) => {
      const proof = rotationSessionProof({ ...of, thumbprint })
      const newKey = get(next.members, member)?.signKey
      if (newKey === undefined || !(await verify(newKey, proof, body.sessionSignature))) throw badProof()
      await landPinChange(tx, { id: change, credential, sealedSeed }, now())
      const ended = await endOldKeys(tx, { member, credential }, now())
      return { ended, session: await newSession(tx, { member, credential, byTouch: false, thumbprint }, now()) }
    })
    // Never: what landed beside an entry is there when the entry is.
    if (landed === null) throw badProof()
    const { ended, session } = landed
    const { sequence } = after.head
    log.info('keys-rotated', { member, sequence, revoked: ended.revoked.length, sessions: ended.over.length })
    for (const one of ended.revoked) sockets.end(one, 'credential-revoked')
    for (const one of ended.over) sockets.end(one)
    sockets.tell({ kind: 'ledger', sequence }, () => true)
    return tokens.issue({ session: session.id, member, thumbprint }, session.expiresAt)
  })
}
