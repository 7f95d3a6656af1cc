/**
 * Everything that the server keeps. P1: ids, graph, ciphertext, public keys; names and addresses of people only in
 * `profiles` and `invitees`, rows that can be erased.
 */
import { sql } from 'drizzle-orm'
import {
  bigserial,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core'
import type {
  AttemptId,
  FolderId,
  Hash,
  InvitationId,
  ItemId,
  MemberId,
  OrgId,
  Signature,
  SignPublic,
  TeamId,
} from '../../shared/bytes/ids.ts'
import { aaguid, b64, bytea, time, whole } from './columns.ts'

/** At most one row: one org per server. */
const single = () => boolean().primaryKey().default(true)

export const org = pgTable(
  'org',
  { single: single(), id: b64<OrgId>().notNull(), createdAt: time().notNull() },
  (t) => [check('org_single', sql`${t.single}`)],
)

/** The one-time code of an empty server, hashed, until there is an org. */
export const setup = pgTable('setup', { single: single(), codeHash: b64<Hash>().notNull() }, (t) => [
  check('setup_single', sql`${t.single}`),
])

/** Which server secret the credentials here were made with: a derived value, compared at start. */
export const serverSecret = pgTable('server_secret', { single: single(), mark: b64<Hash>().notNull() }, (t) => [
  check('server_secret_single', sql`${t.single}`),
])

export const ledgerEntries = pgTable('ledger_entries', {
  sequence: whole().primaryKey(),
  entry: bytea().notNull(),
  hash: b64<Hash>().notNull(),
})

/** The newest receipt of each member, numbered as they come. `head` is the ledger sequence that it names. */
export const receipts = pgTable(
  'receipts',
  {
    member: b64<MemberId>().primaryKey(),
    serial: bigserial({ mode: 'number' }).notNull(),
    head: whole().notNull(),
    at: time().notNull(),
    receipt: bytea().notNull(),
  },
  (t) => [index().on(t.serial)],
)

/** When an owner's client last gave back entries that a restored backup lacked. */
export const repairs = pgTable('repairs', { single: single(), at: time().notNull() }, (t) => [
  check('repairs_single', sql`${t.single}`),
])

export const journalEntries = pgTable(
  'journal_entries',
  {
    folder: b64<FolderId>().notNull(),
    sequence: whole().notNull(),
    entry: bytea().notNull(),
    hash: b64<Hash>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.folder, t.sequence] })],
)

/** The current sealed parts of living items, and those of deleted ones until they are destroyed; what they replaced is gone. */
export const parts = pgTable(
  'parts',
  {
    folder: b64<FolderId>().notNull(),
    item: b64<ItemId>().notNull(),
    part: text({ enum: ['overview', 'secret'] }).notNull(),
    revision: whole().notNull(),
    sealed: b64().notNull(),
    /** When the item was deleted; null while it lives. */
    deletedAt: time(),
  },
  (t) => [primaryKey({ columns: [t.folder, t.item, t.part] })],
)

/** What each folder's newest snapshot is the hash of: where a fresh desk starts. */
export const snapshots = pgTable('snapshots', {
  folder: b64<FolderId>().primaryKey(),
  sequence: whole().notNull(),
  content: b64().notNull(),
})

/** Each secret that was handed out of a witnessed folder. */
export const uses = pgTable(
  'uses',
  {
    id: whole().primaryKey().generatedAlwaysAsIdentity(),
    at: time().notNull(),
    folder: b64<FolderId>().notNull(),
    item: b64<ItemId>().notNull(),
    member: b64<MemberId>().notNull(),
    purpose: text({ enum: ['fill', 'read', 'edit'] }).notNull(),
  },
  (t) => [index().on(t.folder, t.id)],
)

/** `toId` is empty and `toGeneration` 0 where the recipient has none. */
export const wraps = pgTable(
  'wraps',
  {
    kind: text({ enum: ['team', 'folder', 'share'] }).notNull(),
    id: b64<TeamId | FolderId>().notNull(),
    generation: whole().notNull(),
    toKind: text({ enum: ['member', 'team', 'folder', 'previous'] }).notNull(),
    toId: b64().notNull(),
    toGeneration: whole().notNull(),
    /** Whose share it is; empty for keys. */
    holder: b64().notNull().default(''),
    sealed: b64().notNull(),
  },
  (t) => [primaryKey({ columns: [t.id, t.kind, t.generation, t.toKind, t.toId, t.toGeneration, t.holder] })],
)

export const descriptions = pgTable(
  'descriptions',
  {
    kind: text({ enum: ['team', 'folder'] }).notNull(),
    id: b64<TeamId | FolderId>().notNull(),
    revision: whole().notNull(),
    named: b64().notNull(),
    sealed: b64().notNull(),
    sealedUnderTeam: b64(),
    forRegister: b64(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.id] })],
)

export const receiveKeys = pgTable('receive_keys', { hash: b64<Hash>().primaryKey(), key: b64().notNull() })

export const profiles = pgTable('profiles', {
  member: b64<MemberId>().primaryKey(),
  name: text().notNull(),
  email: text().notNull(),
  salt: b64().notNull(),
})

export const invitees = pgTable('invitees', {
  invitation: b64<InvitationId>().primaryKey(),
  name: text().notNull(),
  email: text().notNull(),
  salt: b64().notNull(),
})

/** How often each invitation was used to begin an enrolment. */
export const invitationBegins = pgTable('invitation_begins', {
  invitation: b64<InvitationId>().primaryKey(),
  begins: integer().notNull(),
})

/** Newcomers who wait for a click. */
export const joins = pgTable(
  'joins',
  {
    invitation: b64<InvitationId>().primaryKey(),
    member: b64<MemberId>().notNull(),
    signKey: b64<SignPublic>().notNull(),
    receiveKey: b64().notNull(),
    invitationSignature: b64<Signature>().notNull(),
    ownSignature: b64<Signature>().notNull(),
    askedAt: time().notNull(),
  },
  (t) => [unique().on(t.member)],
)

export const nonces = pgTable(
  'nonces',
  {
    nonce: b64().primaryKey(),
    purpose: text({ enum: ['enrol', 'prove', 'unlock', 'change-pin', 'shift'] }).notNull(),
    expiresAt: time().notNull(),
  },
  (t) => [index().on(t.expiresAt)],
)

/** What a registered FIDO key brings, whether it is enrolled yet or not. */
const key = {
  member: b64<MemberId>().notNull(),
  publicKey: b64().notNull(),
  counter: whole().notNull(),
  transports: text().array().notNull(),
  /** Half of the credential's VOPRF key: deleting the row kills it. */
  voprfRandom: bytea().notNull(),
  /** Which model the key says it is, null from before this was kept; and whether its maker vouched for that. */
  aaguid: aaguid(),
  attested: boolean().notNull().default(false),
}

export const credentials = pgTable(
  'credentials',
  {
    id: b64().primaryKey(),
    ...key,
    sealedSeed: b64().notNull(),
    sealRevision: whole().notNull(),
    tries: integer().notNull(),
    createdAt: time().notNull(),
    /** When it last brought a session. */
    usedAt: time(),
  },
  (t) => [index().on(t.member)],
)

const ofCredential = () =>
  b64()
    .notNull()
    .references(() => credentials.id, { onDelete: 'cascade' })

/** Between the two halves of an enrolment. The three last columns are an invitation's. */
export const enrolments = pgTable('enrolments', {
  id: b64().primaryKey(),
  kind: text({ enum: ['setup', 'join', 'further-key'] }).notNull(),
  org: b64<OrgId>().notNull(),
  credential: b64().notNull(),
  ...key,
  expiresAt: time().notNull(),
  invitation: b64<InvitationId>(),
  signKey: b64<SignPublic>(),
  receiveKey: b64(),
  invitationSignature: b64<Signature>(),
})

export const attempts = pgTable('attempts', {
  id: b64<AttemptId>().primaryKey(),
  credential: ofCredential(),
  member: b64<MemberId>().notNull(),
  /** By the touch alone, within the shift: no PIN was proved. */
  byTouch: boolean().notNull(),
  expiresAt: time().notNull(),
})

/** Between the two halves of a change of PIN: what the credential's row will have. */
export const pinChanges = pgTable('pin_changes', {
  id: b64<AttemptId>().primaryKey(),
  credential: ofCredential(),
  voprfRandom: bytea().notNull(),
  sealRevision: whole().notNull(),
  expiresAt: time().notNull(),
})

/** One for each credential: released against its touch until the shift ends. */
export const shiftKeys = pgTable('shift_keys', {
  credential: ofCredential().primaryKey(),
  key: b64().notNull(),
  startedAt: time().notNull(),
  endsAt: time().notNull(),
})

/** Ids of credentials that were taken away, so that whoever holds the key is told so. */
export const revokedCredentials = pgTable('revoked_credentials', {
  id: b64().primaryKey(),
  revokedAt: time().notNull(),
})

export const sessions = pgTable(
  'sessions',
  {
    id: b64().primaryKey(),
    member: b64<MemberId>().notNull(),
    /** What opened it. No foreign key: a session whose credential is gone says that it was revoked. */
    credential: b64().notNull(),
    byTouch: boolean().notNull(),
    /** Of the key that signs each request of this session (RFC 7638). */
    thumbprint: b64<Hash>().notNull(),
    startedAt: time().notNull(),
    expiresAt: time().notNull(),
  },
  (t) => [index().on(t.member)],
)

/** What members have done in an hour, by kind, member and hour: as the library that counts wants it. */
export const quotas = pgTable(
  'quotas',
  { key: text().primaryKey(), points: integer().notNull(), expire: timestamp({ withTimezone: true }) },
  (t) => [index().on(t.expire)],
)
