import { and, eq, inArray } from 'drizzle-orm'
import type { FolderId, InvitationId, TeamId } from '../../shared/bytes/ids.ts'
import type { Act } from '../../shared/ledger/acts.ts'
import type { Transaction } from './connection.ts'
import { credentials, descriptions, invitees, joins, parts, profiles, sessions, snapshots, wraps } from './schema.ts'

/** Deletes what nobody needs once these acts stand: whom an invitation was for, and what a deleted team or folder held. */
export async function forgetEnded(tx: Transaction, acts: readonly Act[]): Promise<void> {
  for (const act of acts) {
    // Who was added is an invitee no more: their name is a profile now.
    if (act.act === 'member added') await forgetInvitation(tx, act.invitation)
    if (act.act === 'invitation cancelled') {
      await forgetNewcomer(tx, act.invitation)
      await forgetInvitation(tx, act.invitation)
    }
    if (act.act === 'team deleted') await forgetTeam(tx, act.team)
    if (act.act === 'folder deleted') await forgetFolder(tx, act.folder)
  }
}

async function forgetInvitation(tx: Transaction, invitation: InvitationId): Promise<void> {
  await tx.delete(joins).where(eq(joins.invitation, invitation))
  await tx.delete(invitees).where(eq(invitees.invitation, invitation))
}

/** Somebody who asked and was never let in: their key, their sealed seed, and the name under which an owner proposed them. */
async function forgetNewcomer(tx: Transaction, invitation: InvitationId): Promise<void> {
  const rows = await tx.select({ member: joins.member }).from(joins).where(eq(joins.invitation, invitation))
  for (const { member } of rows) {
    await tx.delete(sessions).where(eq(sessions.member, member))
    await tx.delete(credentials).where(eq(credentials.member, member))
    await tx.delete(profiles).where(eq(profiles.member, member))
  }
}

async function forgetTeam(tx: Transaction, team: TeamId): Promise<void> {
  await tx.delete(descriptions).where(and(eq(descriptions.kind, 'team'), eq(descriptions.id, team)))
  await tx.delete(wraps).where(and(eq(wraps.kind, 'team'), eq(wraps.id, team)))
  await tx.delete(wraps).where(and(eq(wraps.toKind, 'team'), eq(wraps.toId, team)))
}

/** Its journal stays: who wrote what there is part of what an auditor may ask for, and it says nothing without the parts. */
async function forgetFolder(tx: Transaction, folder: FolderId): Promise<void> {
  await tx.delete(descriptions).where(and(eq(descriptions.kind, 'folder'), eq(descriptions.id, folder)))
  await tx.delete(wraps).where(and(inArray(wraps.kind, ['folder', 'share']), eq(wraps.id, folder)))
  await tx.delete(parts).where(eq(parts.folder, folder))
  await tx.delete(snapshots).where(eq(snapshots.folder, folder))
}
