import type { MemberId } from '../../../shared/bytes/ids.ts'
import type { AttestationLook } from '../../../shared/protocol/credentials.ts'
import type { KeyView } from '../../messages/views.ts'
import { callAs } from '../desk/call-as.ts'
import type { Open } from '../vault/open.ts'

/** A member's FIDO keys, oldest first: one's own, or anybody's whose keys one may take. Throws as `call`. */
export async function keysOf({ desk, session, vault }: Open, member: MemberId): Promise<KeyView[]> {
  const { credentials } =
    member === vault.me
      ? await callAs(desk, session, 'credentials', null)
      : await callAs(desk, session, 'memberCredentials', null, { id: member })
  return credentials.map((one) => ({ ...one, inUse: one.id === session.credential }))
}

/** What the server would check the make of a key against, and how many keys are proved. Throws as `call`. */
export const lookAtAttestation = ({ desk, session }: Open): Promise<AttestationLook> =>
  callAs(desk, session, 'attestation', null)

/** Takes a key away: it opens nothing any more, anywhere, and what it opened locks. Throws as `call`. */
export async function revokeKey({ desk, session }: Open, member: MemberId, credential: string): Promise<void> {
  await callAs(desk, session, 'revokeCredential', { member, credential })
}
