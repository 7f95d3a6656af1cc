import { get, idsIn } from '../../bytes/table.ts'
import type { FolderId, MemberId } from '../../bytes/ids.ts'
import type { ActOf } from '../acts.ts'
import { folderOf, isOwner, memberOf, need, needOwners, withFolder, withGrants } from './context.ts'
import type { Context } from './context.ts'
import { begun, needNewFolder } from './folders.ts'
import { isMember } from './level.ts'
import type { Folder, LedgerState } from './state.ts'

/** The personal folder of a member, null where they have none. */
export const personalOf = (state: LedgerState, member: MemberId): FolderId | null => {
  const found = get(state.members, member)
  return (found && idsIn(found.grants).find((one) => get(state.folders, one)?.personal === member)) ?? null
}

/** One for each person, whatever their role: the only folder at the top that takes no owner. */
export function personalCreated(state: LedgerState, act: ActOf<'personal folder created'>, context: Context) {
  needNewFolder(state, act.folder)
  need(personalOf(state, context.author) === null, 'already-there')
  return begun(state, act, context, null, context.author)
}

/** Among whom a personal folder's key is split: all owners but the person, two at least. */
export const shareholders = (state: LedgerState, person: MemberId): readonly MemberId[] =>
  idsIn(state.owners).filter((owner) => owner !== person)

/**
 * The person splits the newest key of their folder, where the policy has recovery, among all other owners as they are now; any
 * two of them open it together, one alone nothing.
 */
export function recoverySet(state: LedgerState, act: ActOf<'recovery set'>, context: Context): LedgerState {
  const folder = folderOf(state, act.folder)
  need(folder.personal === context.author, 'not-allowed')
  need(state.policy.recovery, 'no-recovery')
  need(act.generation === folder.generations.length, 'wrong-generation')
  need(folder.staleSince === null, 'stale')
  need(new Set(act.owners).size === act.owners.length, 'malformed')
  for (const owner of act.owners) need(isOwner(state, owner) && owner !== context.author, 'not-allowed')
  need(act.owners.length >= 2, 'needs-two-owners')
  need(act.owners.length === shareholders(state, context.author).length, 'malformed')
  const shares = act.owners.map((owner) => ({ owner, keyGeneration: memberOf(state, owner).keyGeneration }))
  return withFolder(state, act.folder, { recovery: { generation: act.generation, shares, to: null } })
}

/** Those whose shares still open: owners as they were, under the keys that they had. */
export const standingShares = (state: LedgerState, { recovery, generations }: Folder): readonly MemberId[] =>
  recovery === null || recovery.generation !== generations.length
    ? []
    : recovery.shares
        .filter(({ owner, keyGeneration }) => {
          return isOwner(state, owner) && get(state.members, owner)?.keyGeneration === keyGeneration
        })
        .map(({ owner }) => owner)

/** Whether `later` is `earlier` under new keys, over however many losses. */
export function comesBackAs(state: LedgerState, earlier: MemberId, later: MemberId): boolean {
  for (let one: MemberId | null = later; one !== null;) {
    const before: MemberId | null = get(state.members, one)?.replaces ?? null
    if (before === earlier) return true
    one = before
  }
  return false
}

/**
 * Two owners give a personal folder to the new keys of its person; to nobody else. Each passes on a share, so that no owner
 * ever holds the key; the person's client then re-keys.
 */
export function folderRecovered(state: LedgerState, act: ActOf<'folder recovered'>, context: Context): LedgerState {
  const folder = folderOf(state, act.folder)
  needOwners(state, context)
  const { personal, recovery } = folder
  need(personal !== null && recovery !== null && state.policy.recovery, 'no-recovery')
  need(!isMember(state, personal), 'has-manager')
  memberOf(state, act.to)
  need(comesBackAs(state, personal, act.to), 'not-allowed')
  need(standingShares(state, folder).length >= 2, 'no-recovery')
  const to = { kind: 'member' as const, id: act.to }
  const grant = {
    to,
    level: 'manage' as const,
    since: context.sequence,
    by: context.author,
    from: null,
    until: null,
    adopts: false,
    form: null,
  }
  const next = withFolder(state, act.folder, { personal: act.to, recovery: { ...recovery, to: act.to } })
  return withGrants(next, act.folder, [grant])
}
