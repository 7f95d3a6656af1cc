/**
 * X-Wing (draft-connolly-cfrg-xwing-kem-06) from @hpke/hybridkem-x-wing, with its X25519 (RFC 7748) taken from WebCrypto: the
 * library's own, in JavaScript, is two thirds of a seal, and a team's new seed is sealed 1,500 times. The vectors pin both
 * halves. As the library's, it refuses a point that makes an all-zero secret.
 */
import { XWing } from '@hpke/hybridkem-x-wing'
import { concat, plain } from '../bytes/bytes.ts'
import type { Bytes } from '../bytes/bytes.ts'

/** RFC 8410 section 7: the PKCS #8 wrapping of a 32-byte X25519 key. */
const PKCS8 = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x6e, 4, 0x22, 4, 0x20)

/** The library uses each secret twice in a row, and reading one is slower than using it. */
const read = new WeakMap<Uint8Array, Promise<CryptoKey>>()

async function readSecret(secret: Uint8Array): Promise<CryptoKey> {
  const wrapped = concat(PKCS8, secret)
  const key = await crypto.subtle.importKey('pkcs8', wrapped, 'X25519', false, ['deriveBits'])
  wrapped.fill(0)
  return key
}

/** X25519 of a private key and a point, 32 bytes each. Rejects for a point of small order. */
async function derive(secret: Uint8Array, point: Uint8Array): Promise<Bytes> {
  const key = read.get(secret) ?? readSecret(secret)
  read.set(secret, key)
  const other = await crypto.subtle.importKey('raw', plain(point), 'X25519', false, [])
  return new Uint8Array(await crypto.subtle.deriveBits({ name: 'X25519', public: other }, await key, 256))
}

/** ML-KEM-768 and X25519 private keys, then public ones. */
type Expanded = readonly [skM: Bytes, skX: Bytes, pkM: Bytes, pkX: Bytes]
type Expand = (this: XWing, secret: Bytes) => Promise<Expanded>
const isExpand = (one: unknown): one is Expand => typeof one === 'function'

/** What private keys were expanded to, by the buffer in which each lies: to expand one is half of an opening. */
const expanded = new WeakMap<ArrayBuffer, Promise<Expanded>>()

function expandOnce(this: XWing, secret: Bytes): Promise<Expanded> {
  const expand: unknown = Reflect.get(XWing.prototype, '_expandDecapsulationKey')
  if (!isExpand(expand)) throw new Error('the library expands its keys elsewhere')
  const keys = expanded.get(secret.buffer) ?? expand.call(this, secret)
  expanded.set(secret.buffer, keys)
  return keys
}

/** All in which a private key that was used lies, itself first: whoever ends it overwrites them. */
export async function secretsOf(secret: Bytes): Promise<readonly Bytes[]> {
  const [skM, skX] = (await expanded.get(secret.buffer)) ?? []
  // The X25519 key lies beside the seed of the other.
  return [secret, skM, skX && new Uint8Array(skX.buffer)].filter((one) => one !== undefined)
}

/** The KEM (id 0x647a). */
export const xWing = (): XWing =>
  Object.defineProperties(new XWing(), {
    _x25519: { value: { derive } },
    _expandDecapsulationKey: { value: expandOnce },
  })
