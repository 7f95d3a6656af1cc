import * as z from 'zod/mini'
import { credentialId } from '../../../shared/protocol/credentials.ts'
import { authority, enrolFinishRequest, joinsReply } from '../../../shared/protocol/enrol.ts'
import {
  blob,
  bytes32,
  count,
  folderId,
  hash,
  head,
  invitationId,
  itemId,
  memberId,
  orgId,
  teamId,
} from '../../../shared/protocol/primitives.ts'

/** What `unlocked` holds: the session, and what a worker needs to go on with it. */
const unlocked = z.strictObject({
  server: z.string(),
  org: orgId,
  member: memberId,
  seed: bytes32,
  pinned: head,
  token: z.string(),
  /** By this desk's clock, which may be wrong. */
  expiresAt: count,
  /** The server's newest nonce for proofs; written with the rest, which is often enough. */
  nonce: z.string(),
  /** The key that opened it. */
  credential: credentialId,
  /** How many keys this person has, as the server reports; null until it is asked. */
  keys: z.nullable(count),
  /** Ids of the items last filled, newest first. */
  recent: z.array(z.string()),
  /** The client that this person works for now, null for all. */
  client: z.nullable(folderId),
})

/** The times that the limits of an unlocked desk count from. `heard`: when the server last answered, null for never on this desk. */
const times = z.strictObject({
  time: z.number(),
  wall: z.number(),
  heard: z.nullable(z.number()),
  unlocked: z.number(),
  written: z.number(),
})

/** An enrolment between its two messages; removed at its end. */
const ceremony = z.strictObject({
  server: z.string(),
  org: orgId,
  member: memberId,
  seed: bytes32,
  keyGeneration: count,
  pinned: head,
  authority,
  outcome: enrolFinishRequest.shape.outcome,
  registrationNonce: bytes32,
  assertionNonce: bytes32,
})

/** Entries that were signed and sent for an intent, whose answers may be lost. */
const tries = z.array(
  z.strictObject({
    intent: hash,
    sequence: count,
    hash,
    at: count,
    /** What the intent made, for whoever asked. */
    made: z.strictObject({
      folder: z.nullable(folderId),
      /** Of an intent that creates many. */
      folders: z.nullable(z.array(folderId)),
      team: z.nullable(teamId),
      /** `secret` is the invitation's, base64url. */
      invitation: z.nullable(z.strictObject({ id: invitationId, secret: bytes32 })),
      /** Whether it now waits for a second owner. */
      proposed: z.boolean(),
    }),
  }),
)

const holder = [
  z.strictObject({ kind: z.literal('team'), id: teamId }),
  z.strictObject({ kind: z.literal('folder'), id: folderId }),
] as const
/** New keys that a re-keying could not seal to somebody entitled to them (S10). */
const undelivered = z.array(
  z.strictObject({
    of: z.discriminatedUnion('kind', holder),
    generation: count,
    to: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('member'), id: memberId }), ...holder]),
  }),
)

/**
 * P2: what a desk keeps of the PIN for the shift: its VOPRF output, sealed under a key that the server holds; never the PIN or what
 * Argon2id made of it. `since`: when key and PIN were given; `since` and `until` by this desk's clock.
 */
const shift = z.strictObject({
  server: z.string(),
  org: orgId,
  member: memberId,
  credential: credentialId,
  since: count,
  until: count,
  sealed: blob(1_024),
})

/** Tabs that wait for the one-time code of a login that was filled there, on that page. */
const nextStep = z.array(z.strictObject({ tab: count, item: itemId, page: z.string(), until: count }))

/** Passwords that a page has been given and no login holds yet. `item`: the login that it is going to be. */
const generated = z.array(
  z.strictObject({
    item: itemId,
    tab: count,
    origin: z.string(),
    password: z.string(),
    username: z.string(),
    fields: count,
    changes: z.boolean(),
    isShort: z.boolean(),
    until: count,
  }),
)

/** Where somebody was in the console: ids only, so that a reload leads back there. */
const place = z.strictObject({ trail: z.array(z.string()), open: z.array(z.string()) })

/**
 * Every key of the session store, with its type and what a lock does to it. The store lies in the memory of the browser, in
 * clear. P10: a lock removes all that opens something; only what opens nothing without the server outlives it.
 */
export const sessionKeys = {
  unlocked: { schema: unlocked, atLock: 'removed' },
  times: { schema: times, atLock: 'removed' },
  ceremony: { schema: ceremony, atLock: 'removed' },
  /** The nonce of the assertion that a page was asked for, until the request that it is for. */
  nonce: { schema: z.string(), atLock: 'removed' },
  tries: { schema: tries, atLock: 'removed' },
  /** Newcomers who wait, and open invitations, as last fetched. */
  joins: { schema: joinsReply, atLock: 'removed' },
  undelivered: { schema: undelivered, atLock: 'removed' },
  /** There while new keys of one's own are sent and not answered. */
  rotating: { schema: z.literal(true), atLock: 'removed' },
  'next-step': { schema: nextStep, atLock: 'removed' },
  generated: { schema: generated, atLock: 'removed' },
  place: { schema: place, atLock: 'removed' },
  shift: { schema: shift, atLock: 'kept' },
} as const satisfies Record<string, { schema: z.ZodMiniType; atLock: 'removed' | 'kept' }>

export type SessionKeyName = keyof typeof sessionKeys
/** What lies under this key. */
export type Stored<N extends SessionKeyName> = z.infer<(typeof sessionKeys)[N]['schema']>

/** The store itself, untyped: read and written through the functions below. */
export type SessionStore = {
  get(key: SessionKeyName): Promise<unknown>
  set(key: SessionKeyName, value: unknown): Promise<void>
  remove(...keys: SessionKeyName[]): Promise<void>
}
type Has = { session: SessionStore }

const schemas: { readonly [N in SessionKeyName]: { schema: z.ZodMiniType<Stored<N>> } } = sessionKeys
const isName = (name: string): name is SessionKeyName => Object.hasOwn(sessionKeys, name)

/** Returns what lies under this key; null where nothing does, or something of another form. */
export async function readStored<N extends SessionKeyName>({ session }: Has, name: N): Promise<Stored<N> | null> {
  const parsed = schemas[name].schema.safeParse(await session.get(name))
  return parsed.success ? parsed.data : null
}

/** Puts a value under this key, in place of what was there. */
export const writeStored = <N extends SessionKeyName>({ session }: Has, name: N, value: Stored<N>): Promise<void> =>
  session.set(name, value)

export const removeStored = ({ session }: Has, name: SessionKeyName): Promise<void> => session.remove(name)

/** P10: removes all that may not outlive a lock. */
export const removeAtLock = ({ session }: Has): Promise<void> =>
  session.remove(
    ...Object.keys(sessionKeys)
      .filter(isName)
      .filter((name) => sessionKeys[name].atLock === 'removed'),
  )
