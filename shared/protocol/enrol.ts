import * as z from 'zod/mini'
import {
  attemptId,
  blob,
  bytes32,
  bytes64,
  count,
  invitationId,
  line,
  memberId,
  orgId,
  signature,
  signPublic,
} from './primitives.ts'
import { limits, profile, receiveKey } from './objects.ts'
import { assertion } from './unlock.ts'

export const hello = z.lazy(() =>
  z.strictObject({
    product: z.literal('cloison'),
    version: z.literal(1),
    /** The origin that challenges and session proofs name. */
    origin: z.string(),
    org: z.nullable(z.strictObject({ id: orgId, name: line(100) })),
  }),
)
export type Hello = z.infer<typeof hello>

export const setupCode = z.string().check(z.regex(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/, 'XXXX-XXXX-XXXX-XXXX'))
export const setupCheckRequest = z.lazy(() => z.strictObject({ code: setupCode }))

/** What an invitation's page may know before anybody is a member; a hint, shown and never relied on. */
export const invitationReply = z.lazy(() =>
  z.strictObject({
    org: orgId,
    orgName: line(100),
    name: line(100),
    state: z.enum(['open', 'asked', 'used', 'expired']),
  }),
)

/** WebAuthn registration as the browser gave it, base64url (WebAuthn L3, 5.2.1). */
export const registration = z.lazy(() =>
  z.strictObject({
    credentialId: blob(1_023),
    clientDataJSON: blob(4_096),
    attestationObject: blob(8_192),
    transports: z.array(z.string().check(z.regex(/^[a-z-]{1,32}$/))).check(z.maxLength(8)),
  }),
)
export type Registration = z.infer<typeof registration>

/** By what right a key is enrolled: the set-up code, an invitation, or a member's session (a further key). */
export const authority = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('setup'), code: setupCode }),
    /** The invitation key's signature over (org, invitation, member, sign key, receive-key hash): `joinProof`. */
    z.strictObject({
      kind: z.literal('invitation'),
      invitation: invitationId,
      signKey: signPublic,
      receiveKey,
      signature,
    }),
    z.strictObject({ kind: z.literal('session') }),
  ]),
)
export type Authority = z.infer<typeof authority>

export const enrolBeginRequest = z.lazy(() =>
  z.strictObject({
    authority,
    org: orgId,
    member: memberId,
    /** Challenge purposes: `enrol` for the registration, `prove` for the assertion that follows at once. */
    registrationNonce: bytes32,
    registration,
    assertionNonce: bytes32,
    assertion,
    blinded: bytes32,
  }),
)
export const enrolBeginReply = z.lazy(() =>
  z.strictObject({
    enrolment: bytes32,
    evaluation: bytes32,
    proof: bytes64,
    voprfPublicKey: bytes32,
  }),
)

/** What the enrolment brings besides the sealed seed. */
export const enrolFinishRequest = z.strictObject({
  enrolment: bytes32,
  sealedSeed: blob(1_024),
  sealRevision: count,
  outcome: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('setup'), entry: blob(limits.entry), receiveKey, profile }),
    /** The newcomer's own signature over the same tuple as the invitation key's. */
    z.strictObject({ kind: z.literal('join'), ownSignature: signature }),
    z.strictObject({ kind: z.literal('further-key') }),
  ]),
})

/** After set-up, the attempt that the first session is asked for with: the touch of the ceremony counts. Else null. */
export const enrolFinishReply = z.lazy(() => z.strictObject({ attempt: z.nullable(attemptId) }))

/** A newcomer who waits for an owner's or admin's click. */
export const join = z.lazy(() =>
  z.strictObject({
    invitation: invitationId,
    name: line(100),
    email: z.string(),
    member: memberId,
    signKey: signPublic,
    receiveKey,
    invitationSignature: signature,
    ownSignature: signature,
    askedAt: count,
  }),
)
export type Join = z.infer<typeof join>
/** Open invitations with whom they are for, and those who answered. Served to owners and admins. */
export const joinsReply = z.lazy(() =>
  z.strictObject({
    invitees: z.array(z.strictObject({ invitation: invitationId, name: line(100), email: z.string(), salt: bytes32 })),
    joins: z.array(join),
  }),
)
