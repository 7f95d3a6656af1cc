import * as z from 'zod/mini'
import { attemptId, blob, bytes32, bytes64, count, hash, signature } from './primitives.ts'

/** What a single-use challenge nonce is good for. */
export const purpose = z.enum(['enrol', 'prove', 'unlock', 'change-pin', 'shift'])
export type Purpose = z.infer<typeof purpose>

export const nonceRequest = z.lazy(() => z.strictObject({ purpose }))
/** 32 random bytes, good once and for two minutes. */
export const nonceReply = z.lazy(() => z.strictObject({ nonce: bytes32 }))

/** WebAuthn assertion as the browser gave it, base64url (WebAuthn L3, 5.2.2). */
export const assertion = z.lazy(() =>
  z.strictObject({
    credentialId: blob(1_023),
    clientDataJSON: blob(4_096),
    authenticatorData: blob(4_096),
    signature: blob(1_024),
    userHandle: blob(64),
  }),
)
export type Assertion = z.infer<typeof assertion>

export const evaluateRequest = z.lazy(() => z.strictObject({ nonce: bytes32, assertion, blinded: bytes32 }))
/** The answer to a touch: what the PIN's half of the unlock key comes from, and no session (P2). */
export const evaluateReply = z.lazy(() =>
  z.strictObject({
    attempt: attemptId,
    evaluation: bytes32,
    proof: bytes64,
    voprfPublicKey: bytes32,
    sealedSeed: blob(1_024),
    sealRevision: count,
    triesLeft: count,
  }),
)
export type EvaluateReply = z.infer<typeof evaluateReply>

/**
 * The opened client's proof: the member's signature over (purpose, org, server origin, attempt, thumbprint). `thumbprint` (RFC 7638) names
 * the key of the session to be, which must sign every request of that session (`dpop.ts`).
 */
export const sessionRequest = z.lazy(() => z.strictObject({ attempt: attemptId, thumbprint: hash, signature }))
/** In letters. */
export const longestToken = 2_048
export const token = z.string().check(z.maxLength(longestToken))
/** A JWT for the Authorization header, and when it ends (ms since 1970). */
export const sessionReply = z.lazy(() => z.strictObject({ token, expiresIn: count }))
export type SessionReply = z.infer<typeof sessionReply>
