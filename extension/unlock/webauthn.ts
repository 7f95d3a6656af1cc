/**
 * The two WebAuthn ceremonies (WebAuthn L3, with its PRF extension): the only place where a PRF value is born. The
 * browser's own JSON forms carry every byte as base64url; nothing here is kept.
 */
import type { Creation, Input, Reply } from '../messages/contract.ts'
import { AskFailure } from '../messages/ask.ts'
import { keyFailure } from './key-failure.ts'

export type Registered = Omit<Input<'enrol.finish'>, 'pin'>
export type Touched = Omit<Input<'unlock.finish'>, 'pin'>

/**
 * Makes a credential on a key, then proves at once that the key computes its PRF: `enabled` alone is a promise.
 * `onProof` is called between the two, when the key is to be touched a second time.
 * @throws AskFailure `no-prf`, `key-already-registered`, `key-cancelled`, `key-unusable`.
 */
export async function register(creation: Creation, signal: AbortSignal, onProof: () => void): Promise<Registered> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON({
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
  })
  const made = await navigator.credentials.create({ publicKey, signal }).catch(keyFailure)
  if (!(made instanceof PublicKeyCredential)) throw new AskFailure('key-unusable', {})
  const json = made.toJSON()
  if (!('attestationObject' in json.response)) throw new AskFailure('key-unusable', {})
  if (made.getClientExtensionResults().prf?.enabled !== true) throw new AskFailure('no-prf', {})
  onProof()
  const touched = await get(
    {
      rpId: creation.rpId,
      challenge: creation.proveChallenge,
      allowCredentials: [{ type: 'public-key', id: json.id, transports: json.response.transports }],
    },
    creation.prfSalt,
    signal,
  )
  const { clientDataJSON, attestationObject, transports } = json.response
  return { registration: { credentialId: json.id, clientDataJSON, attestationObject, transports }, ...touched }
}

/**
 * Unlocks with whichever credential of ours the key holds: nobody types a name on a new desk.
 * @throws AskFailure `no-prf`, `key-cancelled`, `key-unusable`.
 */
export async function assert({ prfSalt, ...options }: Reply<'unlock.start'>, signal: AbortSignal): Promise<Touched> {
  return get(options, prfSalt, signal)
}

/** As `assert`, with the one credential that `allow` names. */
export async function assertWith(
  { prfSalt, allow, ...options }: Reply<'pin.start'>,
  signal: AbortSignal,
): Promise<Touched> {
  return get({ ...options, allowCredentials: [{ type: 'public-key', id: allow }] }, prfSalt, signal)
}

type Wanted = Pick<PublicKeyCredentialRequestOptionsJSON, 'rpId' | 'challenge' | 'allowCredentials'>

async function get(wanted: Wanted, prfSalt: string, signal: AbortSignal): Promise<Touched> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON({
    ...wanted,
    userVerification: 'required',
    hints: ['security-key'],
    extensions: { prf: { eval: { first: prfSalt } } },
  })
  const given = await navigator.credentials.get({ publicKey, signal }).catch(keyFailure)
  if (!(given instanceof PublicKeyCredential)) throw new AskFailure('key-unusable', {})
  const json = given.toJSON()
  if (!('signature' in json.response)) throw new AskFailure('key-unusable', {})
  const { clientDataJSON, authenticatorData, signature, userHandle } = json.response
  const prf = json.clientExtensionResults.prf?.results?.first
  overwrite(given.getClientExtensionResults().prf?.results?.first)
  if (prf === undefined) throw new AskFailure('no-prf', {})
  // Without a user handle this is no resident credential of ours: the keeper could not tell whose it is.
  if (userHandle === undefined) throw new AskFailure('key-unusable', {})
  return { assertion: { credentialId: json.id, clientDataJSON, authenticatorData, signature, userHandle }, prf }
}

/** The text above is the one copy; the browser's own bytes need not stay behind. */
function overwrite(secret: BufferSource | undefined): void {
  if (secret === undefined) return
  if (ArrayBuffer.isView(secret)) new Uint8Array(secret.buffer, secret.byteOffset, secret.byteLength).fill(0)
  else new Uint8Array(secret).fill(0)
}
