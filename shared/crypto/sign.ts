/**
 * Ed25519 signing (RFC 8032 section 5.1.6), from WebCrypto; the public key from @noble/curves, because WebCrypto gives
 * none for an imported seed. A signature says who and what, never when or where: the signed bytes carry their own label
 * and place. Not for one message under two meanings.
 */
import { ed25519 } from '@noble/curves/ed25519.js'
import { concat, plain } from '../bytes/bytes.ts'
import { Failure } from '../bytes/failure.ts'
import { signature, signPublic } from '../bytes/ids.ts'
import type { Signature, SignPublic } from '../bytes/ids.ts'

export type Signer = { readonly publicKey: SignPublic; sign(message: Uint8Array): Promise<Signature> }

// A table for many multiplications takes longer to make than the few of one unlock gain by it.
ed25519.Point.BASE.precompute(2)

/** RFC 8410 section 7: the PKCS #8 wrapping of a 32-byte Ed25519 seed. */
const PKCS8 = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20)

/** A signer whose private key is `seed` (32 bytes). The key itself cannot be read back. Throws `bad-length`. */
export async function signerFrom(seed: Uint8Array): Promise<Signer> {
  if (seed.length !== 32) throw new Failure('bad-length')
  const wrapped = concat(PKCS8, seed)
  const key = await crypto.subtle.importKey('pkcs8', wrapped, 'Ed25519', false, ['sign'])
  wrapped.fill(0)
  return {
    publicKey: signPublic.read(ed25519.getPublicKey(seed)),
    sign: async (message) => signature.read(new Uint8Array(await crypto.subtle.sign('Ed25519', key, plain(message)))),
  }
}
