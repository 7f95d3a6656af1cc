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
import type { AssertionRequest } from '../../messages/contract.ts'
import { call } from '../desk/api.ts'
import type { Desk } from '../desk/desk.ts'
import { noteSeal } from '../vault/seen-seals.ts'
import { openSession } from '../desk/session.ts'
import type { Session } from '../desk/session.ts'
import { readStored, removeStored, writeStored } from '../desk/session-store.ts'

/** Returns the WebAuthn `user.id` of every credential, 49 bytes: version (1) ‖ member id (16) ‖ org id (32). */
export const userHandle = (member: MemberId, org: OrgId) => concat(Uint8Array.of(1), idBytes(member), idBytes(org))

/**
 * Fetches a nonce and returns it with the WebAuthn challenge that the client derives from it (both base64url). The challenge binds
 * purpose and server origin, so that another server cannot relay the nonce of this one. Throws as `call`.
 */
export async function freshChallenge(desk: Desk, server: string, purpose: Purpose) {
  const { nonce } = await call(desk, server, 'nonce', { purpose })
  return { nonce, challenge: toBase64url(await webauthnChallenge(purpose, server, fromBase64url(nonce))) }
}

/**
 * Returns what a page needs to ask the FIDO key for an assertion. The nonce waits in the session store until `takeNonce`.
 * Throws as `call`.
 */
export async function startAssertion(
  desk: Desk,
  server: string,
  rpId: string,
  purpose: Purpose,
): Promise<AssertionRequest> {
  const { nonce, challenge } = await freshChallenge(desk, server, purpose)
  await writeStored(desk, 'nonce', nonce)
  return { rpId, challenge, prfSalt: toBase64url(await prfSalt()) }
}

/** Returns and removes the nonce of the assertion that was asked for. Throws Failure `bad-nonce` where there is none. */
export async function takeNonce(desk: Desk): Promise<string> {
  const nonce = await readStored(desk, 'nonce')
  await removeStored(desk, 'nonce')
  if (nonce === null) throw new Failure('bad-nonce')
  return nonce
}

/** The PIN was wrong (or the PRF output was): `triesLeft` of ten remain. */
export class WrongPin extends Failure {
  constructor(readonly triesLeft: number) {
    super('wrong-pin')
  }
}

/** What the FIDO key answered: its assertion, and the PRF output (base64url of 32 bytes). */
export type KeyAssertion = { assertion: Assertion; prf: string }
/** A sealed seed (base64url), and what its seal binds besides FIDO key and PIN. */
type Sealed = { sealedSeed: string; sealRevision: number; voprfPublicKey: Uint8Array }

/**
 * Opens the sealed seed with PRF output and `y`, the PIN's VOPRF output (64 bytes; the caller wipes it). Returns its content: the
 * caller wipes the seed.
 * @throws Failure `wrong-pin-or-key`, `cannot-open`; `wrong-org` unless the seed belongs to `org` and to the member whom the
 *   assertion's user handle names: the server must not choose either
 */
export async function openSealed(org: OrgId, touch: KeyAssertion, y: Uint8Array, sealed: Sealed): Promise<SeedContent> {
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

/** Returns an error handler that throws `WrongPin` for `wrong-pin-or-key`, and any other error as it is. */
export const throwWrongPin = (triesLeft: number) => (error: unknown) => {
  throw error instanceof Failure && error.code === 'wrong-pin-or-key' ? new WrongPin(triesLeft) : error
}

/**
 * Opens a session with a signature by the member's key, and returns it. Overwrites the seed.
 * @throws Failure `old-seal` where this device has opened a newer sealed seed of this credential; what `call` throws
 */
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
 * Unlocks with FIDO key and PIN: one assertion, one VOPRF evaluation at the server, then the session (P2). Returns the session, y
 * (64 bytes; the caller wipes it) and the VOPRF public key (32 bytes) of y.
 * @param stretched the PIN after Argon2id; overwritten here
 * @throws WrongPin; Failure `wrong-org`, `old-seal`, `server-unreachable`, `bad-voprf-proof`; ServerRefusal `credential-dead`,
 *   `credential-unknown`, `credential-revoked`, `pending`, `removed`
 */
export async function finishUnlock(
  desk: Desk,
  server: string,
  org: OrgId,
  stretched: Promise<Bytes>,
  touch: KeyAssertion,
): Promise<{ session: Session; y: Bytes; voprfPublicKey: Bytes }> {
  const nonce = await takeNonce(desk)
  const blinding = await using(await stretched, blind)
  const { assertion } = touch
  const reply = await call(desk, server, 'evaluate', { nonce, assertion, blinded: toBase64url(blinding.blinded) })
  const { voprfPublicKey, y } = finishHardening(blinding, reply)
  try {
    const sealed = { ...reply, voprfPublicKey }
    const content = await openSealed(org, touch, y, sealed).catch(throwWrongPin(reply.triesLeft))
    const { attempt, sealRevision } = reply
    const by = { attempt, sealRevision, credential: assertion.credentialId }
    return { session: await signIn(desk, server, content, by), y, voprfPublicKey }
  } catch (error) {
    wipe(y)
    throw error
  }
}

/**
 * Returns y, the PIN's VOPRF output (64 bytes; RFC 9497), and the server's public key for it (32 bytes), after checking the server's proof.
 * Throws Failure `bad-voprf-proof`, `bad-element`.
 */
export function finishHardening(
  blinding: Blinding,
  answer: { evaluation: string; proof: string; voprfPublicKey: string },
): { y: Bytes; voprfPublicKey: Bytes } {
  const voprfPublicKey = fromBase64url(answer.voprfPublicKey)
  return {
    voprfPublicKey,
    y: blinding.finish(fromBase64url(answer.evaluation), fromBase64url(answer.proof), voprfPublicKey),
  }
}
