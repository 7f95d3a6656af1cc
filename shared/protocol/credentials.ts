import * as z from 'zod/mini'
import { aaguid, attemptId, blob, bytes32, bytes64, count, hash, line, memberId, signature } from './primitives.ts'
import { ledgerAppend } from './sync.ts'
import { assertion } from './unlock.ts'

export const credentialId = blob(1_023)

/** A member's FIDO keys as the server knows them, oldest first; `usedAt` is the last unlock, null before the first. */
export const credentialsReply = z.lazy(() =>
  z.strictObject({
    credentials: z.array(
      z.strictObject({
        id: credentialId,
        createdAt: count,
        usedAt: z.nullable(count),
        /** Which model it is, by its own account or `attested` by its maker; null where it says none. The name is the metadata's. */
        model: z.nullable(z.strictObject({ aaguid, name: z.nullable(line(200)), attested: z.boolean() })),
      }),
    ),
  }),
)
export type Credentials = z.infer<typeof credentialsReply>['credentials']

/** Of everybody whose keys the asker may take away: how many they have, and when the last of them unlocked, null for never. */
export const keyUseReply = z.lazy(() =>
  z.strictObject({ people: z.array(z.strictObject({ member: memberId, keys: count, usedAt: z.nullable(count) })) }),
)
export type KeyUse = z.infer<typeof keyUseReply>['people'][number]

/**
 * To owners: what this server would check the make of a key against, null for nothing; and how many keys of members there are, and how many
 * of these were proved.
 */
export const attestationReply = z.lazy(() =>
  z.strictObject({
    metadata: z.nullable(z.strictObject({ nextUpdate: count, old: z.boolean() })),
    keys: count,
    proved: count,
  }),
)
export type AttestationLook = z.infer<typeof attestationReply>

/** Taking away gives nobody anything, so a session is proof enough; whose keys one may take is the server's to check. */
export const revokeRequest = z.lazy(() => z.strictObject({ member: memberId, credential: credentialId }))

/** A touch of the key that opened this session, the PIN it has and the PIN it shall have, both blinded. */
export const pinBeginRequest = z.lazy(() =>
  z.strictObject({ nonce: bytes32, assertion, blinded: bytes32, newBlinded: bytes32 }),
)
const evaluated = { evaluation: bytes32, proof: bytes64, voprfPublicKey: bytes32 }
export const pinBeginReply = z.lazy(() =>
  z.strictObject({
    change: attemptId,
    ...evaluated,
    sealedSeed: blob(1_024),
    sealRevision: count,
    triesLeft: count,
    /** Under the VOPRF key of the row to come, which is none until the second half. */
    next: z.strictObject(evaluated),
  }),
)
/** The seed sealed anew, at the next seal revision, and the member's signature over exactly that (`pinChangeProof`). */
export const pinFinishRequest = z.lazy(() => z.strictObject({ change: attemptId, sealedSeed: blob(1_024), signature }))

/**
 * New keys of one's own: the ledger entry that names them, and in the same transaction the new seed sealed under the PIN of
 * this change (`pinChangeProof`, by the old sign key). Every other key and session of the person is over; the desk that asks
 * goes on with a session of the new sign key and of a new session key, of which `thumbprint` is (`rotationSessionProof`).
 */
export const rotateRequest = z.lazy(() =>
  z.strictObject({
    change: attemptId,
    sealedSeed: blob(1_024),
    signature,
    append: ledgerAppend,
    thumbprint: hash,
    sessionSignature: signature,
  }),
)

/** A shift key that the desk made: the server holds it, for whoever unlocked with key and PIN, until `endsAt`. */
export const shiftKeepRequest = z.lazy(() => z.strictObject({ key: bytes32 }))
export const shiftKeepReply = z.lazy(() => z.strictObject({ endsAt: count }))

/** The touch alone, within the shift: it brings the shift key back, no evaluation and no try. */
export const shiftOpenRequest = z.lazy(() => z.strictObject({ nonce: bytes32, assertion }))
export const shiftOpenReply = z.lazy(() =>
  z.strictObject({
    attempt: attemptId,
    key: bytes32,
    sealedSeed: blob(1_024),
    sealRevision: count,
  }),
)
