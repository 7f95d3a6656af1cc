import type { Hono } from 'hono'
import { mayTakeKeys } from '../../shared/access/keys.ts'
import type { Aaguid } from '../../shared/bytes/aaguid.ts'
import type { MemberId } from '../../shared/bytes/ids.ts'
import { get } from '../../shared/bytes/table.ts'
import { isMember } from '../../shared/ledger/replay/level.ts'
import { line, memberId } from '../../shared/protocol/primitives.ts'
import { isOld } from '../metadata.ts'
import type { Metadata } from '../metadata.ts'
import type { Asker } from '../middleware/authenticate.ts'
import { membersOnly } from '../middleware/endpoint.ts'
import type { Services } from '../middleware/services.ts'
import { transact } from '../store/connection.ts'
import { countKeys, credentialsOf } from '../store/credentials.ts'
import { badField, Problem } from '../store/problem.ts'
import { revokeCredential } from '../store/revoke.ts'

/** A person's keys: which there are, and taking one away. That gives nobody anything, so a session is enough for it. */
export function credentialRoutes(app: Hono, services: Services): void {
  const { db, log, metadata, now, sockets } = services
  const keysOf = async (member: MemberId) => ({
    credentials: (await credentialsOf(db, member)).map(({ aaguid, attested, ...key }) => ({
      ...key,
      model: modelOf(metadata, aaguid, attested),
    })),
  })

  membersOnly(app, services, 'credentials', async ({ member }) => keysOf(member))

  membersOnly(app, services, 'memberCredentials', async (asker, _, c) => {
    const id = memberId.safeParse(c.req.param('id'))
    if (!id.success) throw badField('id', 'Not a member.')
    needRight(asker, id.data)
    return keysOf(id.data)
  })

  membersOnly(app, services, 'keyUse', async ({ state, member: by }) => {
    const role = get(state.members, by)?.role
    if (role !== 'owner' && role !== 'admin') throw new Problem('not-allowed', 'For owners and admins.')
    const counted = await countKeys(db)
    return {
      people: counted.flatMap(({ member, keys, usedAt }) =>
        isMember(state, member) && mayTakeKeys(state, by, member) ? [{ member, keys, usedAt }] : [],
      ),
    }
  })

  membersOnly(app, services, 'attestation', async ({ state, member }) => {
    if (get(state.members, member)?.role !== 'owner')
      throw new Problem('not-allowed', 'For owners, who set the policy.')
    const counted = (await countKeys(db)).filter((one) => isMember(state, one.member))
    const sum = (what: 'keys' | 'proved') => counted.reduce((all, one) => all + one[what], 0)
    const said = metadata && { nextUpdate: Date.parse(metadata.nextUpdate), old: isOld(metadata, now()) }
    return { metadata: said, keys: sum('keys'), proved: sum('proved') }
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

const noModel = /^[0-]*$/

function modelOf(metadata: Metadata | null, aaguid: Aaguid | null, attested: boolean) {
  if (aaguid === null || noModel.test(aaguid)) return null
  const name = line(200).safeParse(metadata?.models.get(aaguid)?.name.trim())
  return { aaguid, name: name.success ? name.data : null, attested }
}

function needRight({ state, member: by }: Asker, of: MemberId): void {
  if (!mayTakeKeys(state, by, of)) throw new Problem('not-allowed', 'Their own keys, or an owner or admin.')
}
