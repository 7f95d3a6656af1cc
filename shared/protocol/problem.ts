import * as z from 'zod/mini'
import { count } from './primitives.ts'

/** RFC 9457 problem details: `code` is stable and for machines, `field` is the path of the first bad field of a body. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: count,
  code: z.string(),
  field: z.optional(z.string()),
  triesLeft: z.optional(count),
  retryAfter: z.optional(count),
})
export type Problem = z.infer<typeof problem>

/** Every code that the server answers with, and its status. */
export const problemStatus = {
  'bad-request': 400,
  'bad-code': 403,
  'not-signed-in': 401,
  'bad-assertion': 401,
  'bad-proof': 401,
  'bad-dpop-proof': 401,
  'use-dpop-nonce': 401,
  'bad-nonce': 401,
  'credential-unknown': 401,
  'credential-dead': 403,
  'credential-revoked': 403,
  'key-in-use': 409,
  'last-key': 409,
  'shift-over': 403,
  'not-a-member': 403,
  removed: 403,
  pending: 403,
  'not-allowed': 403,
  refused: 403,
  'no-org': 409,
  'org-exists': 409,
  'invitation-unknown': 404,
  'invitation-used': 409,
  'invitation-expired': 410,
  'key-already-registered': 409,
  /** Where the policy asks for the make of keys: why this one is not registered. */
  'no-metadata': 409,
  'attestation-missing': 403,
  'bad-attestation': 403,
  'key-not-allowed': 403,
  'key-unknown': 403,
  'key-unsafe': 403,
  conflict: 409,
  'stale-folder': 409,
  'clock-off': 422,
  'not-found': 404,
  'parts-destroyed': 410,
  'too-large': 413,
  'too-many': 429,
  'over-quota': 429,
  'database-down': 503,
  internal: 500,
} as const
export type ProblemCode = keyof typeof problemStatus
