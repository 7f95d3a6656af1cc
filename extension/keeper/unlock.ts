import { fromBase64url, toBase64url } from '../../shared/bytes/base64url.ts'
import { concat, equal, wipe } from '../../shared/bytes/bytes.ts'
import type { Bytes } from '../../shared/bytes/bytes.ts'
import { idBytes } from '../../shared/bytes/ids.ts'
import type { MemberId, OrgId } from '../../shared/bytes/ids.ts'
import { Failure } from '../../shared/bytes/failure.ts'
import { stretchPin } from '../../shared/crypto/argon2.ts'
import { prfSalt, sealedSeedContext, webauthnChallenge } from '../../shared/crypto/contexts.ts'
import { memberKeys } from '../../shared/crypto/derive.ts'
import { openSeed, unlockKeys } from '../../shared/crypto/unlock.ts'
import { blind } from '../../shared/crypto/voprf-blind.ts'
import type { Assertion, Purpose } from '../../shared/protocol/unlock.ts'
import { call } from './api.ts'
import type { Desk } from './desk.ts'
import { openSession } from './session.ts'
import type { Session } from './session.ts'

/** `user.id` of every credential: version(1) ‖ member id(16) ‖ org id(32). */
export const userHandle = (member: MemberId, org: OrgId) => concat(Uint8Array.of(1), idBytes(member), idBytes(org))

/** A nonce of the server's and the challenge that the client builds from it: no other server can pass it on. */
export async function freshChallenge(desk: Desk, server: string, purpose: Purpose) {
  const { nonce } = await call(desk, server, 'nonce', { purpose })
  return { nonce, challenge: toBase64url(await webauthnChallenge(purpose, server, fromBase64url(nonce))) }
}

/** What the unlock window needs for the touch; the nonce waits in the session store for `finishUnlock`. */
export async function startUnlock(desk: Desk, server: string, rpId: string) {
  const { nonce, challenge } = await freshChallenge(desk, server, 'unlock')
  await desk.session.set('nonce', nonce)
  return { rpId, challenge, prfSalt: toBase64url(await prfSalt()) }
}

/** The PIN, stretched ahead while the person reaches for the key; memory only, dropped after use. */
export type Stretching = { pin: string; org: OrgId; stretched: Promise<Bytes> }
export function startStretching(pin: string, org: OrgId): Stretching {
  const stretched = stretchPin(pin, org)
  // Told to whoever uses it; nobody may.
  stretched.catch(() => undefined)
  return { pin, org, stretched }
}
export const stretchedPin = (ahead: Stretching | null, pin: string, org: OrgId): Promise<Bytes> =>
  ahead !== null && ahead.pin === pin && ahead.org === org ? ahead.stretched : stretchPin(pin, org)

/** The PIN was wrong (or the key's secret was): `triesLeft` of ten. */
export class WrongPin extends Failure {
  constructor(readonly triesLeft: number) {
    super('wrong-pin')
  }
}

/**
 * One touch, one round trip, then the proof that brings the session (P2). Throws WrongPin; Failure `wrong-org`,
 * `server-unreachable`, `bad-voprf-proof`; ServerRefusal `credential-dead`, `credential-unknown`, `pending`, `removed`.
 */
export async function finishUnlock(
  desk: Desk,
  server: string,
  org: OrgId,
  stretched: Promise<Bytes>,
  touch: { assertion: Assertion; prf: string },
): Promise<Session> {
  const nonce = await desk.session.get('nonce')
  await desk.session.remove('nonce')
  if (typeof nonce !== 'string') throw new Failure('bad-nonce')
  const s = await stretched
  const blinding = blind(s)
  const { assertion } = touch
  const reply = await call(desk, server, 'evaluate', { nonce, assertion, blinded: toBase64url(blinding.blinded) })
  const voprfPublicKey = fromBase64url(reply.voprfPublicKey)
  const y = blinding.finish(fromBase64url(reply.evaluation), fromBase64url(reply.proof), voprfPublicKey)
  const prf = fromBase64url(touch.prf)
  const credentialId = fromBase64url(assertion.credentialId)
  const keys = await unlockKeys({ prf, y, credentialId, voprfPublicKey })
  for (const secret of [s, y, prf]) wipe(secret)
  const context = sealedSeedContext({ credentialId, voprfPublicKey, revision: reply.sealRevision })
  const content = await openSeed(keys, context, fromBase64url(reply.sealedSeed)).catch((error: unknown) => {
    throw error instanceof Failure && error.code === 'wrong-pin-or-key' ? new WrongPin(reply.triesLeft) : error
  })
  wipe(keys.sealKey)
  // The touch itself says who and where: neither may be the server's choice.
  const handle = userHandle(content.member, content.org)
  if (content.org !== org || !equal(fromBase64url(assertion.userHandle), handle)) throw new Failure('wrong-org')
  const { sign } = await memberKeys(content.seed)
  const opened = await openSession(desk, server, sign, { org, attempt: reply.attempt })
  const { member, ledger } = content
  const seed = toBase64url(content.seed)
  const pinned = { sequence: ledger.sequence, hash: ledger.head }
  return { server, org, member, seed, pinned, ...opened, recent: [] }
}
