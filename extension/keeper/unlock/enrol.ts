import { fromBase64url, toBase64url } from '../../../shared/bytes/base64url.ts'
import { using, wipe } from '../../../shared/bytes/bytes.ts'
import type { Bytes } from '../../../shared/bytes/bytes.ts'
import { sealedSeedContext } from '../../../shared/crypto/contexts.ts'
import { memberKeys } from '../../../shared/crypto/derive.ts'
import { memberSeed } from '../../../shared/crypto/keys.ts'
import { sealSeed, unlockKeys } from '../../../shared/crypto/unlock.ts'
import { blind } from '../../../shared/crypto/voprf-blind.ts'
import type { Registration } from '../../../shared/protocol/enrol.ts'
import type { Assertion } from '../../../shared/protocol/unlock.ts'
import type { AttemptId } from '../../../shared/bytes/ids.ts'
import { ServerRefusal, call, isOutcomeUnknown } from '../desk/api.ts'
import { callAs } from '../desk/call-as.ts'
import { endCeremony } from './ceremony.ts'
import type { Ceremony } from './ceremony.ts'
import type { Desk } from '../desk/desk.ts'
import { openSession } from '../desk/session.ts'
import type { Session } from '../desk/session.ts'

const SEAL_REVISION = 1

/**
 * Registers the FIDO key with the server and seals the seed under PRF output and PIN together (P2). An invited person then waits
 * until a colleague confirms them; a further key does not change the session of the unlocked person.
 * @param stretched the PIN after Argon2id; overwritten here
 * @param session the session of the unlocked person for a further key, null for set-up and for joining
 * @returns after set-up the id of the attempt that `firstSession` names, or null where the answer was lost; else null
 * @throws what `call` throws; Failure `bad-voprf-proof`
 */
export async function finishEnrolment(
  desk: Desk,
  session: Session | null,
  ceremony: Ceremony,
  stretched: Promise<Bytes>,
  keyAnswer: { registration: Registration; assertion: Assertion; prf: string },
): Promise<AttemptId | null> {
  const { server, org, member, pinned, keyGeneration } = ceremony
  const { registration, assertion } = keyAnswer
  const s = await stretched
  const blinding = blind(s)
  const begin = {
    authority: ceremony.authority,
    org,
    member,
    registrationNonce: ceremony.registrationNonce,
    registration,
    assertionNonce: ceremony.assertionNonce,
    assertion,
    blinded: toBase64url(blinding.blinded),
  }
  const begun = await (session === null
    ? call(desk, server, 'enrolBegin', begin)
    : callAs(desk, session, 'enrolBegin', begin))
  const voprfPublicKey = fromBase64url(begun.voprfPublicKey)
  const y = blinding.finish(fromBase64url(begun.evaluation), fromBase64url(begun.proof), voprfPublicKey)
  const prf = fromBase64url(keyAnswer.prf)
  const credentialId = fromBase64url(registration.credentialId)
  const keys = await unlockKeys({ prf, y, credentialId, voprfPublicKey })
  for (const secret of [s, y, prf]) wipe(secret)
  const context = sealedSeedContext({ credentialId, voprfPublicKey, revision: SEAL_REVISION })
  const ledger = { sequence: pinned.sequence, head: pinned.hash }
  const sealed = await using(memberSeed(fromBase64url(ceremony.seed)), (seed) =>
    using(keys.sealKey, () => sealSeed(keys, context, { seed, org, member, keyGeneration, ledger })),
  )
  const sealedSeed = toBase64url(sealed)
  const finish = { enrolment: begun.enrolment, sealedSeed, sealRevision: SEAL_REVISION, outcome: ceremony.outcome }
  const ask = async () => (await call(desk, server, 'enrolFinish', finish)).attempt
  const attempt = await ask().catch((error: unknown) => {
    if (isOutcomeUnknown(error)) return askAgain(ask)
    throw error
  })
  await endCeremony(desk)
  return attempt
}

/**
 * Asks once more after the answer was lost. The server finishes an enrolment once and in one transaction: `not-found` now means
 * that the first request finished it. Then the attempt's id is lost, so this returns null.
 */
async function askAgain(ask: () => Promise<AttemptId | null>): Promise<AttemptId | null> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof ServerRefusal && error.code === 'not-found') return null
    throw error
  }
}

/** Returns the founder's first session. The assertion of the enrolment counts, so no second one is needed. Throws as `call`. */
export async function firstSession(
  desk: Desk,
  ceremony: Ceremony,
  attempt: AttemptId,
  credential: string,
): Promise<Session> {
  const { server, org, member, seed, pinned } = ceremony
  const { sign } = await using(memberSeed(fromBase64url(seed)), memberKeys)
  const opened = await openSession(desk, server, sign, { org, attempt })
  return { server, org, member, seed, pinned, ...opened, credential, keys: null, recent: [], client: null }
}
