/**
 * A software FIDO key in Node, for server tests and the headless desk: P-256 credentials, 'none' attestation unless it is
 * told another, user verification, PRF. What it signs can be bent field by field, to craft what no browser would make.
 */
import { createHash, createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

export type SoftKey = {
  /** Raw id, base64url. */
  id: string
  userHandle: Uint8Array
  rpId: string
  privateKey: KeyObject
  /** x ‖ y, 32 bytes each. */
  point: Uint8Array
  prfSecret: Uint8Array
  /** Signatures so far; a key that does not count stays at 0. */
  counter: number
  counts: boolean
  /** Which model it says it is, and what vouches for that. */
  aaguid: Uint8Array
  attest: Attest | null
}
/** Makes the attestation over authenticator data and the client data's hash: its format, and the statement in CBOR. */
export type Attest = (signed: Uint8Array) => { format: string; statement: Uint8Array }
/** What the page and the key say; whatever is left out is as an honest browser and key would say it. */
export type Bent = {
  rpId?: string
  origin?: string
  type?: string
  crossOrigin?: boolean
  userVerified?: boolean
  userPresent?: boolean
  counter?: number
  userHandle?: Uint8Array
  credentialId?: string
  /** Turns a bit of the signature. */
  forged?: boolean
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()

/** A new credential of that user (`user.id`) under that RP id. */
export function newSoftKey(rpId: string, userHandle: Uint8Array, counts = true): SoftKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const point = Buffer.concat([Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
  const secrets = { id: text(randomBytes(32)), prfSecret: randomBytes(32) }
  const makers = { aaguid: new Uint8Array(16), attest: null }
  return { ...secrets, ...makers, userHandle, rpId, privateKey, point, counter: 0, counts }
}

/** WebAuthn L3, 6.1 and 5.8.1: what both ceremonies sign over. `challenge`: raw bytes. */
function said(
  key: SoftKey,
  challenge: Uint8Array,
  type: string,
  flags: number,
  bent: Bent,
  attested = Buffer.alloc(0),
) {
  const origin = bent.origin ?? `chrome-extension://${key.rpId}`
  const crossOrigin = bent.crossOrigin ?? false
  const clientDataJSON = Buffer.from(
    JSON.stringify({ type: bent.type ?? type, challenge: text(challenge), origin, crossOrigin }),
  )
  if (key.counts) key.counter++
  const counter = Buffer.alloc(4)
  counter.writeUInt32BE(bent.counter ?? key.counter)
  const present = bent.userPresent === false ? 0 : 1
  const verified = bent.userVerified === false ? 0 : 4
  const rpIdHash = sha256(bent.rpId ?? `chrome-extension://${key.rpId}`)
  const authenticatorData = Buffer.concat([rpIdHash, Buffer.of(flags | present | verified), counter, attested])
  return { clientDataJSON, authenticatorData }
}

/** The answer to `navigator.credentials.create`, as `shared/protocol` sends it. */
export function register(key: SoftKey, challenge: Uint8Array, bent: Bent = {}) {
  const id = Buffer.from(key.id, 'base64url')
  const length = Buffer.alloc(2)
  length.writeUInt16BE(id.length)
  const attested = Buffer.concat([key.aaguid, length, id, coseKey(key.point)])
  const { clientDataJSON, authenticatorData } = said(key, challenge, 'webauthn.create', 0x40, bent, attested)
  const signed = Buffer.concat([authenticatorData, sha256(clientDataJSON)])
  return {
    credentialId: bent.credentialId ?? key.id,
    clientDataJSON: text(clientDataJSON),
    attestationObject: text(attestation(authenticatorData, key.attest?.(signed) ?? none)),
    transports: ['usb'],
  }
}

/** The answer to `navigator.credentials.get`, as `shared/protocol` sends it. */
export function touch(key: SoftKey, challenge: Uint8Array, bent: Bent = {}) {
  const { clientDataJSON, authenticatorData } = said(key, challenge, 'webauthn.get', 0, bent)
  const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(clientDataJSON)]), key.privateKey)
  if (bent.forged === true) signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 1
  return {
    credentialId: bent.credentialId ?? key.id,
    clientDataJSON: text(clientDataJSON),
    authenticatorData: text(authenticatorData),
    signature: text(signature),
    userHandle: text(bent.userHandle ?? key.userHandle),
  }
}

/** PRF output for that input (WebAuthn L3, 10.1.4 over CTAP2 hmac-secret), 32 bytes. */
export function prf(key: SoftKey, input: Uint8Array): Uint8Array<ArrayBuffer> {
  const salt = sha256(Buffer.concat([Buffer.from('WebAuthn PRF'), Buffer.alloc(1), input]))
  return new Uint8Array(createHmac('sha256', key.prfSecret).update(salt).digest())
}

// CBOR (RFC 8949), only the shapes needed: a COSE ES256 key, and { fmt, attStmt, authData }.

function headed(major: number, length: number, ...parts: Uint8Array[]): Buffer {
  const head =
    length < 24 ? [major | length] : length < 256 ? [major | 24, length] : [major | 25, length >> 8, length & 255]
  return Buffer.concat([Buffer.from(head), ...parts])
}

/** What attestation statements are made of. */
export const cbor = {
  /** The COSE algorithm -7. */
  es256: Uint8Array.of(0x26),
  text: (label: string) => headed(0x60, label.length, Buffer.from(label)),
  bytes: (bytes: Uint8Array) => headed(0x40, bytes.length, bytes),
  list: (...items: Uint8Array[]) => headed(0x80, items.length, ...items),
  /** Keys and values by turns. */
  map: (...items: Uint8Array[]) => headed(0xa0, items.length / 2, ...items),
}

const none = { format: 'none', statement: cbor.map() }

/** A key that vouches for itself, by the credential's own key (WebAuthn L3, 8.2, self attestation). */
export const byItself =
  ({ privateKey }: SoftKey): Attest =>
  (signed) => ({
    format: 'packed',
    statement: cbor.map(cbor.text('alg'), cbor.es256, cbor.text('sig'), cbor.bytes(sign('sha256', signed, privateKey))),
  })

function coseKey(point: Uint8Array): Buffer {
  const head = Buffer.of(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01)
  const bytes32 = Buffer.of(0x58, 32)
  const [x, y] = [point.subarray(0, 32), point.subarray(32)]
  return Buffer.concat([head, Buffer.of(0x21), bytes32, x, Buffer.of(0x22), bytes32, y])
}

const attestation = (authenticatorData: Uint8Array, { format, statement }: ReturnType<Attest>) =>
  cbor.map(
    ...[cbor.text('fmt'), cbor.text(format), cbor.text('attStmt'), statement],
    ...[cbor.text('authData'), cbor.bytes(authenticatorData)],
  )
