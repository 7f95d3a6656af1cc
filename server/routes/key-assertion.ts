import { get } from '../../shared/bytes/table.ts'
import type { Assertion, Purpose } from '../../shared/protocol/unlock.ts'
import type { Services } from '../middleware/services.ts'
import { checkAssertion } from '../middleware/touch.ts'
import { credentialOf } from '../store/credentials.ts'
import type { Credential } from '../store/credentials.ts'
import { useNonces } from '../store/nonces.ts'
import { Problem } from '../store/problem.ts'
import { credentialUnknown, whyUnknown } from '../store/revoke.ts'

/**
 * A touch of an enrolled key, for this purpose and with a nonce that is used up by it; the key's new signature counter is
 * the caller's to keep. Throws `bad-nonce`, `credential-unknown`, `credential-revoked`, `bad-assertion`, `removed`.
 */
export async function checkKeyAssertion(
  services: Services,
  purpose: Purpose,
  nonce: string,
  assertion: Assertion,
): Promise<{ key: Credential; counter: number }> {
  const { db, ledger, now, settings } = services
  await useNonces(services, now(), { purpose, nonce })
  const state = ledger.current()
  if (state === null) throw credentialUnknown()
  const key = await credentialOf(db, assertion.credentialId)
  if (key === null) throw await whyUnknown(db, assertion.credentialId)
  const { member } = key
  const counter = await checkAssertion(settings, { purpose, nonce }, assertion, key, { member, org: state.org })
  const removedAt = get(state.members, member)?.removedAt ?? null
  if (removedAt !== null) throw new Problem('removed', 'This member was removed.')
  return { key, counter }
}
