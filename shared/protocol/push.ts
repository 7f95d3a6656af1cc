import * as z from 'zod/mini'
import { longestProof } from './dpop.ts'
import { count, folderId } from './primitives.ts'
import { token } from './unlock.ts'

/**
 * Client → server over the socket: the token goes in the first message, never in a URL, with the proof that a GET of the socket's address
 * would have (`dpop.ts`).
 */
export const socketUp = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('token'), token, proof: z.string().check(z.maxLength(longestProof)) }),
    z.strictObject({ kind: z.literal('ping') }),
  ]),
)

/** Over so many ms desks spread what they ask because of it; a server says it where there are many. */
const within = z.optional(count)

/** Server → client: hints that something is new; what it is comes by sync and is verified there (P4). */
export const socketDown = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('ready'), within }),
    z.strictObject({ kind: z.literal('pong') }),
    z.strictObject({ kind: z.literal('ledger'), sequence: count, within }),
    z.strictObject({ kind: z.literal('journal'), folder: folderId, sequence: count, within }),
    z.strictObject({ kind: z.literal('joins'), within }),
    z.strictObject({ kind: z.literal('erased'), within }),
    z.strictObject({ kind: z.literal('bye'), code: z.string() }),
  ]),
)
export type SocketDown = z.infer<typeof socketDown>
