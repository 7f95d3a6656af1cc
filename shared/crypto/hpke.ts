/**
 * HPKE base mode (RFC 9180 section 5.1.1): X-Wing (draft-connolly-cfrg-xwing-kem-06, KEM id 0x647a), HKDF-SHA256,
 * AES-256-GCM, from @hpke/core and @hpke/hybridkem-x-wing. Only the holder of the seed opens, quantum computers included.
 * It does not say who sealed (base mode is anonymous: authority comes from the ledger's commitment, P4), has no forward
 * secrecy, and is safe only towards keys checked against the ledger.
 */
import { Aes256Gcm, CipherSuite, HkdfSha256 } from '@hpke/core'
import { concat, plain } from '../bytes/bytes.ts'
import type { Bytes } from '../bytes/bytes.ts'
import { Failure } from '../bytes/failure.ts'
import type { Hash } from '../bytes/ids.ts'
import { sha256 } from './hash.ts'
import { secretsOf, xWing } from './x-wing.ts'

export const RECEIVE_PUBLIC_LENGTH = 1216
const ENC_LENGTH = 1120
const TAG = 16

export type ReceiveKeys = {
  /** 1,216 bytes, to be served to whoever seals; the ledger carries its hash. */
  readonly publicKey: Bytes
  /** The private key itself (32 bytes), then what the library keeps of it: whoever ends these keys overwrites them all. */
  readonly secrets: readonly Bytes[]
  /** Opens what was sealed to `publicKey` with the same `info`. Throws `cannot-open`, `empty-context`. */
  open(info: Uint8Array, sealed: Uint8Array): Promise<Bytes>
}

const kem = xWing()
const suite = new CipherSuite({ kem, kdf: new HkdfSha256(), aead: new Aes256Gcm() })

/** Receive keys whose X-Wing private key is `seed` itself (32 bytes). Throws `bad-length`. */
export async function receiveKeysFrom(seed: Uint8Array): Promise<ReceiveKeys> {
  if (seed.length !== 32) throw new Failure('bad-length')
  // The library keeps the buffer it is given, so it gets one of its own.
  const secret = new Uint8Array(seed)
  const pair = await kem.generateKeyPairDerand(secret)
  return {
    secrets: await secretsOf(secret),
    publicKey: new Uint8Array(await kem.serializePublicKey(pair.publicKey)),
    open: (info, sealed) => openWith(pair.privateKey, info, sealed),
  }
}

/** enc(1120) ‖ ciphertext ‖ tag(16), for `publicKey` (1,216 bytes). Throws `bad-receive-key`, `empty-context`. */
export async function sealTo(publicKey: Uint8Array, info: Uint8Array, plaintext: Uint8Array): Promise<Bytes> {
  const recipientPublicKey = await readPublicKey(publicKey)
  const params = { recipientPublicKey, info: checkedInfo(info) }
  try {
    const { enc, ct } = await suite.seal(params, plain(plaintext))
    return concat(new Uint8Array(enc), new Uint8Array(ct))
  } catch {
    throw new Failure('bad-receive-key')
  }
}

/** SHA-256 of a receive key, as the ledger names it. Throws `bad-receive-key` on a wrong length. */
export async function receiveHash(publicKey: Uint8Array): Promise<Hash> {
  checkPublicLength(publicKey)
  return sha256(publicKey)
}

async function openWith(recipientKey: CryptoKey, info: Uint8Array, sealed: Uint8Array): Promise<Bytes> {
  const params = { recipientKey, enc: new Uint8Array(sealed.subarray(0, ENC_LENGTH)), info: checkedInfo(info) }
  if (sealed.length < ENC_LENGTH + TAG) throw new Failure('cannot-open')
  try {
    return new Uint8Array(await suite.open(params, new Uint8Array(sealed.subarray(ENC_LENGTH))))
  } catch {
    throw new Failure('cannot-open')
  }
}

function readPublicKey(publicKey: Uint8Array): Promise<CryptoKey> {
  checkPublicLength(publicKey)
  return kem.deserializePublicKey(new Uint8Array(publicKey))
}

function checkPublicLength(publicKey: Uint8Array): void {
  if (publicKey.length !== RECEIVE_PUBLIC_LENGTH) throw new Failure('bad-receive-key')
}

function checkedInfo(info: Uint8Array): Bytes {
  if (info.length === 0) throw new Failure('empty-context')
  return plain(info)
}
