import * as z from 'zod/mini'
import {
  aaguid,
  count,
  email,
  folderId,
  head,
  invitationId,
  line,
  memberId,
  teamId,
} from '../../shared/protocol/primitives.ts'

const policy = z.strictObject({
  shiftHours: count,
  keepDays: count,
  unlockedHours: count,
  withoutServerHours: count,
  twoKeys: z.boolean(),
  recovery: z.boolean(),
  attested: z.boolean(),
  authenticators: z.array(aaguid).check(z.maxLength(100)),
  managersInvite: z.boolean(),
  plainExport: z.enum(['never', 'folder', 'bulk']),
  forms: z.enum(['off', 'manage', 'always']),
})
const level = z.enum(['fill', 'read', 'edit', 'manage'])
const role = z.enum(['owner', 'admin', 'auditor', 'member'])
/** A day as a date field gives it; empty for none. */
const day = z.union([z.literal(''), z.iso.date()])
/** Some lines of text, or none. */
const lines = (max: number) => z.string().check(z.maxLength(max), z.regex(/^[^\p{Surrogate}]*$/u, 'text'))
/** What is said about a client. The contract ends on its first day at the earliest. */
const aboutClient = z
  .strictObject({
    hue: z.int().check(z.gte(0), z.lt(12)),
    start: day,
    end: day,
    sensitive: z.boolean(),
    contact: lines(500),
    channels: z.array(line(40)).check(z.maxLength(20)),
  })
  .check(z.refine(({ start, end }) => start === '' || end === '' || start <= end, 'ends before it starts'))
const grantee = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('team'), id: teamId }),
  z.strictObject({ kind: z.literal('member'), id: memberId }),
])

const someInvitations = z.array(invitationId).check(z.minLength(1), z.maxLength(500))

/** How many folders one intent creates: as many surely fit into one entry, with their wraps and names beside it. */
export const MOST_FOLDERS = 200

/** What a person wants to do and must sign. The keeper turns it into ledger acts, wraps and re-keyings. */
export const intent = z.lazy(() =>
  z.discriminatedUnion('do', [
    z.strictObject({ do: z.literal('create-folder'), parent: z.nullable(folderId), name: line(100) }),
    /** Many folders under one signature. `parent`: a folder, or the place in this list of one before it; null for the top. */
    z.strictObject({
      do: z.literal('create-folders'),
      folders: z
        .array(z.strictObject({ parent: z.nullable(z.union([folderId, count])), name: line(100) }))
        .check(z.minLength(1), z.maxLength(MOST_FOLDERS)),
    }),
    /** `recoverable`: the person agrees that two owners together may recover it for the person's new keys. */
    z.strictObject({ do: z.literal('create-personal'), name: line(100), recoverable: z.boolean() }),
    /** The same agreement later, for the existing personal folder. */
    z.strictObject({ do: z.literal('allow-recovery') }),
    /** Recovers the personal folder of a person who lost their keys, for that person's new membership. */
    z.strictObject({ do: z.literal('recover-folder'), folder: folderId, to: memberId }),
    z.strictObject({ do: z.literal('rename-folder'), folder: folderId, name: line(100) }),
    z.strictObject({ do: z.literal('describe-client'), folder: folderId, about: aboutClient }),
    /** Folds the folder, with all below, out of what is offered and filled; or brings it back. Access stays as it was. */
    z.strictObject({ do: z.literal('archive-folder'), folder: folderId, archived: z.boolean() }),
    /** `home` null: the same entry creates a top folder with the team's name as its home. */
    z.strictObject({ do: z.literal('create-team'), name: line(100), home: z.nullable(folderId) }),
    z.strictObject({ do: z.literal('delete-team'), team: teamId }),
    z.strictObject({ do: z.literal('rename-team'), team: teamId, name: line(100) }),
    /** `from` and `until` in ms since 1970, null for no bound; `manage` has none. */
    z.strictObject({
      do: z.literal('grant'),
      folder: folderId,
      to: grantee,
      level,
      from: z.optional(z.nullable(count)),
      until: z.optional(z.nullable(count)),
    }),
    z.strictObject({ do: z.literal('revoke'), folder: folderId, to: grantee }),
    z.strictObject({
      do: z.literal('invite'),
      name: line(100),
      email,
      role,
      teams: z.array(teamId).check(z.maxLength(50)),
      /** The membership under lost keys of the person who comes back: it is removed when they are approved. */
      replaces: z.optional(z.nullable(memberId)),
      /** An earlier invitation of the same person, which the same entry cancels: its code is good no more. */
      cancels: z.optional(z.nullable(invitationId)),
    }),
    /** Also refuses whoever answered it and waits. */
    z.strictObject({ do: z.literal('cancel-invitation'), invitation: invitationId }),
    z.strictObject({ do: z.literal('approve'), invitation: invitationId }),
    /** Lets in several newcomers under one signature; none who is to be an owner, since that may take two. */
    z.strictObject({ do: z.literal('approve-many'), invitations: someInvitations }),
    /** As `cancel-invitation`, for several. */
    z.strictObject({ do: z.literal('cancel-invitations'), invitations: someInvitations }),
    z.strictObject({
      do: z.literal('set-members'),
      team: teamId,
      added: z.array(memberId).check(z.maxLength(2_000)),
      removed: z.array(memberId).check(z.maxLength(2_000)),
    }),
    z.strictObject({ do: z.literal('set-profile'), member: memberId, name: line(100), email }),
    z.strictObject({ do: z.literal('remove-member'), member: memberId }),
    /** Removes several members at once: each team and folder is re-keyed once for all of them. */
    z.strictObject({
      do: z.literal('remove-members'),
      members: z.array(memberId).check(z.minLength(1), z.maxLength(500)),
    }),
    z.strictObject({ do: z.literal('set-role'), member: memberId, role }),
    z.strictObject({ do: z.literal('move-folder'), folder: folderId, parent: z.nullable(folderId) }),
    z.strictObject({ do: z.literal('delete-folder'), folder: folderId }),
    z.strictObject({ do: z.literal('close-folder'), folder: folderId }),
    z.strictObject({ do: z.literal('reopen-folder'), folder: folderId }),
    z.strictObject({ do: z.literal('witness-folder'), folder: folderId, witnessed: z.boolean() }),
    z.strictObject({ do: z.literal('adopt-folder'), folder: folderId, by: memberId }),
    /** Forms, requests and reviews of this folder and below are kept by its managers, and no longer by the organisation's register. */
    z.strictObject({ do: z.literal('create-register'), folder: folderId }),
    z.strictObject({ do: z.literal('anchor-journal'), folder: folderId }),
    z.strictObject({ do: z.literal('set-policy'), policy }),
    /** For the second owner: an intent that needs two owners becomes a proposal of the first. */
    z.strictObject({ do: z.literal('approve-proposal'), proposed: head }),
    z.strictObject({ do: z.literal('withdraw-proposal'), proposed: head }),
  ]),
)
export type Intent = z.infer<typeof intent>
