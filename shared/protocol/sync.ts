import * as z from 'zod/mini'
import { blob, bytes32, count, folderId, hash, head, itemId, memberId, teamId } from './primitives.ts'
import { description, invitee, limits, part, profile, receiveKey, wrap } from './objects.ts'

/** What a server said last of journals; to others it means nothing. */
const mark = z.string().check(z.maxLength(100))
/**
 * GET /api/ledger?from=N&mark=M: entries with sequence > N, in order, and journals that grew since M. A removed member gets entries
 * up to the removal.
 */
export const ledgerQuery = z.lazy(() =>
  z.strictObject({ from: z.coerce.number().check(z.int(), z.gte(0)), mark: z.nullable(mark) }),
)
export const ledgerReply = z.lazy(() =>
  z.strictObject({
    /**
     * Each as u32 length ‖ bytes, base64url, all of them one text: a first desk takes twenty megabytes. Its letters are looked at once,
     * when it is read.
     */
    entries: z.string().check(z.maxLength(Math.ceil((limits.entries * 4) / 3))),
    head,
    /** True when the answer was cut and the rest waits. */
    more: z.boolean(),
    /** The last journal sequence of each folder that the member may see; without `whole`, of those that grew since their mark. */
    journals: z.array(z.strictObject({ folder: folderId, sequence: count })),
    whole: z.boolean(),
    mark,
    /** When this server's ledger was last repaired from a client after a restored backup (ms), 0 if never. A hint. */
    repairedAt: count,
    /** Differs whenever there is somebody else among those who left whose profile is erased; zeros while there is nobody. */
    erased: bytes32,
    /** From the start: the asker's own last receipt, by which a new desk of theirs knows what they have verified before. */
    own: z.nullable(blob(limits.receipt)),
  }),
)
export type LedgerReply = z.infer<typeof ledgerReply>

/** One signed entry with all that must land with it, in one transaction. */
export const ledgerAppend = z.lazy(() =>
  z.strictObject({
    entry: blob(limits.entry),
    wraps: z.array(wrap).check(z.maxLength(20_000)),
    descriptions: z.array(description).check(z.maxLength(1_000)),
    receiveKeys: z.array(receiveKey).check(z.maxLength(2_000)),
    profiles: z.array(profile).check(z.maxLength(100)),
    invitees: z.array(invitee).check(z.maxLength(100)),
    /** Whom the author was told by `findPerson` and brings into a team: the salt shows that they were. Nothing of it is kept. */
    found: z.optional(z.array(profile).check(z.maxLength(500))),
  }),
)
export type LedgerAppend = z.infer<typeof ledgerAppend>
export const appended = head

export const journalAppend = z.lazy(() =>
  z.strictObject({
    folder: folderId,
    entry: blob(limits.entry),
    parts: z.array(part).check(z.maxLength(1_000)),
    /** What the hash of a snapshot is over, beside an entry that is one. */
    snapshot: z.nullable(blob(limits.snapshot)),
  }),
)
export type JournalAppend = z.infer<typeof journalAppend>

/** One secret of a witnessed folder, for one use, which the server records. */
export const useRequest = z.strictObject({ folder: folderId, item: itemId, purpose: z.enum(['fill', 'read', 'edit']) })
export const useReply = z.lazy(() => z.strictObject({ sealed: blob(limits.secret) }))
/** Overviews of deleted items that a manager may bring back, each with the time (ms) when it is destroyed. */
export const deletedRequest = z.lazy(() =>
  z.strictObject({ folder: folderId, items: z.array(itemId).check(z.maxLength(500)) }),
)
export const deletedReply = z.lazy(() =>
  z.strictObject({ parts: z.array(z.strictObject({ item: itemId, sealed: blob(limits.overview), until: count })) }),
)
export type DeletedPart = z.infer<typeof deletedReply>['parts'][number]

/**
 * Who used which item of a witnessed folder, newest first. Returns at most 1,000 uses with ids below `before`. For the
 * folder's managers, owners and auditors.
 */
export const usesRequest = z.lazy(() => z.strictObject({ folder: folderId, before: z.nullable(count) }))
export const usesReply = z.lazy(() =>
  z.strictObject({
    uses: z.array(
      z.strictObject({ id: count, at: count, member: memberId, item: itemId, purpose: useRequest.shape.purpose }),
    ),
  }),
)
export type Use = z.infer<typeof usesReply>['uses'][number]

const most = z.maxLength(5_000)
/**
 * How far a copy of a journal goes: its entries up to `from`, 0 for none yet. A fresh copy begins with the last snapshot, and while the
 * parts beside it come, those of items up to `item` are here too.
 */
const journalPlace = z.lazy(() => z.strictObject({ from: count, item: z.nullable(itemId) }))
/** What a client lacks, worked out from the ledger it verified: the server never decides what a client needs (P4). */
export const fetchRequest = z.lazy(() =>
  z.strictObject({
    wraps: z
      .array(
        z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('team'), id: teamId, generation: count }),
          z.strictObject({ kind: z.literal('folder'), id: folderId, generation: count }),
          z.strictObject({ kind: z.literal('share'), id: folderId, generation: count }),
        ]),
      )
      .check(most),
    descriptions: z
      .array(
        z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('team'), id: teamId }),
          z.strictObject({ kind: z.literal('folder'), id: folderId }),
        ]),
      )
      .check(most),
    receiveKeys: z.array(hash).check(most),
    profiles: z.array(memberId).check(most),
    journals: z.array(z.strictObject({ folder: folderId, from: count, item: z.nullable(itemId) })).check(most),
    /** Heads only, for the cut of a removal: open to every member, journals are signed and not sealed. */
    journalHeads: z.array(folderId).check(most),
    /** People who left and whose profile lies on this desk: is it erased? */
    erased: z.array(memberId).check(most),
  }),
)
export type FetchRequest = z.infer<typeof fetchRequest>

export const fetchReply = z.lazy(() =>
  z.strictObject({
    wraps: z.array(wrap),
    descriptions: z.array(description),
    receiveKeys: z.array(receiveKey),
    profiles: z.array(profile),
    /**
     * Entries after `from`, with the current sealed parts of each item that those entries touch and that still lives; of a
     * witnessed folder without the secret ones. Who asks from 0 gets the last snapshot first, with its content. One answer holds a page
     * of each, or nothing of it where others took all its room: `next` is where to go on, null at the end.
     */
    journals: z.array(
      z.strictObject({
        folder: folderId,
        entries: z.array(blob(limits.entry)),
        parts: z.array(part),
        snapshot: z.nullable(blob(limits.snapshot)),
        next: z.nullable(journalPlace),
      }),
    ),
    journalHeads: z.array(z.strictObject({ folder: folderId, head })),
    /** Those whose profile is. */
    erased: z.array(memberId),
  }),
)
export type FetchReply = z.infer<typeof fetchReply>
