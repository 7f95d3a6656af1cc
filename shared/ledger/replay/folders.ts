import type { ActOf } from '../acts.ts'
import {
  folderOf,
  isAuthor,
  memberOf,
  need,
  needLevel,
  needNewKey,
  needRightToSet,
  settle,
  teamOf,
  withFolder,
} from './context.ts'
import type { Context } from './context.ts'
import { atLeast, grantTo, membersOf, same, subtree } from './level.ts'
import type { LedgerState } from './state.ts'

/** A folder below one that the author manages, or at the top by an owner; the creator gets an explicit `manage`. */
export function folderCreated(state: LedgerState, act: ActOf<'folder created'>, context: Context): LedgerState {
  need(state.folders[act.folder] === undefined, 'already-there')
  if (act.parent === null) need(memberOf(state, context.author).role === 'owner', 'not-allowed')
  else {
    needLevel(state, context, act.parent, 'manage')
    need(folderOf(state, act.parent).staleSince === null, 'stale')
  }
  const { sequence, author } = context
  const folder = {
    parent: act.parent,
    generations: [{ commitment: act.commitment, receive: act.receive, since: sequence }],
    description: { revision: 1, hash: act.description, author, folderGeneration: 1, teamGeneration: null },
    grants: [{ to: { kind: 'member' as const, id: author }, level: 'manage' as const, since: sequence, by: author }],
    staleSince: null,
    cuts: [],
  }
  return { ...state, folders: { ...state.folders, [act.folder]: folder } }
}

export function folderDescribed(state: LedgerState, act: ActOf<'folder described'>, context: Context): LedgerState {
  const folder = folderOf(state, act.folder)
  needLevel(state, context, act.folder, 'manage')
  need(folder.staleSince === null, 'stale')
  need(act.revision === folder.description.revision + 1, 'wrong-revision')
  return withFolder(state, act.folder, {
    description: {
      revision: act.revision,
      hash: act.description,
      author: context.author,
      folderGeneration: folder.generations.length,
      teamGeneration: null,
    },
  })
}

/**
 * Sets the level of a team or member; nobody grants to themselves. A grant to a team that the author is in raises
 * nobody: whoever grants manages the folder already.
 */
export function granted(state: LedgerState, act: ActOf<'folder granted'>, context: Context): LedgerState {
  const folder = folderOf(state, act.folder)
  needLevel(state, context, act.folder, 'manage')
  needRightToSet(state, context, act.folder, act.level)
  need(folder.staleSince === null, 'stale')
  need(!isAuthor(context, act.to), 'to-oneself')
  if (act.to.kind === 'member') memberOf(state, act.to.id)
  else {
    const team = teamOf(state, act.to.id)
    need(team.staleSince === null, 'stale')
    needLevel(state, context, team.home, 'read')
  }
  const old = grantTo(folder.grants, act.to)
  need(old?.level !== act.level, 'nothing-to-do')
  if (old !== null) needRightToSet(state, context, act.folder, old.level)
  const grant = { to: act.to, level: act.level, since: context.sequence, by: context.author }
  const next = withFolder(state, act.folder, {
    grants: [...folder.grants.filter(({ to }) => !same(to, act.to)), grant],
  })
  if (old === null || atLeast(act.level, old.level)) return next
  return settle(state, next, context, membersOf(state, act.to), subtree(state, act.folder))
}

export function revoked(state: LedgerState, act: ActOf<'folder revoked'>, context: Context): LedgerState {
  const folder = folderOf(state, act.folder)
  const old = grantTo(folder.grants, act.to)
  need(old !== null, 'nothing-to-do')
  needRightToSet(state, context, act.folder, old.level)
  const next = withFolder(state, act.folder, { grants: folder.grants.filter(({ to }) => !same(to, act.to)) })
  return settle(state, next, context, membersOf(state, act.to), subtree(state, act.folder))
}

export function folderRekeyed(state: LedgerState, act: ActOf<'folder re-keyed'>, context: Context): LedgerState {
  const folder = folderOf(state, act.folder)
  needLevel(state, context, act.folder, 'manage')
  need(act.generation === folder.generations.length + 1, 'wrong-generation')
  needNewKey(folder.generations, act.receive)
  // A key sealed upwards to a stale parent would reach whoever the parent's old key went out with.
  need(folder.parent === null || folderOf(state, folder.parent).staleSince === null, 'stale')
  for (const { to } of folder.grants) if (to.kind === 'team') need(teamOf(state, to.id).staleSince === null, 'stale')
  context.touched.add(act.folder)
  const { commitment, receive } = act
  return withFolder(state, act.folder, {
    generations: [...folder.generations, { commitment, receive, since: context.sequence }],
    staleSince: null,
  })
}

/**
 * Records where the folder's journal stood; once a touch, and only for a folder that the entry touched (P5). Never
 * behind what an earlier cut holds: that would drop what it vouched for, or leave a journal that nobody can write.
 */
export function cut(state: LedgerState, act: ActOf<'journal cut'>, context: Context): LedgerState {
  const folder = folderOf(state, act.folder)
  need(context.touched.delete(act.folder), 'cut-unasked')
  const { sequence, head } = act
  const last = folder.cuts.at(-1)
  need(
    last === undefined || sequence > last.sequence || (sequence === last.sequence && head === last.head),
    'before-the-cut',
  )
  return withFolder(state, act.folder, {
    cuts: [...folder.cuts, { ledger: context.sequence, sequence, head, generation: folder.generations.length }],
  })
}
