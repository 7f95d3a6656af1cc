import { calculateJwkThumbprint, SignJWT } from 'jose'
import { toBase64url } from '../../../shared/bytes/base64url.ts'
import { utf8 } from '../../../shared/bytes/bytes.ts'
import type { Hash } from '../../../shared/bytes/ids.ts'
import { sha256 } from '../../../shared/crypto/hash.ts'
import { randomBytes } from '../../../shared/crypto/random.ts'
import { sessionKey } from '../../../shared/protocol/dpop.ts'
import type { ProofClaims } from '../../../shared/protocol/dpop.ts'
import { hash } from '../../../shared/protocol/primitives.ts'
import type { SessionKey } from './desk.ts'

/**
 * The key that a session is bound to (DPoP, RFC 9449): ECDSA on P-256, made at each unlock. A token alone opens nothing;
 * what it comes with was signed for one request, by a private key that the browser gives to nobody, us included. It does
 * not stand against who runs in this extension: they can have it sign.
 */

/** A new key, and its thumbprint (RFC 7638). */
export async function newSessionKey(): Promise<{ key: SessionKey; thumbprint: Hash }> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const pair = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey)
  const publicKey = sessionKey.parse({ kty, crv, x, y })
  const thumbprint = hash.parse(await calculateJwkThumbprint(publicKey))
  return { key: { privateKey: pair.privateKey, publicKey }, thumbprint }
}

/** What a proof is for: `address` is the request's, without query and fragment; `now` in ms since 1970. */
type For = { method: string; address: string; token: string; nonce: string; now: number }

/** A proof for one request (RFC 9449, 4.2), good once. */
export async function prove(
  { privateKey, publicKey }: SessionKey,
  { method, address, token, nonce, now }: For,
): Promise<string> {
  const claims: ProofClaims = {
    htm: method,
    htu: address,
    ath: await sha256(utf8(token)),
    jti: toBase64url(randomBytes(16)),
    iat: Math.floor(now / 1_000),
    nonce,
  }
  return new SignJWT(claims).setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk: publicKey }).sign(privateKey)
}
