import type { MemberId } from '../../../shared/bytes/ids.ts'
import type { AttestationLook, KeyUse } from '../../../shared/protocol/credentials.ts'
import type { KeyView } from '../../messages/views.ts'
import { callAs } from '../desk/call-as.ts'
import type { Open } from '../vault/open.ts'

/**
 * Returns a member's FIDO keys, oldest first. A person may see their own keys, and those of anybody whose keys they may revoke.
 * Throws as `callAs`.
 */
export async function fetchKeys({ desk, session, vault }: Open, member: MemberId): Promise<KeyView[]> {
  const { credentials } =
    member === vault.me
      ? await callAs(desk, session, 'credentials', null)
      : await callAs(desk, session, 'memberCredentials', null, { id: member })
  const names = vault.settings.keyNames
  return credentials.map((one) => ({ ...one, inUse: one.id === session.credential, label: names.get(one.id) ?? null }))
}

/**
 * Returns how current the server's FIDO metadata is, against which it checks attestations (null for none), and how many of the members'
 * keys have a verified model. Throws as `callAs`.
 */
export const readAttestation = ({ desk, session }: Open): Promise<AttestationLook> =>
  callAs(desk, session, 'attestation', null)

/** Returns how many keys each member has whose keys this person may revoke, and when they last unlocked. Throws as `callAs`. */
export const readKeyUse = async ({ desk, session }: Open): Promise<KeyUse[]> =>
  (await callAs(desk, session, 'keyUse', null)).people

/** Revokes a FIDO key: it unlocks no device any more, and the server ends the sessions that it unlocked. Throws as `callAs`. */
export async function revokeKey({ desk, session }: Open, member: MemberId, credential: string): Promise<void> {
  await callAs(desk, session, 'revokeCredential', { member, credential })
}
