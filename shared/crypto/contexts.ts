/**
 * Every place a ciphertext, derivation or signature is bound to (P5): one label and one fixed tuple each, in the canonical
 * form. Names places, keeps no secret. Tuples that start with FORMAT and SUITE change label or number when anything
 * changes (P6); no two functions can give the same bytes, because no two share a label.
 */
import type { Bytes } from '../bytes/bytes.ts'
import { encode } from '../bytes/encode.ts'
import type { Field } from '../bytes/encode.ts'
import { idBytes } from '../bytes/ids.ts'
import type {
  AttemptId,
  FolderId,
  Hash,
  InvitationId,
  ItemId,
  MemberId,
  OrgId,
  SignPublic,
  TeamId,
} from '../bytes/ids.ts'
import { sha256Bytes } from './hash.ts'

const FORMAT = 1
const SUITE = 1
export const place = (what: string, ...fields: Field[]) => encode(`cloison/v1/${what}`, FORMAT, SUITE, ...fields)

/** What has generations of keys, and its ids. */
export type Kind = 'team' | 'folder'
export type IdOf = { team: TeamId; folder: FolderId }
/** One generation of a team's or folder's key. */
export type Generation<K extends Kind = Kind> = { kind: K; org: OrgId; id: IdOf[K]; generation: number }

// Unlock

/** Salt of the PIN's Argon2id, before SHA-256. */
export const pinSalt = (org: OrgId): Bytes => encode('cloison/v1/pin', idBytes(org))

/** Bytes whose SHA-256 is the WebAuthn PRF input. */
export const prfInput: Bytes = new TextEncoder().encode('cloison/v1/prf')

/** The WebAuthn PRF input, 32 bytes. */
export const prfSalt = (): Promise<Bytes> => sha256Bytes(prfInput)

/** The WebAuthn challenge, 32 bytes: no server can pass on another server's, or one for another purpose. */
export const webauthnChallenge = (purpose: string, serverOrigin: string, nonce: Uint8Array): Promise<Bytes> =>
  sha256Bytes(encode('cloison/v1/webauthn', purpose, serverOrigin, nonce))

/** HKDF info of the unlock key: the VOPRF public key (32 bytes) that y was proved under. */
export const unlockInfo = (voprfPublicKey: Uint8Array): Bytes => encode('cloison/v1/unlock', voprfPublicKey)

/** Where a sealed member seed belongs. */
export const sealedSeedContext = (at: {
  credentialId: Uint8Array
  voprfPublicKey: Uint8Array
  revision: number
}): Bytes => place('sealed-seed', at.credentialId, at.voprfPublicKey, at.revision)

/** What the opened client signs to get its session. `thumbprint`: of the session's public key (RFC 7638). */
export const sessionProof = (of: {
  purpose: string
  org: OrgId
  serverOrigin: string
  attempt: AttemptId
  thumbprint: Hash
}): Bytes => place('session', of.purpose, idBytes(of.org), of.serverOrigin, idBytes(of.attempt), idBytes(of.thumbprint))

/** What the member signs to change a PIN: this attempt, and exactly the seed that they sealed anew. */
export const pinChangeProof = (of: {
  org: OrgId
  member: MemberId
  serverOrigin: string
  change: AttemptId
  sealed: Hash
}): Bytes =>
  place('pin-change', idBytes(of.org), idBytes(of.member), of.serverOrigin, idBytes(of.change), idBytes(of.sealed))

/** Where the PIN's VOPRF output lies sealed on a desk, under a key that the server holds for the shift. */
export const shiftContext = (at: {
  org: OrgId
  member: MemberId
  credentialId: Uint8Array
  serverOrigin: string
}): Bytes => place('shift', idBytes(at.org), idBytes(at.member), at.credentialId, at.serverOrigin)

// Generations and wraps

/** HKDF info of a key's commitment in the ledger. */
export const commitInfo = (kind: Kind, org: OrgId, id: TeamId | FolderId, generation: number): Bytes =>
  place('commit', kind, idBytes(org), idBytes(id), generation)

/** A generation's key, and the one recipient it is sealed to. */
export type Wrap<K extends Kind = Kind> = Generation<K> & {
  recipientKind: 'member' | 'team' | 'folder'
  recipient: MemberId | TeamId | FolderId
  recipientGeneration: number
  /** Hash of the recipient's receive key, from the ledger. */
  recipientKeyHash: Hash
}

/** HPKE info of a wrap. */
export const wrapInfo = (wrap: Wrap): Bytes =>
  place(
    'wrap',
    wrap.kind,
    idBytes(wrap.org),
    idBytes(wrap.id),
    wrap.generation,
    wrap.recipientKind,
    idBytes(wrap.recipient),
    wrap.recipientGeneration,
    idBytes(wrap.recipientKeyHash),
  )

/** One owner's share of a personal folder's key, and whom it is sealed to: that owner, or the person it comes back to. */
export type ShareAt = {
  org: OrgId
  id: FolderId
  generation: number
  holder: MemberId
  recipient: MemberId
  recipientGeneration: number
  recipientKeyHash: Hash
}

/** HPKE info of a sealed share. */
export const shareInfo = (at: ShareAt): Bytes =>
  place(
    'share',
    idBytes(at.org),
    idBytes(at.id),
    at.generation,
    idBytes(at.holder),
    idBytes(at.recipient),
    at.recipientGeneration,
    idBytes(at.recipientKeyHash),
  )

/** Where the key of generation - 1 lies, sealed under that of `generation`. */
export const previousContext = (at: Generation): Bytes =>
  place('previous', at.kind, idBytes(at.org), idBytes(at.id), at.generation)

// Vault

/** Where one part of an item belongs. */
export const itemPartContext = (at: {
  org: OrgId
  folder: FolderId
  item: ItemId
  part: 'overview' | 'secret'
  generation: number
  revision: number
  author: MemberId
}): Bytes =>
  place(
    'item-part',
    idBytes(at.org),
    idBytes(at.folder),
    idBytes(at.item),
    at.part,
    at.generation,
    at.revision,
    idBytes(at.author),
  )

/** Where a folder's description (name, brand, contact) belongs; `generation` of the folder's key. */
export const folderDescriptionContext = (at: {
  org: OrgId
  folder: FolderId
  generation: number
  revision: number
  author: MemberId
}): Bytes =>
  place('folder-description', idBytes(at.org), idBytes(at.folder), at.generation, at.revision, idBytes(at.author))

/** Where a team's description belongs; `generation` of the key it is sealed `under`: its home folder's or its own. */
export const teamDescriptionContext = (at: {
  org: OrgId
  team: TeamId
  under: 'folder' | 'team'
  generation: number
  revision: number
  author: MemberId
}): Bytes =>
  place('team-description', idBytes(at.org), idBytes(at.team), at.under, at.generation, at.revision, idBytes(at.author))

// People

/** Bytes whose SHA-256 the ledger carries for a profile; `salt` is 32 random bytes. */
export const profileInput = (of: {
  org: OrgId
  member: MemberId
  name: string
  email: string
  salt: Uint8Array
}): Bytes => encode('cloison/v1/profile', idBytes(of.org), idBytes(of.member), of.name, of.email, of.salt)

/** Bytes whose SHA-256 the ledger carries for whom an invitation is made out to; `salt` is 32 random bytes. */
export const inviteeInput = (of: {
  org: OrgId
  invitation: InvitationId
  name: string
  email: string
  salt: Uint8Array
}): Bytes => encode('cloison/v1/invitee', idBytes(of.org), idBytes(of.invitation), of.name, of.email, of.salt)

/** What a newcomer signs, with the invitation's key and with their own. */
export const joinProof = (of: {
  org: OrgId
  invitation: InvitationId
  member: MemberId
  signKey: SignPublic
  receiveHash: Hash
}): Bytes =>
  place(
    'join',
    idBytes(of.org),
    idBytes(of.invitation),
    idBytes(of.member),
    idBytes(of.signKey),
    idBytes(of.receiveHash),
  )

/** What somebody signs with their new sign key when they take new keys; `generation` is that of the new ones. */
export const rotationProof = (of: {
  org: OrgId
  member: MemberId
  generation: number
  signKey: SignPublic
  receiveHash: Hash
}): Bytes =>
  place('rotation', idBytes(of.org), idBytes(of.member), of.generation, idBytes(of.signKey), idBytes(of.receiveHash))

/** What a requester signs: the form's words by hash, what is asked for as the ledger encodes it, until when it may be approved (ms). */
export const formProof = (of: { org: OrgId; requester: MemberId; form: Hash; expires: number; asked: Bytes }): Bytes =>
  place('form', idBytes(of.org), idBytes(of.requester), idBytes(of.form), of.expires, of.asked)

/** What the new sign key signs to go on with a session, at a rotation. `thumbprint`: of that session's public key (RFC 7638). */
export const rotationSessionProof = (of: {
  org: OrgId
  member: MemberId
  serverOrigin: string
  change: AttemptId
  thumbprint: Hash
}): Bytes =>
  place(
    'rotation-session',
    idBytes(of.org),
    idBytes(of.member),
    of.serverOrigin,
    idBytes(of.change),
    idBytes(of.thumbprint),
  )

// A desk's cache

/** Where a blob of a member's local cache belongs (P10). */
export const cacheContext = (at: { org: OrgId; member: MemberId; kind: string; name: string }): Bytes =>
  place('cache', idBytes(at.org), idBytes(at.member), at.kind, at.name)

/** HKDF info of the name under which a blob lies on disk, so that names say nothing (P10). */
export const blobNameInfo = (kind: string, name: string): Bytes => place('blob-name', kind, name)

// Derivation

/** HKDF info of a key derived from a seed or key; `context` names the place of a key that belongs to one. */
export const deriveInfo = (
  what:
    | 'sign'
    | 'receive'
    | 'self'
    | 'cache'
    | 'team-receive'
    | 'folder-receive'
    | 'part'
    | 'description'
    | 'previous'
    | 'invitation',
  context: Uint8Array | null = null,
): Bytes => place('derive', what, ...(context === null ? [] : [context]))
