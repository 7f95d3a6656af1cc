import * as z from 'zod/mini'
import { bytes16, bytes32, count, hash } from './primitives.ts'

/**
 * What shows that whoever sends a token also has the session's key: a JWT that the key signed for this one request (DPoP, RFC 9449).
 * A token that was read on its way or in a log opens nothing without it.
 */

/** The request header with the proof (4.1), and the answer's with the newest nonce of the server (8.2). */
export const proofHeader = 'DPoP'
export const nonceHeader = 'DPoP-Nonce'
/** The longest proof that is looked at, in letters. One of ours has about 600. */
export const longestProof = 1_024

/** A nonce is the server's own; desks send it back as it came. */
export const proofNonce = z.string().check(z.regex(/^[\w-]{16,64}$/, 'a nonce'))

/** The public key of a session: P-256 (RFC 7518, 6.2.1), and nothing of a private key. */
export const sessionKey = z.strictObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: bytes32, y: bytes32 })
export type PublicSessionKey = z.infer<typeof sessionKey>

/** The JOSE header of a proof. One algorithm, no choice (P6). */
export const proofHead = z.strictObject({ typ: z.literal('dpop+jwt'), alg: z.literal('ES256'), jwk: sessionKey })

/**
 * The claims of a proof (RFC 9449, 4.2): the request's method and address without query, the hash of the token, the proof's
 * own id, and the server's nonce. `iat` is the desk's clock; nobody judges by it, since the nonce says how old a proof is.
 */
export const proofClaims = z.strictObject({
  htm: z.string(),
  htu: z.string(),
  ath: hash,
  jti: bytes16,
  iat: count,
  nonce: z.optional(z.string()),
})
export type ProofClaims = z.infer<typeof proofClaims>
