/**
 * What an entry of the ledger can do (docs/LEDGER.md, "Acts"). An act not listed here is refused by whoever reads it (P6).
 */
import { aaguid } from '../bytes/aaguid.ts'
import { folderId, hash, invitationId, memberId, signature, signPublic, teamId } from '../bytes/ids.ts'
import { bool, int, list, nullable, oneOf, record, text, variant } from '../bytes/record.ts'
import type { Of } from '../bytes/record.ts'
import { levels } from '../rules/levels.ts'
import { formPolicies } from '../rules/form-policy.ts'
import { plainExports } from '../rules/plain-export.ts'

export const roles = ['owner', 'admin', 'auditor', 'member'] as const
export type Role = (typeof roles)[number]
export { levels }
export type { Level } from '../rules/levels.ts'

/** A generation of a team seed or folder key: HKDF commitment to the key, and the hash of its receive key. */
const generation = { commitment: hash, receive: hash }
/** To whom a folder is granted. */
const grantee = variant('kind', { team: { id: teamId }, member: { id: memberId } })
export type Grantee = Of<typeof grantee>

/** What the org asks of its members and desks; `isWeaker` in shared/rules/policy.ts says what takes two owners. */
export const policy = record('policy', {
  /** For how many hours after an unlock with the PIN a touch alone opens again, 0 to 12. */
  shiftHours: int,
  /** After how many days without an unlock a desk drops a member's sealed blobs, 1 to 90. */
  keepDays: int,
  /** How many hours after an unlock a desk locks, whatever is done there, 1 to 12: no session of the server's lasts longer. */
  unlockedHours: int,
  /** How many hours after it last heard from the server a desk locks, and opens no more until it has; 1 to all of `keepDays`. */
  withoutServerHours: int,
  /** Whether who joins registers two FIDO keys. */
  twoKeys: bool,
  /** Whether two owners together may give a person's personal folder to new keys of that same person. */
  recovery: bool,
  /** Whether who registers a FIDO key proves by the maker's attestation which model it is. */
  attested: bool,
  /** The models that may be registered, ascending; empty for any. Names none unless `attested`: a claim proves nothing. */
  authenticators: list(aaguid),
  /** Whether who manages every team of an invitation may invite members into these, and let in whom they invited. */
  managersInvite: bool,
  /** How much one file in clear may hold: nothing, the logins of one folder, or those of many. */
  plainExport: oneOf(...plainExports),
  /** Whether what raises somebody rests on a form that another asked for: never, where it is about `manage`, or always. */
  forms: oneOf(...formPolicies),
})
export type Policy = Of<typeof policy>

/** Where a ledger ends, or stands: what clients pin, seal into their seed, and name in journals. */
export const ledgerHead = record('head', { sequence: int, hash })
export type LedgerHead = Of<typeof ledgerHead>

/** What takes two owners once there are two, alone or as the content of a proposal (docs/LEDGER.md, "Two owners"). */
const ownersActs = {
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
  'member role set': { member: memberId, role: oneOf(...roles) },
  'policy set': { policy },
  /** Gives `manage` on a folder that nobody manages any more to an owner. */
  'folder adopted': { folder: folderId, by: memberId },
  /** Where the journal stands in truth, in the place of all its cuts: for a folder whose cuts contradict each other. */
  'journal anchored': { folder: folderId, sequence: int, head: hash },
  'folder reopened': { folder: folderId },
  /** Gives a personal folder whose person lost their keys to the new keys of that same person. */
  'folder recovered': { folder: folderId, to: memberId },
}
const ownersAct = variant('act', ownersActs)
export type OwnersAct = Of<typeof ownersAct>

const grantFields = {
  folder: folderId,
  to: grantee,
  level: oneOf(...levels),
  from: nullable(int),
  until: nullable(int),
}

/** What a form asks for; an act in the same entry says exactly the same. */
export const formLine = variant('line', {
  grant: grantFields,
  revocation: { folder: folderId, to: grantee },
  seat: { team: teamId, member: memberId },
  departure: { team: teamId, member: memberId },
  joiner: { invitation: invitationId, teams: list(teamId) },
  move: { folder: folderId, parent: nullable(folderId) },
})
export type FormLine = Of<typeof formLine>
export type FormLineOf<Label extends FormLine['line']> = Extract<FormLine, { line: Label }>
/** What a requester's signature is over, beside the form's hash. */
export const formLines = list(formLine)

export const createAction = variant('act', {
  ...ownersActs,
  'org created': { name: text, member: memberId, signKey: signPublic, receive: hash, profile: hash },
  'member invited': {
    invitation: invitationId,
    key: signPublic,
    role: oneOf(...roles),
    teams: list(teamId),
    expires: int,
    /** Who comes back with new keys under this invitation: they are removed in the entry that adds the newcomer, or before. */
    replaces: nullable(memberId),
    /** Of whom it is for: name, e-mail and salt. */
    invitee: hash,
  },
  /** Its code lets nobody in any more. */
  'invitation cancelled': { invitation: invitationId },
  /** The author's own new keys; `proof` is over `rotationProof`, by the new sign key. */
  'member keys rotated': { signKey: signPublic, receive: hash, proof: signature },
  'member profile set': { member: memberId, profile: hash },
  /** Generation 1. `description` is the hash of the sealed description, revision 1. */
  'team created': { team: teamId, home: folderId, members: list(memberId), ...generation, description: hash },
  'team described': { team: teamId, revision: int, description: hash },
  'team members set': { team: teamId, added: list(memberId), removed: list(memberId) },
  /** Its members lose what they reached by it, and its id is used for good. */
  'team deleted': { team: teamId },
  'team re-keyed': { team: teamId, generation: int, ...generation },
  'folder created': { folder: folderId, parent: nullable(folderId), ...generation, description: hash },
  /**
   * A folder of records, never shown in the tree. `of` null: the organisation's, once. Who has it follows the roles alone; names of
   * folders and teams are sealed to it besides, so that owners, admins and auditors read every name. Else that folder's own, for its
   * managers.
   */
  'register created': { folder: folderId, of: nullable(folderId), ...generation, description: hash },
  /** At the top, for its author alone: never granted, moved or closed, and nothing lies below it. */
  'personal folder created': { folder: folderId, ...generation, description: hash },
  /** The key of this generation of the author's personal folder is split among these owners: two of them open it together. */
  'recovery set': { folder: folderId, generation: int, owners: list(memberId) },
  'folder described': { folder: folderId, revision: int, description: hash },
  'folder moved': { folder: folderId, parent: nullable(folderId) },
  /** Nothing lies below it and no team is at home in it; its id is used for good. */
  'folder deleted': { folder: folderId },
  /** `from` and `until` are ms since 1970, null for no bound: a dated grant counts from the one to just before the other. */
  'folder granted': grantFields,
  'folder revoked': { folder: folderId, to: grantee },
  'folder re-keyed': { folder: folderId, generation: int, ...generation },
  /** The client left: nothing is written, granted or filled in it and below until two owners reopen it. */
  'folder closed': { folder: folderId },
  /** From now on the server hands out each secret of the folder one by one, and records the use. */
  'folder witnessed': { folder: folderId, witnessed: bool },
  /**
   * Somebody asked for these rights, and the author approves `lines` of what was `asked`. `form` is the hash of its words and their salt;
   * the signature is over `formProof`, by the requester. Acts after it in the entry carry it out.
   */
  'form approved': {
    form: hash,
    requester: memberId,
    /** Until when it can be approved, ms since 1970. */
    expires: int,
    asked: formLines,
    lines: formLines,
    byRequester: signature,
  },
  proposed: { proposal: ownersAct },
  /** By another owner: the entry that proposed, by its place and hash. */
  approved: { proposed: ledgerHead },
  withdrawn: { proposed: ledgerHead },
  /** Pins the journal of a folder that this entry makes stale, re-keys, or takes a write right in (P5, the cut). */
  'journal cut': { folder: folderId, sequence: int, head: hash },
})
export type Act = Of<typeof createAction>
export type ActOf<Label extends Act['act']> = Extract<Act, { act: Label }>
