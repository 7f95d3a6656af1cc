/**
 * The two WebAuthn ceremonies (WebAuthn L3, with its PRF extension), by `@simplewebauthn/browser`: the only place where a
 * PRF value is born. The library passes extensions through as they are: a PRF input goes in, and its result comes out, as
 * bytes; all else is base64url. Nothing here is kept.
 */
import { startAuthentication, startRegistration, WebAuthnAbortService } from '@simplewebauthn/browser'
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { fromBase64url, toBase64url } from '../../shared/bytes/base64url.ts'
import type { Creation, Input, Reply } from '../messages/contract.ts'
import { AskFailure } from '../messages/ask.ts'
import { keyFailure } from './key-failure.ts'

export type Registered = Omit<Input<'enrol.finish'>, 'pin'>
export type AssertionResult = Omit<Input<'unlock.finish'>, 'pin'>

/**
 * Makes a credential on a key, then proves at once that the key computes its PRF: `enabled` alone is a promise.
 * `onProof` is called between the two, when the key is to be touched a second time.
 * @throws AskFailure `no-prf`, `key-already-registered`, `key-cancelled`, `key-unusable`.
 */
export async function register(creation: Creation, signal: AbortSignal, onProof: () => void): Promise<Registered> {
  const made = await cancelledBy(signal, () =>
    startRegistration({
      optionsJSON: {
        rp: { id: creation.rpId, name: 'Cloison' },
        user: { id: creation.userId, name: `${creation.person}, ${creation.orgName}`, displayName: creation.person },
        challenge: creation.challenge,
        pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
        authenticatorSelection: {
          authenticatorAttachment: 'cross-platform',
          residentKey: 'required',
          requireResidentKey: true,
          userVerification: 'required',
        },
        hints: ['security-key'],
        excludeCredentials: creation.exclude.map((id) => ({ type: 'public-key', id })),
        attestation: creation.attested ? 'direct' : 'none',
        extensions: { prf: {} },
      },
    }),
  )
  if (made.clientExtensionResults.prf?.enabled !== true) throw new AskFailure('no-prf', {})
  onProof()
  const { clientDataJSON, attestationObject, transports = [] } = made.response
  const touched = await get(
    {
      rpId: creation.rpId,
      challenge: creation.proveChallenge,
      allowCredentials: [{ type: 'public-key', id: made.id, transports }],
    },
    creation.prfSalt,
    signal,
  )
  return { registration: { credentialId: made.id, clientDataJSON, attestationObject, transports }, ...touched }
}

/**
 * Unlocks with whichever credential of ours the key holds: nobody types a name on a new desk.
 * @throws AskFailure `no-prf`, `key-cancelled`, `key-unusable`.
 */
export async function getAssertion(
  { prfSalt, ...options }: Reply<'unlock.start'>,
  signal: AbortSignal,
): Promise<AssertionResult> {
  return get(options, prfSalt, signal)
}

/** As `getAssertion`, with the one credential that `allow` names. */
export async function assertWith(
  { prfSalt, allow, ...options }: Reply<'pin.start'>,
  signal: AbortSignal,
): Promise<AssertionResult> {
  return get({ ...options, allowCredentials: [{ type: 'public-key', id: allow }] }, prfSalt, signal)
}

type Wanted = Pick<PublicKeyCredentialRequestOptionsJSON, 'rpId' | 'challenge' | 'allowCredentials'>

async function get(wanted: Wanted, prfSalt: string, signal: AbortSignal): Promise<AssertionResult> {
  const given = await cancelledBy(signal, () =>
    startAuthentication({
      optionsJSON: {
        ...wanted,
        userVerification: 'required',
        hints: ['security-key'],
        extensions: { prf: { eval: { first: fromBase64url(prfSalt) } } },
      },
    }),
  )
  const { clientDataJSON, authenticatorData, signature, userHandle } = given.response
  const secret = given.clientExtensionResults.prf?.results?.first
  if (secret === undefined) throw new AskFailure('no-prf', {})
  const prf = takeText(secret)
  // Without a user handle this is no resident credential of ours: the keeper could not tell whose it is.
  if (userHandle === undefined) throw new AskFailure('key-unusable', {})
  return { assertion: { credentialId: given.id, clientDataJSON, authenticatorData, signature, userHandle }, prf }
}

/**
 * Returns what the ceremony gives. The library takes no signal: it has one of its own, made anew by each ceremony, which
 * ends the one before. Ours is passed on only while this ceremony runs, so that a late cancel ends no later one.
 * @throws AskFailure by `keyFailure`
 */
async function cancelledBy<T>(signal: AbortSignal, ceremony: () => Promise<T>): Promise<T> {
  const cancel = () => {
    WebAuthnAbortService.cancelCeremony()
  }
  signal.addEventListener('abort', cancel)
  try {
    signal.throwIfAborted()
    return await ceremony()
  } catch (thrown) {
    return keyFailure(thrown)
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}

/** Returns a secret as text, from here on its one copy: the browser's own bytes are overwritten. */
function takeText(secret: ArrayBuffer | ArrayBufferView): string {
  const bytes = ArrayBuffer.isView(secret)
    ? new Uint8Array(secret.buffer, secret.byteOffset, secret.byteLength)
    : new Uint8Array(secret)
  const text = toBase64url(bytes)
  bytes.fill(0)
  return text
}
