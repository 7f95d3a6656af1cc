import * as z from 'zod/mini'
import { count, folderId, memberId, teamId } from '../../../shared/protocol/primitives.ts'

const holder = [
  z.strictObject({ kind: z.literal('team'), id: teamId }),
  z.strictObject({ kind: z.literal('folder'), id: folderId }),
] as const
export const undeliveredKey = z.strictObject({
  of: z.discriminatedUnion('kind', holder),
  generation: count,
  to: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('member'), id: memberId }), ...holder]),
})
/**
 * A new key that a re-keying could not seal to somebody entitled to it, because the server withheld their receive key or sent
 * another (S10). A warning names it until somebody who holds the key has delivered it.
 */
export type Undelivered = z.infer<typeof undeliveredKey>
