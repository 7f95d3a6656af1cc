import type { FolderId } from '../../bytes/ids.ts'
import type { ActOf, Grantee } from '../acts.ts'
import {
  folderOf,
  isAuthor,
  need,
  needLevel,
  needNoAuditor,
  needNotClosed,
  needRightToSet,
  needShared,
  settle,
  staleFolder,
  teamOf,
  weigh,
  withGrants,
} from './context.ts'
import type { Context } from './context.ts'
import { formOfGrant, takeLine } from './forms.ts'
import { atLeast, grantTo, membersOf, registersIn, same, subtree } from './level.ts'
import type { LedgerState } from './state.ts'

/**
 * Sets the level of a team or member, and its dates; nobody grants to themselves. A grant to a team that the author is in
 * raises nobody: whoever grants manages the folder already. `manage` has no dates: what it made would outlive it.
 */
export function granted(state: LedgerState, act: ActOf<'folder granted'>, context: Context): LedgerState {
  const folder = folderOf(state, act.folder)
  needLevel(state, context, act.folder, 'manage')
  needRightToSet(state, context, act.folder, act.level)
  needShared(state, act.folder)
  need(!isAuthor(context, act.to), 'to-oneself')
  const { from, until } = act
  need(act.level !== 'manage' || (from === null && until === null), 'malformed')
  need(until === null || (until > (from ?? 0) && until > context.time), 'malformed')
  const old = grantTo(folder.grants, act.to)
  need(old === null || old.level !== act.level || old.from !== from || old.until !== until, 'nothing-to-do')
  if (old !== null) needRightToSet(state, context, act.folder, old.level)
  if (act.to.kind === 'member') needNoAuditor(state, act.to.id)
  const lowers = old !== null && !atLeast(act.level, old.level)
  // Who gets nothing new may be lowered while the folder waits for its new key, or is closed.
  if (!lowers) {
    need(folder.staleSince === null, 'stale')
    needNotClosed(state, act.folder)
    if (act.to.kind === 'team') {
      const team = teamOf(state, act.to.id)
      need(team.staleSince === null, 'stale')
      needLevel(state, context, team.home, 'read')
    }
  }
  const form = formOfGrant(state, act, old, context)
  const grant = {
    to: act.to,
    level: act.level,
    since: context.sequence,
    by: context.author,
    from,
    until,
    adopts: false,
    form,
  }
  const next = withGrants(state, act.folder, [...folder.grants.filter(({ to }) => !same(to, act.to)), grant])
  if (!lowers) return next
  const kept = old?.level === 'manage' ? staleForTeam(next, context, act.to, registersIn(state, act.folder)) : next
  return settle(state, kept, context, membersOf(state, act.to), subtree(state, act.folder))
}

/** Even where its members keep what was lost: a team's seed opens the keys sealed to it, and who joins later gets that seed (P7). */
function staleForTeam(state: LedgerState, context: Context, to: Grantee, folders: readonly FolderId[]): LedgerState {
  if (to.kind !== 'team') return state
  weigh(context, folders.length)
  return folders.reduce((next, one) => staleFolder(next, context, one), state)
}

export function revoked(state: LedgerState, act: ActOf<'folder revoked'>, context: Context): LedgerState {
  const folder = folderOf(state, act.folder)
  const old = grantTo(folder.grants, act.to)
  need(old !== null, 'nothing-to-do')
  needRightToSet(state, context, act.folder, old.level)
  needShared(state, act.folder)
  takeLine(context, { line: 'revocation', folder: act.folder, to: act.to })
  const kept = folder.grants.filter(({ to }) => !same(to, act.to))
  const below = subtree(state, act.folder)
  const sealed = old.level === 'manage' ? below : below.filter((one) => !folderOf(state, one).isRegister)
  const next = staleForTeam(withGrants(state, act.folder, kept), context, act.to, sealed)
  return settle(state, next, context, membersOf(state, act.to), below)
}
