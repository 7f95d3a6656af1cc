/** Ids: base64url strings with a brand. This file is the one door where plain text becomes an id. */
import { fromBase64url, toBase64url } from './base64url.ts'
import type { Bytes } from './bytes.ts'
import { b64 } from './record.ts'
import type { Codec } from './record.ts'

type Branded<Name extends string> = string & { readonly __brand: Name }

/** 16 random bytes each. */
export type MemberId = Branded<'MemberId'>
export type TeamId = Branded<'TeamId'>
export type FolderId = Branded<'FolderId'>
export type ItemId = Branded<'ItemId'>
export type InvitationId = Branded<'InvitationId'>
export type AttemptId = Branded<'AttemptId'>
/** 32 bytes: the hash of the ledger's first entry; zeros inside that entry. */
export type OrgId = Branded<'OrgId'>
/** SHA-256, 32 bytes. */
export type Hash = Branded<'Hash'>
/** Ed25519 public key, 32 bytes. */
export type SignPublic = Branded<'SignPublic'>
/** Ed25519 signature, 64 bytes. */
export type Signature = Branded<'Signature'>

export type AnyId = Branded<string>

const branded = <T extends AnyId>(length: number) => b64(length) as Codec<T>

export const memberId = branded<MemberId>(16)
export const teamId = branded<TeamId>(16)
export const folderId = branded<FolderId>(16)
export const itemId = branded<ItemId>(16)
export const invitationId = branded<InvitationId>(16)
export const attemptId = branded<AttemptId>(16)
export const orgId = branded<OrgId>(32)
export const hash = branded<Hash>(32)
export const signPublic = branded<SignPublic>(32)
export const signature = branded<Signature>(64)

/** The raw bytes that an id stands for. */
export const idBytes = (id: AnyId): Bytes => fromBase64url(id)

/** `text` as an id of the codec's kind. Throws `bad-base64url`, or `bad-encoding` when the length is wrong. */
export const parseId = <T extends AnyId>(kind: Codec<T>, text: string): T => kind.read(fromBase64url(text))

const fresh = <T extends AnyId>(kind: Codec<T>): T => kind.read(crypto.getRandomValues(new Uint8Array(16)))

export const newMemberId = () => fresh(memberId)
export const newTeamId = () => fresh(teamId)
export const newFolderId = () => fresh(folderId)
export const newItemId = () => fresh(itemId)
export const newInvitationId = () => fresh(invitationId)
export const newAttemptId = () => fresh(attemptId)

/** 32 zero bytes: the previous hash of a chain's first entry. */
export const zero32: Hash = parseId(hash, toBase64url(new Uint8Array(32)))
/** 32 zero bytes: the org named inside the ledger's first entry, before the org has its hash. */
export const zeroOrg: OrgId = parseId(orgId, zero32)
/** An org's id is the hash of its ledger's first entry. */
export const orgOf = (firstEntry: Hash): OrgId => parseId(orgId, firstEntry)
