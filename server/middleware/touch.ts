import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server'
import { aaguidIn } from '../../shared/bytes/aaguid.ts'
import { toBase64url } from '../../shared/bytes/base64url.ts'
import { concat, plain } from '../../shared/bytes/bytes.ts'
import { idBytes } from '../../shared/bytes/ids.ts'
import type { MemberId, OrgId } from '../../shared/bytes/ids.ts'
import { fromBase64url } from '../../shared/bytes/base64url.ts'
import { hash, parseId } from '../../shared/bytes/ids.ts'
import { webauthnChallenge } from '../../shared/crypto/contexts.ts'
import type { Registration } from '../../shared/protocol/enrol.ts'
import type { Assertion, Purpose } from '../../shared/protocol/unlock.ts'
import { Problem } from '../store/problem.ts'
import type { Claim } from './attestation.ts'

type Settings = Readonly<{ publicOrigin: string; extensionId: string }>
export type RegisteredKey = { id: string; publicKey: string; counter: number }

const bad = () => new Problem('bad-assertion', 'The key did not prove what it should.')

/** P3: only pages of our own extension make these, under the extension's own RP id, for this server and this nonce. */
async function expected({ publicOrigin, extensionId }: Settings, purpose: Purpose, nonce: string) {
  const challenge = await webauthnChallenge(purpose, publicOrigin, idBytes(parseId(hash, nonce)))
  const origin = `chrome-extension://${extensionId}`
  return {
    expectedChallenge: toBase64url(challenge),
    expectedOrigin: origin,
    // An extension asks for its id as RP id, and Chromium hashes its whole origin: no web domain can have that hash.
    expectedRPID: origin,
    requireUserVerification: true,
  }
}

/** Checks a new key's registration (WebAuthn L3, 7.1); which model it claims is for `checkAttestation` to judge. Throws `bad-assertion`. */
export async function checkRegistration(
  settings: Settings,
  nonce: string,
  { credentialId: id, clientDataJSON, attestationObject }: Registration,
): Promise<RegisteredKey & Claim> {
  const response = {
    id,
    rawId: id,
    type: 'public-key' as const,
    clientExtensionResults: {},
    response: { clientDataJSON, attestationObject },
  }
  const rules = await expected(settings, 'enrol', nonce)
  const { registrationInfo } = await verifyRegistrationResponse({ response, ...rules }).catch(() => {
    throw bad()
  })
  const aaguid = aaguidIn(registrationInfo?.aaguid ?? '')
  if (registrationInfo?.credential.id !== id || aaguid === null) throw bad()
  const { publicKey, counter } = registrationInfo.credential
  const { attestationObject: object } = registrationInfo
  return { id, publicKey: toBase64url(publicKey), counter, aaguid, attestationObject: object }
}

/** `user.id` of every credential: version(1) ‖ member(16) ‖ org(32). */
const userHandle = (member: MemberId, org: OrgId) =>
  toBase64url(concat(Uint8Array.of(1), idBytes(member), idBytes(org)))

/**
 * Checks a touch with user verification (WebAuthn L3, 7.2) of that key, and whose it is. Gives the key's new signature
 * counter. Throws `bad-assertion`.
 */
export async function checkAssertion(
  settings: Settings,
  challenge: { purpose: Purpose; nonce: string },
  assertion: Assertion,
  key: RegisteredKey,
  owner: { member: MemberId; org: OrgId },
): Promise<number> {
  const { credentialId: id, ...response } = assertion
  if (id !== key.id || assertion.userHandle !== userHandle(owner.member, owner.org)) throw bad()
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response },
    ...(await expected(settings, challenge.purpose, challenge.nonce)),
    credential: { id, publicKey: plain(fromBase64url(key.publicKey)), counter: key.counter },
  }).catch(() => {
    throw bad()
  })
  if (!verified) throw bad()
  return authenticationInfo.newCounter
}
