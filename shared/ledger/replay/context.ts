import type { FolderId, Hash, MemberId, TeamId } from '../../bytes/ids.ts'
import type { Grantee, Level } from '../acts.ts'
import { atLeast, hasManager, isMember, levelOf } from './level.ts'
import { Refused } from './state.ts'
import type { Folder, Generation, LedgerState, Member, Team } from './state.ts'

/** What an act is judged in: who signs, where and when, and the folders that the entry owes a cut (P5). */
export type Context = { author: MemberId; sequence: number; time: number; touched: Set<FolderId> }

export function need(truth: boolean, code: ConstructorParameters<typeof Refused>[0]): asserts truth {
  if (!truth) throw new Refused(code)
}

export function folderOf(state: LedgerState, folder: FolderId): Folder {
  const found = state.folders[folder]
  need(found !== undefined, 'unknown-folder')
  return found
}

export function teamOf(state: LedgerState, team: TeamId): Team {
  const found = state.teams[team]
  need(found !== undefined, 'unknown-team')
  return found
}

export function memberOf(state: LedgerState, member: MemberId): Member {
  const found = state.members[member]
  need(found !== undefined && isMember(state, member), 'not-a-member')
  return found
}

export const needLevel = (state: LedgerState, context: Context, folder: FolderId, level: Level) =>
  need(atLeast(levelOf(state, context.author, folder), level), 'not-allowed')

/** One appoints below, not beside: `manage` is given and taken by whoever manages the parent, at the top by an owner. */
export function needRightToSet(state: LedgerState, context: Context, folder: FolderId, level: Level) {
  if (level !== 'manage') return needLevel(state, context, folder, 'manage')
  const { parent } = folderOf(state, folder)
  if (parent !== null) needLevel(state, context, parent, 'manage')
  else need(memberOf(state, context.author).role === 'owner', 'not-allowed')
}

/** A receive key derives from its generation's key alone: one that was there before means that nothing was re-keyed. */
export const needNewKey = (generations: readonly Generation[], receive: Hash) =>
  need(
    generations.every((one) => one.receive !== receive),
    'nothing-to-do',
  )

export const withFolder = (state: LedgerState, folder: FolderId, change: Partial<Folder>): LedgerState => ({
  ...state,
  folders: { ...state.folders, [folder]: { ...folderOf(state, folder), ...change } },
})

export const withTeam = (state: LedgerState, team: TeamId, change: Partial<Team>): LedgerState => ({
  ...state,
  teams: { ...state.teams, [team]: { ...teamOf(state, team), ...change } },
})

/**
 * After `losers` lost something in `folders`: a folder that one of them no longer reaches is stale, since they still
 * hold its key (P7); one in which they may no longer write owes a cut (P5). Nobody's folder is left without a manager.
 */
export function settle(
  before: LedgerState,
  after: LedgerState,
  context: Context,
  losers: readonly MemberId[],
  folders: readonly FolderId[],
): LedgerState {
  let state = after
  for (const folder of folders) {
    const lost = losers.map((loser) => [levelOf(before, loser, folder), levelOf(after, loser, folder)] as const)
    const keyIsOut = lost.some(([had, has]) => had !== null && has === null)
    const writeEnded = lost.some(([had, has]) => atLeast(had, 'edit') && !atLeast(has, 'edit'))
    if (keyIsOut)
      state = withFolder(state, folder, { staleSince: state.folders[folder]?.staleSince ?? context.sequence })
    if (keyIsOut || writeEnded) context.touched.add(folder)
    if (lost.some(([had, has]) => had === 'manage' && has !== 'manage')) need(hasManager(state, folder), 'last-manager')
  }
  return state
}

export const isAuthor = (context: Context, to: Grantee) => to.kind === 'member' && to.id === context.author
