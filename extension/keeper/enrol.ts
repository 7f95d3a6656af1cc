import { fromBase64url, toBase64url } from '../../shared/bytes/base64url.ts'
import { wipe } from '../../shared/bytes/bytes.ts'
import type { Bytes } from '../../shared/bytes/bytes.ts'
import { sealedSeedContext } from '../../shared/crypto/contexts.ts'
import { memberKeys } from '../../shared/crypto/derive.ts'
import { memberSeed } from '../../shared/crypto/keys.ts'
import { sealSeed, unlockKeys } from '../../shared/crypto/unlock.ts'
import { blind } from '../../shared/crypto/voprf-blind.ts'
import type { Registration } from '../../shared/protocol/enrol.ts'
import type { Assertion } from '../../shared/protocol/unlock.ts'
import { call } from './api.ts'
import { endCeremony, readCeremony } from './ceremony.ts'
import type { Ceremony } from './ceremony.ts'
import type { Desk } from './desk.ts'
import { freshToken, openSession } from './session.ts'
import type { Session } from './session.ts'

const SEAL_REVISION = 1

/**
 * Registers the key with the server and seals the seed under PRF and PIN together (P2). After set-up the touch also
 * opens the first session; a newcomer waits for a click, a further key changes nothing for who is unlocked.
 * @returns the session after set-up, else null. Throws what `call` throws, Failure `bad-voprf-proof`.
 */
export async function finishEnrolment(
  desk: Desk,
  session: Session | null,
  stretch: (ceremony: Ceremony) => Promise<Bytes>,
  touched: { registration: Registration; assertion: Assertion; prf: string },
): Promise<Session | null> {
  const ceremony = await readCeremony(desk)
  const { server, org, member, pinned } = ceremony
  const token = session === null ? {} : { token: await freshToken(desk, session) }
  const { registration, assertion } = touched
  const s = await stretch(ceremony)
  const blinding = blind(s)
  const begun = await call(
    desk,
    server,
    'enrolBegin',
    {
      authority: ceremony.authority,
      org,
      member,
      registrationNonce: ceremony.registrationNonce,
      registration,
      assertionNonce: ceremony.assertionNonce,
      assertion,
      blinded: toBase64url(blinding.blinded),
    },
    token,
  )
  const voprfPublicKey = fromBase64url(begun.voprfPublicKey)
  const y = blinding.finish(fromBase64url(begun.evaluation), fromBase64url(begun.proof), voprfPublicKey)
  const prf = fromBase64url(touched.prf)
  const credentialId = fromBase64url(registration.credentialId)
  const keys = await unlockKeys({ prf, y, credentialId, voprfPublicKey })
  for (const secret of [s, y, prf]) wipe(secret)
  const seed = memberSeed(fromBase64url(ceremony.seed))
  const content = { seed, org, member, keyGeneration: 1, ledger: { sequence: pinned.sequence, head: pinned.hash } }
  const context = sealedSeedContext({ credentialId, voprfPublicKey, revision: SEAL_REVISION })
  const sealedSeed = toBase64url(await sealSeed(keys, context, content))
  wipe(keys.sealKey)
  const finish = { enrolment: begun.enrolment, sealedSeed, sealRevision: SEAL_REVISION, outcome: ceremony.outcome }
  const { attempt } = await call(desk, server, 'enrolFinish', finish, token)
  await endCeremony(desk)
  if (attempt === null) return null
  const { sign } = await memberKeys(seed)
  const opened = await openSession(desk, server, sign, { org, attempt })
  return { server, org, member, seed: ceremony.seed, pinned, ...opened, recent: [] }
}
