/**
 * Every request that an extension page or the opener script can send to the worker: who may send it, and its schema. The worker parses
 * each with these schemas and checks the sender against `from`; it refuses everything else.
 */
import * as z from 'zod/mini'
import { bytes32, count, email, folderId, itemId, line, memberId } from '../../shared/protocol/primitives.ts'
import { registration, setupCode } from '../../shared/protocol/enrol.ts'
import { assertion } from '../../shared/protocol/unlock.ts'
import type { FolderId, ItemId, OrgId, TeamId } from '../../shared/bytes/ids.ts'
import type { FolderAccess, PersonAccess } from './access-view.ts'
import type { CodeView } from './code-view.ts'
import { defineRequest } from './define-request.ts'
import type { FoundView } from './found-view.ts'
import type { HealthProgress, HealthReport } from './health-view.ts'
import { intent } from './intent.ts'
import { itemRequests, oneItem } from './item-requests.ts'
import type { Saved } from './item-requests.ts'
import { keyRequests } from './key-requests.ts'
import type { Fit, Reach } from './match-view.ts'
import { passwordWish } from './new-password.ts'
import type { GeneratedLook } from './new-password.ts'
import type { Review } from './review-view.ts'
import type { Copied } from './settings.ts'
import type { RotationReview } from './rotation-view.ts'
import type { FillOutcome, UnsentLook } from './views.ts'

const nothing = z.null()
/** A PIN as typed. The keeper checks length and strength, so that the person gets a message. */
const pin = z.string().check(z.maxLength(256))
const address = z.string().check(z.maxLength(2_048))
const code = z.string().check(z.maxLength(4_096))
const text = (max: number) => z.string().check(z.maxLength(max))
const offerId = text(64)
/** What a page needs for `navigator.credentials.create`, and for the `get` after it that proves PRF. Challenges are base64url. */
export type Creation = {
  rpId: string
  orgName: string
  person: string
  /** `user.id`, base64url of 49 bytes: version (1) ‖ member id (16) ‖ org id (32). */
  userId: string
  challenge: string
  proveChallenge: string
  prfSalt: string
  /** Credential ids that must not be registered twice. */
  exclude: string[]
  /** Whether to ask for attestation of the key's model, as the policy wants. */
  attested: boolean
}
/** What a page needs for `navigator.credentials.get`. Challenge and PRF salt are base64url of 32 bytes. */
export type AssertionRequest = { rpId: string; challenge: string; prfSalt: string }
/** A server as it presents itself. `org` and `orgName` are shown for the person to compare; nothing relies on them. */
export type ServerLook = { address: string; org: OrgId | null; orgName: string | null; trusted: boolean }
export type JoinLook = {
  address: string
  orgName: string
  name: string
  state: 'open' | 'asked' | 'used' | 'expired'
  trusted: boolean
  /** Whether the policy in the code lets two owners recover a personal folder. */
  recovery: boolean
  /** Whether the policy in the code wants two FIDO keys of everybody. */
  twoKeys: boolean
  /** Whether the policy in the code allows certain models of key only. */
  attested: boolean
}
/** The result of an unlock. `second-key`: the policy wants two FIDO keys, and the person must enrol the second first. */
export type UnlockResult = 'unlocked' | 'second-key'

const place = z.strictObject({
  trail: z.array(text(200)).check(z.maxLength(300)),
  open: z.array(text(64)).check(z.maxLength(5_000)),
})
export type Place = z.infer<typeof place>

const codeSource = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('item'), folder: folderId, item: itemId }),
  /** The seed, where the page has read the item already: nothing is opened again. */
  z.strictObject({ by: z.literal('seed'), totp: text(1_000) }),
])

export const requests = {
  /** Opens our window from the server's own page. The worker takes the origin from the browser, not from the message. */
  'open.here': defineRequest<null>()(nothing, 'opener'),
  'window.unlock': defineRequest<null>()(nothing, 'popup', 'console'),
  /** Opens the unlock window, where a further key is enrolled. */
  'window.further-key': defineRequest<null>()(nothing, 'popup', 'console'),
  /** Opens the unlock window, where the PIN is changed. */
  'window.change-pin': defineRequest<null>()(nothing, 'console'),
  /** Opens the unlock window, where the person rotates their keys. */
  'window.new-keys': defineRequest<null>()(nothing, 'console'),
  'window.console': defineRequest<null>()(nothing, 'popup', 'unlock'),
  'window.overview': defineRequest<null>()(nothing, 'popup'),

  /** Asks a server what it is, before it is trusted. Failures: server-unreachable, bad-address, not-cloison. */
  'server.look': defineRequest<ServerLook>()(z.strictObject({ address }), 'unlock'),
  /** The person has confirmed this address. A browser profile has one server. */
  'server.trust': defineRequest<null>()(z.strictObject({ address }), 'unlock'),

  /** Failures: bad-code, org-exists. */
  'setup.check': defineRequest<null>()(z.strictObject({ code: setupCode }), 'unlock'),
  /** Reads an invitation code. Failures: bad-invitation-code, invitation-unknown, invitation-other-org. */
  'join.look': defineRequest<JoinLook>()(z.strictObject({ code }), 'unlock'),

  'enrol.start': defineRequest<Creation>()(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('setup'), code: setupCode, orgName: line(100), name: line(100), email }),
      z.strictObject({ kind: z.literal('join'), code }),
      z.strictObject({ kind: z.literal('further-key') }),
    ]),
    'unlock',
  ),
  /** Checks a new PIN, and starts Argon2id on it while the person reaches for the key. Failures: short-pin, weak-pin. */
  'enrol.pin': defineRequest<null>()(z.strictObject({ pin }), 'unlock'),
  'enrol.finish': defineRequest<{ state: 'unlocked' | 'waiting' }>()(
    z.strictObject({ pin, registration, assertion, prf: bytes32 }),
    'unlock',
  ),
  'enrol.cancel': defineRequest<null>()(nothing, 'unlock'),

  'unlock.start': defineRequest<AssertionRequest>()(nothing, 'unlock'),
  /** Starts Argon2id on the PIN while the person reaches for the key. */
  'unlock.prepare': defineRequest<null>()(z.strictObject({ pin }), 'unlock'),
  /** Failures: wrong-pin with `triesLeft`, credential-dead, credential-unknown, pending, removed. */
  'unlock.finish': defineRequest<{ state: UnlockResult }>()(z.strictObject({ pin, assertion, prf: bytes32 }), 'unlock'),
  lock: defineRequest<null>()(nothing, 'popup', 'console', 'unlock'),

  /** Unlocks with the FIDO key alone during a shift. Failures: shift-over and shift-other-key, after which the PIN is needed. */
  'shift.start': defineRequest<AssertionRequest>()(nothing, 'unlock'),
  'shift.finish': defineRequest<{ state: UnlockResult }>()(z.strictObject({ assertion, prf: bytes32 }), 'unlock'),

  /** Checks the new PIN. Failures: short-pin, weak-pin. `allow`: the id of the credential in use, the only one to be asked. */
  'pin.start': defineRequest<AssertionRequest & { allow: string }>()(z.strictObject({ next: pin }), 'unlock'),
  /** Failures: wrong-pin with `triesLeft`, credential-dead, pin-unclear. */
  'pin.finish': defineRequest<null>()(z.strictObject({ pin, next: pin, assertion, prf: bytes32 }), 'unlock'),

  'rotate.review': defineRequest<RotationReview>()(nothing, 'unlock'),
  /**
   * Rotates the person's keys, under a new PIN, after `pin.start`. Failures: as `pin.finish`, same-pin, forked; rotation-unclear,
   * after which the device is locked.
   */
  'rotate.finish': defineRequest<null>()(z.strictObject({ pin, next: pin, assertion, prf: bytes32 }), 'unlock'),

  ...keyRequests,

  'act.review': defineRequest<Review>()(intent, 'console'),
  /** Signs and sends an act. `code`: the invitation's, shown once. `waitsUntil`: until when (ms) a second owner may approve it, or null. */
  'act.sign': defineRequest<{
    folder: FolderId | null
    /** In the order in which they were asked for. */
    folders: FolderId[]
    team: TeamId | null
    code: string | null
    waitsUntil: number | null
  }>()(intent, 'console'),

  /** What a person can open, and who can open a folder, each with the reasons. */
  'access.person': defineRequest<PersonAccess>()(z.strictObject({ member: memberId }), 'console'),
  'access.folder': defineRequest<FolderAccess>()(z.strictObject({ folder: folderId }), 'console'),

  /** For who manages a team: members by exact e-mail, whom they may then add. Failures: not-allowed, over-quota. */
  'person.find': defineRequest<FoundView[]>()(z.strictObject({ email }), 'console'),

  /** For owners: deletes name and e-mail of a former member for good. Failure: not-allowed. */
  'person.erase': defineRequest<null>()(z.strictObject({ member: memberId }), 'console'),

  /** For owners: sends a server restored from a backup what it lacks. Failures: nothing-to-repair, forked, not-allowed. */
  'repair.start': defineRequest<null>()(nothing, 'console'),
  /** Returns the evidence of a fork as a file that a stand-alone tool can check. `fork`: its index in the warning's list. */
  'fork.export': defineRequest<{ name: string; content: string }>()(z.strictObject({ fork: count }), 'console'),
  /** Returns the ledger, journals and receipts that this device has verified, as a file for `npm run verify-ledger`. */
  'ledger.export': defineRequest<{ name: string; content: string }>()(nothing, 'console'),

  ...itemRequests,

  /** Begins a check of the passwords that this person may read, in place of the one before. */
  'health.start': defineRequest<HealthProgress>()(nothing, 'console'),
  /** Goes on with a check for a moment. `report` once it is done. Failure `health-over` where another has begun, or the worker died. */
  'health.go-on': defineRequest<HealthProgress & { report: HealthReport | null }>()(
    z.strictObject({ run: count }),
    'console',
  ),
  'health.stop': defineRequest<null>()(z.strictObject({ run: count }), 'console'),

  /** Syncs, and sends the waiting edits. */
  'unsent.send': defineRequest<null>()(nothing, 'console'),
  /** Returns a waiting edit, and what the person must choose. Failure `unknown-item` once it is sent or discarded. */
  'unsent.read': defineRequest<UnsentLook>()(oneItem, 'console'),
  /** Saves the person's choice, made at the `revision` shown. `unsent` is `needs-choice` again where the item has changed since. */
  'unsent.settle': defineRequest<{ item: ItemId } & Saved>()(
    z.discriminatedUnion('as', [
      z.strictObject({
        as: z.literal('chosen'),
        folder: folderId,
        item: itemId,
        revision: count,
        /** Keys of the clashes in which the other side's value is taken. */
        theirs: z.array(text(7_000)).check(z.maxLength(200)),
      }),
      /** The other side deleted the item: saves it as a new one, with the id `fresh`. */
      z.strictObject({ as: z.literal('new'), folder: folderId, item: itemId, fresh: itemId }),
    ]),
    'console',
  ),
  'unsent.discard': defineRequest<null>()(oneItem, 'console'),
  /** The person has read that edits were dropped because they lost access to the folder. */
  'unsent.dropped-read': defineRequest<null>()(nothing, 'console'),

  /** Returns the one-time code, for level read or higher. `look` opens nothing whose reading the server records. */
  'code.look': defineRequest<CodeView>()(
    z.strictObject({ of: codeSource, purpose: z.enum(['look', 'show']) }),
    'console',
    'popup',
  ),
  /** Puts the code on the clipboard, for as long as the person has set. Failures: not-allowed, no-code. */
  'code.copy': defineRequest<Copied>()(codeSource, 'console', 'popup'),
  /** As `code.copy`, for a secret that the console shows. */
  'secret.copy': defineRequest<Copied>()(z.strictObject({ text: text(10_000) }), 'console'),
  /** For the offscreen page: the text that it must put on the clipboard, null where it was taken already, and for how long. */
  'clipboard.take': defineRequest<{ text: string | null; seconds: number }>()(nothing, 'clipboard'),
  'clipboard.written': defineRequest<null>()(nothing, 'clipboard'),

  /** Generates a password with the length and kinds of characters that the person chose. */
  'password.generate': defineRequest<{ password: string }>()(passwordWish, 'console'),
  /** What can be generated, or was generated, on the page of this tab; null for a person who may not save a login in any folder. */
  'generated.look': defineRequest<GeneratedLook | null>()(z.strictObject({ tab: count }), 'popup'),
  /**
   * The person's gesture to fill a new password. It follows the page's rules, goes into the password field and its confirmation, in a
   * document of exactly the origin that was shown (P8), and is kept until it is saved. Failures: no-new-password, page-rules, not-taken,
   * not-heard, not-allowed.
   */
  'generated.fill': defineRequest<null>()(z.strictObject({ tab: count, origin: address }), 'popup'),
  /** As `code.copy`, for the generated password. Failure: not-kept. */
  'generated.copy': defineRequest<Copied>()(z.strictObject({ item: itemId }), 'popup'),
  /** Saves the generated password as a new login, or in an existing one. `unsent` and failures as for `item.save`; also not-kept. */
  'generated.save': defineRequest<{ unsent: string | null }>()(
    z.discriminatedUnion('as', [
      z.strictObject({ as: z.literal('new'), item: itemId, folder: folderId, name: line(200), username: text(500) }),
      z.strictObject({ as: z.literal('change'), item: itemId, folder: folderId, login: itemId }),
    ]),
    'popup',
  ),

  /** Where this person was in the console before its page was loaded anew; null where nothing is kept. */
  'place.read': defineRequest<Place | null>()(nothing, 'console'),
  /** Keeps it, in the browser's memory and to the lock: paths, which hold ids, by the step of the page's history; and the open branches. */
  'place.keep': defineRequest<null>()(place, 'console'),

  /** What an address covers by each match rule, null where it is not http(s). Only the worker has the public suffix list. */
  'match.reach': defineRequest<Reach | null>()(z.strictObject({ address }), 'console'),
  /** Why this login is offered or not offered for the page of this tab. Failure: unknown-item. */
  'login.fit': defineRequest<Fit>()(z.strictObject({ folder: folderId, item: itemId, tab: count }), 'popup'),

  /** Chooses the client to work for, null for all; fills nothing. Failure: not-allowed. */
  'client.choose': defineRequest<null>()(z.strictObject({ folder: z.nullable(folderId) }), 'popup'),

  /**
   * Saves a login that was submitted in a tab as a new one, with this name and username. The worker holds its password. What cannot be
   * sent now waits on this device, as with the console's form. Failures: as `item.save`, offer-over.
   */
  'offer.save': defineRequest<Saved>()(
    z.strictObject({ offer: offerId, folder: folderId, name: line(200), username: text(500) }),
    'popup',
  ),
  /** Saves its password in an existing login. Failures: as `item.save`, offer-over. */
  'offer.update': defineRequest<Saved>()(z.strictObject({ offer: offerId, folder: folderId, item: itemId }), 'popup'),
  /** Dismisses an offer; with `never` this person gets none for this site on this device any more. */
  'offer.dismiss': defineRequest<null>()(z.strictObject({ offer: offerId, never: z.boolean() }), 'popup'),

  /** Allows offers for the site of the current tab again. */
  'offer.again': defineRequest<null>()(z.strictObject({ origin: address }), 'popup'),

  /** The person's gesture to fill this item, in the frames of this tab that its addresses cover by their match rules (P8). */
  fill: defineRequest<FillOutcome>()(z.strictObject({ folder: folderId, item: itemId, tab: count }), 'popup'),
  /**
   * The person's gesture to open this item's first address in a new tab and to fill it there, once and within a minute (P8). Failures: as
   * `fill` before a page is looked at; no-site.
   */
  'site.open': defineRequest<null>()(oneItem, 'popup', 'console'),
} as const

export type RequestName = keyof typeof requests
export type Input<N extends RequestName> = z.infer<(typeof requests)[N]['input']>
export type Reply<N extends RequestName> = NonNullable<(typeof requests)[N]['reply']> | NullReply<(typeof requests)[N]>
type NullReply<R> = R extends { readonly reply?: infer O } ? (null extends O ? null : never) : never

/** What a page gets back. `data` belongs to the code: the tries left, the bad field, or the address that a form would submit to. */
export type Answer<O> = { ok: true; value: O } | { ok: false; code: string; data: FailureData }
export type FailureData = { triesLeft?: number; field?: string; address?: string }
