/**
 * What an entry of the ledger can do (DESIGN 5, "Acts"). An act not listed here is refused by whoever reads it (P6).
 */
import { folderId, hash, invitationId, memberId, signature, signPublic, teamId } from '../bytes/ids.ts'
import { int, list, nullable, oneOf, record, text, variant } from '../bytes/record.ts'
import type { Of } from '../bytes/record.ts'

export const roles = ['owner', 'admin', 'auditor', 'member'] as const
export type Role = (typeof roles)[number]
/** From least to most. */
export const levels = ['fill', 'read', 'edit', 'manage'] as const
export type Level = (typeof levels)[number]

/** A generation of a team seed or folder key: HKDF commitment to the key, and the hash of its receive key. */
const generation = { commitment: hash, receive: hash }
/** To whom a folder is granted. */
const grantee = variant('kind', { team: { id: teamId }, member: { id: memberId } })
export type Grantee = Of<typeof grantee>

export const act = variant('act', {
  'org created': { name: text, member: memberId, signKey: signPublic, receive: hash, profile: hash },
  'member invited': {
    invitation: invitationId,
    key: signPublic,
    role: oneOf(...roles),
    teams: list(teamId),
    expires: int,
  },
  'member added': {
    invitation: invitationId,
    member: memberId,
    signKey: signPublic,
    receive: hash,
    profile: hash,
    /** Both over `joinProof`: one by the invitation's key, one by the newcomer's own. */
    byInvitation: signature,
    byMember: signature,
  },
  'member removed': { member: memberId },
  /** Generation 1. `description` is the hash of the sealed description, revision 1. */
  'team created': { team: teamId, home: folderId, members: list(memberId), ...generation, description: hash },
  'team described': { team: teamId, revision: int, description: hash },
  'team members set': { team: teamId, added: list(memberId), removed: list(memberId) },
  'team re-keyed': { team: teamId, generation: int, ...generation },
  'folder created': { folder: folderId, parent: nullable(folderId), ...generation, description: hash },
  'folder described': { folder: folderId, revision: int, description: hash },
  'folder granted': { folder: folderId, to: grantee, level: oneOf(...levels) },
  'folder revoked': { folder: folderId, to: grantee },
  'folder re-keyed': { folder: folderId, generation: int, ...generation },
  /** Pins the journal of a folder that this entry makes stale, re-keys, or takes a write right in (P5, the cut). */
  'journal cut': { folder: folderId, sequence: int, head: hash },
})
export type Act = Of<typeof act>
export type ActOf<Label extends Act['act']> = Extract<Act, { act: Label }>

/** Where a ledger ends: what clients pin, seal into their seed, and name in journals. */
export const ledgerHead = record('head', { sequence: int, hash })
export type LedgerHead = Of<typeof ledgerHead>
