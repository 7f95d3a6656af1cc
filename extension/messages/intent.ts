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
})
const level = z.enum(['fill', 'read', 'edit', 'manage'])
const role = z.enum(['owner', 'admin', 'auditor', 'member'])
const grantee = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('team'), id: teamId }),
  z.strictObject({ kind: z.literal('member'), id: memberId }),
])

/** A signed act as a person means it; the keeper turns it into ledger acts, wraps and re-keyings. */
export const intent = z.lazy(() =>
  z.discriminatedUnion('do', [
    z.strictObject({ do: z.literal('create-folder'), parent: z.nullable(folderId), name: line(100) }),
    /** `recoverable`: the person agrees that two owners together may give it to new keys of theirs. */
    z.strictObject({ do: z.literal('create-personal'), name: line(100), recoverable: z.boolean() }),
    /** The same later, for the personal folder that is there. */
    z.strictObject({ do: z.literal('allow-recovery') }),
    /** A personal folder whose person lost their keys, to that person's new keys. */
    z.strictObject({ do: z.literal('recover-folder'), folder: folderId, to: memberId }),
    z.strictObject({ do: z.literal('rename-folder'), folder: folderId, name: line(100) }),
    /** `home` null makes a new top folder of the team's name for its home, in the same entry. */
    z.strictObject({ do: z.literal('create-team'), name: line(100), home: z.nullable(folderId) }),
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
      /** Who lost their keys and comes back under this invitation: they are removed when the newcomer is let in. */
      replaces: z.optional(z.nullable(memberId)),
    }),
    z.strictObject({ do: z.literal('approve'), invitation: invitationId }),
    z.strictObject({
      do: z.literal('set-members'),
      team: teamId,
      added: z.array(memberId).check(z.maxLength(2_000)),
      removed: z.array(memberId).check(z.maxLength(2_000)),
    }),
    z.strictObject({ do: z.literal('set-profile'), member: memberId, name: line(100), email }),
    z.strictObject({ do: z.literal('remove-member'), member: memberId }),
    /** Leavers together: each team and folder is re-keyed once for all of them. */
    z.strictObject({
      do: z.literal('remove-members'),
      members: z.array(memberId).check(z.minLength(1), z.maxLength(500)),
    }),
    z.strictObject({ do: z.literal('set-role'), member: memberId, role }),
    z.strictObject({ do: z.literal('move-folder'), folder: folderId, parent: z.nullable(folderId) }),
    z.strictObject({ do: z.literal('close-folder'), folder: folderId }),
    z.strictObject({ do: z.literal('reopen-folder'), folder: folderId }),
    z.strictObject({ do: z.literal('witness-folder'), folder: folderId, witnessed: z.boolean() }),
    z.strictObject({ do: z.literal('adopt-folder'), folder: folderId, by: memberId }),
    z.strictObject({ do: z.literal('anchor-journal'), folder: folderId }),
    z.strictObject({ do: z.literal('set-policy'), policy }),
    /** What takes two owners is proposed by the first, whatever they asked for; these are for the second. */
    z.strictObject({ do: z.literal('approve-proposal'), proposed: head }),
    z.strictObject({ do: z.literal('withdraw-proposal'), proposed: head }),
  ]),
)
export type Intent = z.infer<typeof intent>
