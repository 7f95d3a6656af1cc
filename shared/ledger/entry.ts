/**
 * The signed hash chain that ledger and journals share (docs/LEDGER.md): a body in canonical encoding, one Ed25519 signature
 * over it, and the SHA-256 of both as the link that the next entry names. The label is part of what is signed, so no
 * signature can be moved from one kind of object to another (S11).
 */
import { folderId, hash, itemId, memberId, orgId, signature } from '../bytes/ids.ts'
import type { Hash, Signature } from '../bytes/ids.ts'
import { int, list, nullable, record, rawWindow } from '../bytes/record.ts'
import type { Codec, Of } from '../bytes/record.ts'
import { Failure } from '../bytes/failure.ts'
import { sha256 } from '../crypto/hash.ts'
import { createAction, ledgerHead } from './acts.ts'

const version = 1
const chain = { version: int, org: orgId, sequence: int, previous: hash, time: int, author: memberId }

/** An entry of the org's ledger: a list of acts under one signature, all or nothing. Time in ms since 1970. */
export const ledgerBody = record('cloison/v1/ledger', { ...chain, acts: list(createAction) })
export type LedgerBody = Of<typeof ledgerBody>

/** One sealed part of an item: at which revision and generation it was sealed, and the hash of the sealed bytes. */
const part = record('part', { revision: int, generation: int, hash })
export type PartLink = Of<typeof part>
const live = record('live', { overview: part, secret: part })

/** What became of one item: its two parts, or null once it is deleted. */
const change = record('change', { item: itemId, revision: int, parts: nullable(live) })
export type Change = Of<typeof change>

/**
 * An entry of one folder's journal; `ledger` is the ledger position it was written on. Either changes, or a snapshot: the
 * hash of all that the folder holds, for fresh desks to start from.
 */
export const journalBody = record('cloison/v1/journal', {
  ...chain,
  folder: folderId,
  ledger: ledgerHead,
  generation: int,
  changes: list(change),
  snapshot: nullable(hash),
})
export type JournalBody = Of<typeof journalBody>

const signed = record('cloison/v1/signed', { body: rawWindow, signature })

/** What a signature is over, what it is, and the entry's own hash. */
export type Opened<Body> = { body: Body; signedBytes: Uint8Array; signature: Signature; hash: Hash }

/** The bytes of an entry from its body's bytes and the signature over them. */
export const packEntry = (body: Uint8Array<ArrayBuffer>, by: Signature) => signed.write({ body, signature: by })

/**
 * Reads an entry of either chain; the signature is not yet checked. Throws `bad-encoding`, `unknown-variant`, or
 * `unknown-version` (P6: no older or newer form is read). `isKnown`: this very entry was read before, so that its bytes are not
 * compared again with what they are written back as.
 */
export async function readEntry<Body extends { version: number }>(
  codec: Codec<Body>,
  entry: Uint8Array<ArrayBuffer>,
  isKnown = false,
): Promise<Opened<Body>> {
  const { body: signedBytes, signature: by } = isKnown ? parsed(signed, entry) : signed.read(entry)
  const body = isKnown ? parsed(codec, signedBytes) : codec.read(signedBytes)
  if (body.version !== version) throw new Failure('unknown-version')
  return { body, signedBytes, signature: by, hash: await sha256(entry) }
}

const parsed = <T>(codec: Codec<T>, bytes: Uint8Array): T => codec.parse(bytes, 0, bytes.length)

export const entryVersion = version
