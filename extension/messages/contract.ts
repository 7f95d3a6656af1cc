/**
 * Every request that a page or the opener script can make of the worker: who may ask, and what it must look like.
 * The worker parses each with these schemas and checks the sender against `from`; nothing else is answered.
 */
import * as z from 'zod/mini'
import { bytes32, count, email, folderId, itemId, line, memberId } from '../../shared/protocol/primitives.ts'
import { credentialId } from '../../shared/protocol/credentials.ts'
import type { AttestationLook } from '../../shared/protocol/credentials.ts'
import { registration, setupCode } from '../../shared/protocol/enrol.ts'
import { assertion } from '../../shared/protocol/unlock.ts'
import type { FolderId, ItemId, OrgId, TeamId } from '../../shared/bytes/ids.ts'
import type { CodeView } from './code-view.ts'
import type { DeletedItem } from './deleted-view.ts'
import { intent } from './intent.ts'
import { itemFields } from './item-fields.ts'
import type { Fit, Reach } from './match-view.ts'
import { passwordWish } from './new-password.ts'
import type { GeneratedLook } from './new-password.ts'
import type { Review } from './review-view.ts'
import type { RotationReview } from './rotation-view.ts'
import type { FillOutcome, ItemFields, KeyView, UnsentLook } from './views.ts'

/** Extension pages by file name, and the one content script, which is only ever believed about its own origin. */
export type Sender = 'console' | 'popup' | 'unlock' | 'clipboard' | 'sign-in' | 'opener'

const nothing = z.null()
/** As typed: the keeper refuses what is too short or too common, in words for the person. */
const pin = z.string().check(z.maxLength(256))
const address = z.string().check(z.maxLength(2_048))
const code = z.string().check(z.maxLength(4_096))
const text = (max: number) => z.string().check(z.maxLength(max))
const offerId = text(64)
/** What `navigator.credentials.create` needs, then a `get` that proves PRF; challenges are base64url. */
export type Creation = {
  rpId: string
  orgName: string
  person: string
  /** `user.id`: version(1) ‖ member id(16) ‖ org id(32), base64url. */
  userId: string
  challenge: string
  proveChallenge: string
  prfSalt: string
  /** Credential ids that must not be registered twice. */
  exclude: string[]
  /** Whether the maker is to vouch for the key's model, as the policy asks. */
  attested: boolean
}
/** What `navigator.credentials.get` needs; challenge and PRF input are base64url. */
export type TouchAsked = { rpId: string; challenge: string; prfSalt: string }
/** `org` and `orgName` are what the server says of itself: to compare, not to believe. */
export type ServerLook = { address: string; org: OrgId | null; orgName: string | null; trusted: boolean }
export type JoinLook = {
  address: string
  orgName: string
  name: string
  state: 'open' | 'asked' | 'used' | 'expired'
  trusted: boolean
  /** Whether two owners can give a personal folder back, as the code says. */
  recovery: boolean
  /** Whether everybody needs two keys, as the code says. */
  twoKeys: boolean
  /** Whether the make of keys is checked, as the code says. */
  attested: boolean
}
/** What an unlock has led to: with one key where the policy wants two, to registering the second. */
export type Opened = 'unlocked' | 'second-key'

type Request<I, O> = { input: I; from: readonly Sender[]; readonly reply?: O }
/** A request with input `I`, answered with an `O`, which only the named senders may make. */
const answers =
  <O>() =>
  <I extends z.ZodMiniType>(input: I, ...from: Sender[]): Request<I, O> => ({ input, from })

const oneItem = z.strictObject({ folder: folderId, item: itemId })
const codeOf = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('item'), folder: folderId, item: itemId }),
  /** What a page that has read the item holds already: nothing is opened anew. */
  z.strictObject({ by: z.literal('seed'), totp: text(1_000) }),
])

export const requests = {
  /** From the server's own page: the worker takes the origin from the browser, not from the message. */
  'open.here': answers<null>()(nothing, 'opener'),
  'window.unlock': answers<null>()(nothing, 'popup', 'console'),
  /** The unlock window, at its ceremony for a further key. */
  'window.further-key': answers<null>()(nothing, 'popup', 'console'),
  /** The unlock window, at its ceremony for another PIN. */
  'window.change-pin': answers<null>()(nothing, 'console'),
  /** The unlock window, at its ceremony for new keys of one's own. */
  'window.new-keys': answers<null>()(nothing, 'console'),
  'window.console': answers<null>()(nothing, 'popup', 'unlock'),

  /** Asks a server who it is, before anything is trusted. Failures: server-unreachable, bad-address, not-cloison. */
  'server.look': answers<ServerLook>()(z.strictObject({ address }), 'unlock'),
  /** The person said yes to exactly this address; one server per browser profile. */
  'server.trust': answers<null>()(z.strictObject({ address }), 'unlock'),

  /** Failures: bad-code, org-exists. */
  'setup.check': answers<null>()(z.strictObject({ code: setupCode }), 'unlock'),
  /** Reads an invitation code. Failures: bad-invitation-code, invitation-unknown, invitation-other-org. */
  'join.look': answers<JoinLook>()(z.strictObject({ code }), 'unlock'),

  'enrol.start': answers<Creation>()(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('setup'), code: setupCode, orgName: line(100), name: line(100), email }),
      z.strictObject({ kind: z.literal('join'), code }),
      z.strictObject({ kind: z.literal('further-key') }),
    ]),
    'unlock',
  ),
  /** Judges a new PIN and starts to stretch it while the person reaches for the key. Failures: short-pin, weak-pin. */
  'enrol.pin': answers<null>()(z.strictObject({ pin }), 'unlock'),
  'enrol.finish': answers<{ state: 'unlocked' | 'waiting' }>()(
    z.strictObject({ pin, registration, assertion, prf: bytes32 }),
    'unlock',
  ),
  'enrol.cancel': answers<null>()(nothing, 'unlock'),

  'unlock.start': answers<TouchAsked>()(nothing, 'unlock'),
  /** Starts to stretch the PIN while the person reaches for the key. */
  'unlock.prepare': answers<null>()(z.strictObject({ pin }), 'unlock'),
  /** Failures: wrong-pin with `triesLeft`, credential-dead, credential-unknown, pending, removed. */
  'unlock.finish': answers<{ state: Opened }>()(z.strictObject({ pin, assertion, prf: bytes32 }), 'unlock'),
  lock: answers<null>()(nothing, 'popup', 'console', 'unlock'),

  /** The touch alone, within the shift. Failures: shift-over and shift-other-key, after which the PIN is asked. */
  'shift.start': answers<TouchAsked>()(nothing, 'unlock'),
  'shift.finish': answers<{ state: Opened }>()(z.strictObject({ assertion, prf: bytes32 }), 'unlock'),

  /** Judges the new PIN. Failures: short-pin, weak-pin. `allow`: the one key that this is about. */
  'pin.start': answers<TouchAsked & { allow: string }>()(z.strictObject({ next: pin }), 'unlock'),
  /** Failures: wrong-pin with `triesLeft`, credential-dead, pin-unclear. */
  'pin.finish': answers<null>()(z.strictObject({ pin, next: pin, assertion, prf: bytes32 }), 'unlock'),

  'rotate.review': answers<RotationReview>()(nothing, 'unlock'),
  /**
   * New keys of one's own under a new PIN, after `pin.start`. Failures: as `pin.finish`, same-pin, forked; rotation-unclear,
   * after which the desk is locked.
   */
  'rotate.finish': answers<null>()(z.strictObject({ pin, next: pin, assertion, prf: bytes32 }), 'unlock'),

  /** `member` null: one's own. */
  'keys.list': answers<KeyView[]>()(z.strictObject({ member: z.nullable(memberId) }), 'console', 'unlock'),
  /** For owners: what the server would check a key's make against, and how many keys are proved. */
  'keys.attestation': answers<AttestationLook>()(nothing, 'console'),
  /** Failures: key-in-use, last-key, not-allowed. */
  'keys.revoke': answers<null>()(z.strictObject({ member: memberId, credential: credentialId }), 'console'),

  'act.review': answers<Review>()(intent, 'console'),
  /** Signs and sends. `code` is the invitation's, shown once; `waitsUntil` (ms) when it now waits for a second owner. */
  'act.sign': answers<{
    folder: FolderId | null
    team: TeamId | null
    code: string | null
    waitsUntil: number | null
  }>()(intent, 'console'),

  /** An owner: name and e-mail of somebody who left are deleted for good. Failure: not-allowed. */
  'person.erase': answers<null>()(z.strictObject({ member: memberId }), 'console'),

  /** An owner agrees: this desk gives a restored server back what it lacks. Failures: nothing-to-repair, forked, not-allowed. */
  'repair.start': answers<null>()(nothing, 'console'),
  /** The evidence of a fork (its place in the warning's list) as a file that a stand-alone tool can check. */
  'fork.export': answers<{ name: string; content: string }>()(z.strictObject({ fork: count }), 'console'),
  /** The ledger, journals and receipts as this desk has verified them: a file for `npm run verify-ledger`. */
  'ledger.export': answers<{ name: string; content: string }>()(nothing, 'console'),

  'item.read': answers<{ fields: ItemFields; revision: number }>()(oneItem, 'console'),
  /**
   * `base` is the revision the form was opened on, `was` its fields then; null for a new item. The form chooses a new item's
   * id when it is opened, so that a save whose answer was lost can be asked for again, and says which form it is. What
   * others changed meanwhile is merged. `unsent`: the code of what it waits for when it is kept on this desk.
   */
  'item.save': answers<{ item: ItemId } & Saved>()(
    z.strictObject({
      folder: folderId,
      item: itemId,
      form: z.optional(itemId),
      base: z.nullable(count),
      was: z.optional(z.nullable(itemFields)),
      fields: itemFields,
    }),
    'console',
  ),
  'item.delete': answers<Saved>()(z.strictObject({ folder: folderId, item: itemId, base: count }), 'console'),
  /** For who manages the folder: what was deleted from it and can be brought back. */
  'items.deleted': answers<{ items: DeletedItem[] }>()(z.strictObject({ folder: folderId }), 'console'),
  'item.restore': answers<null>()(oneItem, 'console'),

  /** Syncs, and sends what waits. */
  'unsent.send': answers<null>()(nothing, 'console'),
  /** What an edit holds, and what it asks. Failure `unknown-item` once it is sent or discarded. */
  'unsent.read': answers<UnsentLook>()(oneItem, 'console'),
  /** The person's choice at the `revision` shown; `needs-choice` again when something else stands there by now. */
  'unsent.settle': answers<{ item: ItemId } & Saved>()(
    z.discriminatedUnion('as', [
      z.strictObject({
        as: z.literal('chosen'),
        folder: folderId,
        item: itemId,
        revision: count,
        /** Keys of the clashes in which theirs is taken. */
        theirs: z.array(text(7_000)).check(z.maxLength(200)),
      }),
      /** Theirs was to delete it. */
      z.strictObject({ as: z.literal('new'), folder: folderId, item: itemId, fresh: itemId }),
    ]),
    'console',
  ),
  'unsent.discard': answers<null>()(oneItem, 'console'),
  /** The person has read that edits were dropped with the access to their folder. */
  'unsent.dropped-read': answers<null>()(nothing, 'console'),

  /** The one-time code, from level read up. `look` opens nothing whose reading is recorded. */
  'code.look': answers<CodeView>()(
    z.strictObject({ of: codeOf, purpose: z.enum(['look', 'show']) }),
    'console',
    'popup',
  ),
  /** Puts the code on the clipboard for half a minute. Failures: not-allowed, no-code. */
  'code.copy': answers<null>()(codeOf, 'console', 'popup'),
  /** Puts a secret that the console shows on the clipboard for half a minute. */
  'secret.copy': answers<null>()(z.strictObject({ text: text(10_000) }), 'console'),
  /** From the page that nobody sees: what it is to put on the clipboard, null when that was given already. */
  'clipboard.take': answers<{ text: string | null }>()(nothing, 'clipboard'),
  'clipboard.written': answers<null>()(nothing, 'clipboard'),

  /** A password by the person's own choice of length and kinds. */
  'password.generate': answers<{ password: string }>()(passwordWish, 'console'),
  /** What can be generated on the page of this tab, and what was; null for who may keep no login anywhere. */
  'generated.look': answers<GeneratedLook | null>()(z.strictObject({ tab: count }), 'popup'),
  /**
   * The gesture: a new password, made by the page's rules, goes into its field and its confirmation, in a document of exactly the
   * origin that was shown (P8), and is kept until it is saved. Failures: no-new-password, page-rules, not-taken, not-heard, not-allowed.
   */
  'generated.fill': answers<null>()(z.strictObject({ tab: count, origin: address }), 'popup'),
  /** Puts it on the clipboard for half a minute. Failure: not-kept. */
  'generated.copy': answers<null>()(z.strictObject({ item: itemId }), 'popup'),
  /** Saves it as a login, or as the password of one. `unsent` as for `item.save`. Failures: not-kept; those of `item.save`. */
  'generated.save': answers<{ unsent: string | null }>()(
    z.discriminatedUnion('as', [
      z.strictObject({ as: z.literal('new'), item: itemId, folder: folderId, name: line(200), username: text(500) }),
      z.strictObject({ as: z.literal('change'), item: itemId, folder: folderId, login: itemId }),
    ]),
    'popup',
  ),

  /** What an address stands for by each rule, null when it is none of the web: the public suffix list is the keeper's. */
  'match.reach': answers<Reach | null>()(z.strictObject({ address }), 'console'),
  /** Why this login is offered for the page of this tab, or is not. Failure: unknown-item. */
  'login.fit': answers<Fit>()(z.strictObject({ folder: folderId, item: itemId, tab: count }), 'popup'),

  /** Works for this client from now on, or for all; fills nothing. Failure: not-allowed. */
  'client.choose': answers<null>()(z.strictObject({ folder: z.nullable(folderId) }), 'popup'),

  /**
   * Saves what was sent in a tab as a new login, under these names; its password is the worker's. Failures: as `item.save`,
   * offer-over. What can't be sent now is kept on this desk, as by the console's form.
   */
  'offer.save': answers<Saved>()(
    z.strictObject({ offer: offerId, folder: folderId, name: line(200), username: text(500) }),
    'popup',
  ),
  /** The same as the password of a login that stands there. Failures: as `item.save`, offer-over. */
  'offer.update': answers<Saved>()(z.strictObject({ offer: offerId, folder: folderId, item: itemId }), 'popup'),
  /** Not now; or, for `never`, not for this site again, by this person at this desk. */
  'offer.dismiss': answers<null>()(z.strictObject({ offer: offerId, never: z.boolean() }), 'popup'),

  /** For this site again, which the popup is open over. */
  'offer.again': answers<null>()(z.strictObject({ origin: address }), 'popup'),

  /** The gesture: fills this item in the frames of this tab that its addresses reach by their rules (P8). */
  fill: answers<FillOutcome>()(z.strictObject({ folder: folderId, item: itemId, tab: count }), 'popup'),
} as const

export type RequestName = keyof typeof requests
export type Input<N extends RequestName> = z.infer<(typeof requests)[N]['input']>
export type Reply<N extends RequestName> = NonNullable<(typeof requests)[N]['reply']> | NullReply<(typeof requests)[N]>
type NullReply<R> = R extends { readonly reply?: infer O } ? (null extends O ? null : never) : never

/** The revision that holds what was saved; and, when the server does not have it, the code of what it waits for. */
export type Saved = { revision: number; unsent: string | null }

/** What a page gets back. `data` belongs to the code: `triesLeft`, a bad field, to whom a form would send. */
export type Answer<O> = { ok: true; value: O } | { ok: false; code: string; data: FailureData }
export type FailureData = { triesLeft?: number; field?: string; address?: string }
