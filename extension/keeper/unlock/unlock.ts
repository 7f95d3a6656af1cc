import { fromBase64url, toBase64url } from '../../../shared/bytes/base64url.ts'
import { concat, equal, using, wipe } from '../../../shared/bytes/bytes.ts'
import type { Bytes } from '../../../shared/bytes/bytes.ts'
import { idBytes } from '../../../shared/bytes/ids.ts'
import type { AttemptId, MemberId, OrgId } from '../../../shared/bytes/ids.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import { prfSalt, sealedSeedContext, webauthnChallenge } from '../../../shared/crypto/contexts.ts'
import { memberKeys } from '../../../shared/crypto/derive.ts'
import { openSeed, unlockKeys } from '../../../shared/crypto/unlock.ts'
import type { SeedContent } from '../../../shared/crypto/unlock.ts'
import { blind } from '../../../shared/crypto/voprf-blind.ts'
import type { Blinding } from '../../../shared/crypto/voprf-blind.ts'
import type { Assertion, Purpose } from '../../../shared/protocol/unlock.ts'
import type { TouchAsked } from '../../messages/contract.ts'
import { call } from '../desk/api.ts'
import type { Desk } from '../desk/desk.ts'
import { noteSeal } from '../vault/seen-seals.ts'
import { openSession } from '../desk/session.ts'
import type { Session } from '../desk/session.ts'
import { readStored, removeStored, writeStored } from '../desk/session-store.ts'

/** `user.id` of every credential: version(1) ‖ member id(16) ‖ org id(32). */
export const userHandle = (member: MemberId, org: OrgId) => concat(Uint8Array.of(1), idBytes(member), idBytes(org))

/** A nonce of the server's and the challenge that the client builds from it: no other server can pass it on. */
export async function freshChallenge(desk: Desk, server: string, purpose: Purpose) {
  const { nonce } = await call(desk, server, 'nonce', { purpose })
  return { nonce, challenge: toBase64url(await webauthnChallenge(purpose, server, fromBase64url(nonce))) }
}

/** What a page needs for the touch; the nonce waits in the session store for the request that it is for. */
export async function startTouch(desk: Desk, server: string, rpId: string, purpose: Purpose): Promise<TouchAsked> {
  const { nonce, challenge } = await freshChallenge(desk, server, purpose)
  await writeStored(desk, 'nonce', nonce)
  return { rpId, challenge, prfSalt: toBase64url(await prfSalt()) }
}

/** The nonce of the touch that was asked for, once. Throws Failure `bad-nonce`. */
export async function takeNonce(desk: Desk): Promise<string> {
  const nonce = await readStored(desk, 'nonce')
  await removeStored(desk, 'nonce')
  if (nonce === null) throw new Failure('bad-nonce')
  return nonce
}

/** The PIN was wrong (or the key's secret was): `triesLeft` of ten. */
export class WrongPin extends Failure {
  constructor(readonly triesLeft: number) {
    super('wrong-pin')
  }
}

/** What the key gave: its assertion, and the PRF output (base64url). */
export type Touch = { assertion: Assertion; prf: string }
/** A sealed seed with what it is sealed under, besides key and PIN. */
type Sealed = { sealedSeed: string; sealRevision: number; voprfPublicKey: Uint8Array }

/**
 * Opens the sealed seed with key and PIN: `y` (64 bytes) is the caller's, to be wiped. Throws Failure `wrong-pin-or-key`,
 * `cannot-open`, and `wrong-org` unless it is the seed of whom the touch itself names, in `org`: neither may be the
 * server's choice.
 */
export async function openSealed(org: OrgId, touch: Touch, y: Uint8Array, sealed: Sealed): Promise<SeedContent> {
  const { voprfPublicKey, sealRevision: revision } = sealed
  const credentialId = fromBase64url(touch.assertion.credentialId)
  const keys = await using(fromBase64url(touch.prf), (prf) => unlockKeys({ prf, y, credentialId, voprfPublicKey }))
  const context = sealedSeedContext({ credentialId, voprfPublicKey, revision })
  const content = await using(keys.sealKey, () => openSeed(keys, context, fromBase64url(sealed.sealedSeed)))
  const handle = userHandle(content.member, content.org)
  if (content.org === org && equal(fromBase64url(touch.assertion.userHandle), handle)) return content
  wipe(content.seed)
  throw new Failure('wrong-org')
}

/** Says with `WrongPin` that key and PIN do not open it. */
export const orWrongPin = (triesLeft: number) => (error: unknown) => {
  throw error instanceof Failure && error.code === 'wrong-pin-or-key' ? new WrongPin(triesLeft) : error
}

/** Whoever has the seed signs for a session. Uses the seed up. Throws Failure `old-seal`; as `call`. */
export async function signIn(
  desk: Desk,
  server: string,
  { seed, org, member, ledger }: SeedContent,
  by: { attempt: AttemptId; credential: string; sealRevision: number },
): Promise<Session> {
  const { sign, receive, self, cache } = await memberKeys(seed)
  try {
    await noteSeal(desk, { org, me: member, keys: { cache } }, by.credential, by.sealRevision)
    const opened = await openSession(desk, server, sign, { org, attempt: by.attempt })
    const pinned = { sequence: ledger.sequence, hash: ledger.head }
    const { credential } = by
    return {
      server,
      org,
      member,
      seed: toBase64url(seed),
      pinned,
      ...opened,
      credential,
      keys: null,
      recent: [],
      client: null,
    }
  } finally {
    for (const secret of [seed, ...receive.secrets, self, cache]) wipe(secret)
  }
}

/**
 * One touch, one round trip, then the proof that brings the session (P2). Gives y and its VOPRF key too: y is the caller's,
 * to be wiped. Throws WrongPin; Failure `wrong-org`, `old-seal`, `server-unreachable`, `bad-voprf-proof`; ServerRefusal
 * `credential-dead`, `credential-unknown`, `credential-revoked`, `pending`, `removed`.
 */
export async function finishUnlock(
  desk: Desk,
  server: string,
  org: OrgId,
  stretched: Promise<Bytes>,
  touch: Touch,
): Promise<{ session: Session; y: Bytes; voprfPublicKey: Bytes }> {
  const nonce = await takeNonce(desk)
  const blinding = await using(await stretched, blind)
  const { assertion } = touch
  const reply = await call(desk, server, 'evaluate', { nonce, assertion, blinded: toBase64url(blinding.blinded) })
  const { voprfPublicKey, y } = hardened(blinding, reply)
  try {
    const sealed = { ...reply, voprfPublicKey }
    const content = await openSealed(org, touch, y, sealed).catch(orWrongPin(reply.triesLeft))
    const { attempt, sealRevision } = reply
    const by = { attempt, sealRevision, credential: assertion.credentialId }
    return { session: await signIn(desk, server, content, by), y, voprfPublicKey }
  } catch (error) {
    wipe(y)
    throw error
  }
}

/** y (64 bytes) from the server's half, once its proof holds. Throws Failure `bad-voprf-proof`, `bad-element`. */
export function hardened(
  blinding: Blinding,
  said: { evaluation: string; proof: string; voprfPublicKey: string },
): { y: Bytes; voprfPublicKey: Bytes } {
  const voprfPublicKey = fromBase64url(said.voprfPublicKey)
  return {
    voprfPublicKey,
    y: blinding.finish(fromBase64url(said.evaluation), fromBase64url(said.proof), voprfPublicKey),
  }
}
