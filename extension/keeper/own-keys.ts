import type { MemberId } from '../../shared/bytes/ids.ts'
import type { AttestationLook } from '../../shared/protocol/credentials.ts'
import type { KeyView } from '../messages/views.ts'
import { call } from './api.ts'
import type { Open } from './keeper.ts'
import { freshToken } from './session.ts'

/** A member's FIDO keys, oldest first: one's own, or anybody's whose keys one may take. Throws as `call`. */
export async function keysOf({ desk, session, vault }: Open, member: MemberId): Promise<KeyView[]> {
  const token = await freshToken(desk, session)
  const { credentials } =
    member === vault.me
      ? await call(desk, session.server, 'credentials', null, { token })
      : await call(desk, session.server, 'memberCredentials', null, { token, id: member })
  return credentials.map((one) => ({ ...one, inUse: one.id === session.credential }))
}

/** What the server would check the make of a key against, and how many keys are proved. Throws as `call`. */
export async function lookAtAttestation({ desk, session }: Open): Promise<AttestationLook> {
  return call(desk, session.server, 'attestation', null, { token: await freshToken(desk, session) })
}

/** Takes a key away: it opens nothing any more, anywhere, and what it opened locks. Throws as `call`. */
export async function revokeKey({ desk, session }: Open, member: MemberId, credential: string): Promise<void> {
  await call(
    desk,
    session.server,
    'revokeCredential',
    { member, credential },
    { token: await freshToken(desk, session) },
  )
}
