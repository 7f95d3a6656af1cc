import type { Hono } from 'hono'
import { mayTakeKeys } from '../../shared/access/keys.ts'
import type { MemberId } from '../../shared/bytes/ids.ts'
import { get } from '../../shared/bytes/table.ts'
import { memberId } from '../../shared/protocol/primitives.ts'
import type { Asker } from '../middleware/authenticate.ts'
import { membersOnly } from '../middleware/endpoint.ts'
import type { Services } from '../middleware/services.ts'
import { transact } from '../store/connection.ts'
import { credentialsOf } from '../store/credentials.ts'
import { badField, Problem } from '../store/problem.ts'
import { revokeCredential } from '../store/revoke.ts'

/** A person's keys: which there are, and taking one away. That gives nobody anything, so a session is enough for it. */
export function credentialRoutes(app: Hono, services: Services): void {
  const { db, log, now, sockets } = services

  membersOnly(app, services, 'credentials', async ({ member }) => ({ credentials: await credentialsOf(db, member) }))

  membersOnly(app, services, 'memberCredentials', async (asker, _, c) => {
    const id = memberId.safeParse(c.req.param('id'))
    if (!id.success) throw badField('id', 'Not a member.')
    needRight(asker, id.data)
    return { credentials: await credentialsOf(db, id.data) }
  })

  membersOnly(app, services, 'revokeCredential', async (asker, { member, credential }) => {
    needRight(asker, member)
    if (credential === asker.opened.credential) throw new Problem('key-in-use', 'This is the key you unlocked with.')
    // One owner must not be able to leave another without a key: an owner goes by two signatures only.
    const keepOne = get(asker.state.members, member)?.role === 'owner'
    const ended = await transact(db, (tx) => revokeCredential(tx, { member, credential, keepOne }, now()))
    for (const session of ended) sockets.end(session, 'credential-revoked')
    log.info('credential-revoked', { member, by: asker.member, sessions: ended.length })
    return null
  })
}

function needRight({ state, member: by }: Asker, of: MemberId): void {
  if (!mayTakeKeys(state, by, of)) throw new Problem('not-allowed', 'Their own keys, or an owner or admin.')
}
