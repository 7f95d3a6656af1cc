import * as z from 'zod/mini'
import { blob, count, folderId, hash, head, itemId, teamId } from './primitives.ts'
import { description, limits, part, profile, receiveKey, wrap, wrapName } from './objects.ts'

/**
 * What clients give back to a server that was restored from an older backup. All of it carries its own proof: entries their
 * author's signature, the rest the hash or commitment that the ledger names; wraps are tried by who receives them.
 */

/** A run of entries in order; those that the server has are skipped, the next must continue its chain. */
const run = z.array(blob(limits.entry)).check(z.maxLength(500))
export const repairLedgerRequest = z.lazy(() => z.strictObject({ entries: run }))

export const repairJournalRequest = z.lazy(() =>
  z.strictObject({
    folder: folderId,
    entries: run,
    /** Sealed parts of living items, as the journal names them once the entries are in. */
    parts: z.array(part).check(z.maxLength(1_000)),
  }),
)
const lack = z.strictObject({ item: itemId, part: z.enum(['overview', 'secret']) })
export type Lack = z.infer<typeof lack>
/** `lacking`: parts that the journal names and the server does not have, so that a repair can be resumed. */
export const repairJournalReply = z.lazy(() => z.strictObject({ head, lacking: z.array(lack) }))

const one = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('team'), id: teamId }),
  z.strictObject({ kind: z.literal('folder'), id: folderId }),
])
const share = z.strictObject({ kind: z.literal('share'), id: folderId })
export const lackingRequest = z.lazy(() =>
  z.strictObject({ of: z.array(z.union([one, share])).check(z.maxLength(200)) }),
)
/**
 * What the ledger entitles somebody to, of the teams and folders asked for, and the server lacks. By name only: what is sealed
 * to whom the client works out from its own ledger (P4, S2).
 */
export const lackingReply = z.lazy(() =>
  z.strictObject({
    wraps: z.array(wrapName).check(z.maxLength(5_000)),
    descriptions: z.array(one),
    receiveKeys: z.array(hash),
  }),
)
export type Lacking = z.infer<typeof lackingReply>

export const repairObjectsRequest = z.lazy(() =>
  z.strictObject({
    wraps: z.array(wrap).check(z.maxLength(2_000)),
    descriptions: z.array(description).check(z.maxLength(500)),
    receiveKeys: z.array(receiveKey).check(z.maxLength(1_000)),
    /** From owners only. */
    profiles: z.array(profile).check(z.maxLength(1_000)),
  }),
)
export type RepairObjects = z.infer<typeof repairObjectsRequest>
/** How many of them the server had lacked. */
export const repairObjectsReply = z.lazy(() => z.strictObject({ kept: count }))
