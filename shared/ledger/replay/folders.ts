import { Growing } from '../../bytes/growing.ts'
import { drop, emptyTable, get, has, put } from '../../bytes/table.ts'
import type { FolderId, MemberId } from '../../bytes/ids.ts'
import type { ActOf } from '../acts.ts'
import {
  folderOf,
  isOwner,
  need,
  needLevel,
  needNotClosed,
  needOwners,
  needRightAbove,
  needShared,
  staleFolder,
  teamOf,
  weigh,
  withFolder,
  withGeneration,
  withGrants,
} from './context.ts'
import type { Context } from './context.ts'
import { formOfMove } from './forms.ts'
import { grantsByRole, registerGeneration } from './register.ts'
import { hasManager, isClosed, keyGrants, registerOf, same, subtree, upFrom } from './level.ts'
import type { Cut, Folder, LedgerState } from './state.ts'

/** No path has more folders than this. */
export const deepest = 32

const needDepth = (state: LedgerState, parent: FolderId, below: number) =>
  need([...upFrom(state, parent)].length + below <= deepest, 'too-deep')

/** A folder below one that the author manages, or at the top by an owner; the creator gets an explicit `manage`. */
export function folderCreated(state: LedgerState, act: ActOf<'folder created'>, context: Context): LedgerState {
  needNewFolder(state, act.folder)
  needRightAbove(state, context, act.parent)
  needShared(state, act.parent)
  if (act.parent !== null) {
    need(folderOf(state, act.parent).staleSince === null, 'stale')
    needNotClosed(state, act.parent)
    needDepth(state, act.parent, 1)
  }
  return withChild(begun(state, act, context, act.parent, null), act.parent, act.folder)
}

/** No folder comes under an id that one has, or had before it was deleted. */
export const needNewFolder = (state: LedgerState, folder: FolderId) =>
  need(!has(state.folders, folder) && !has(state.deleted.folders, folder), 'already-there')

/** A folder of its first generation, which the author manages. */
export function begun(
  state: LedgerState,
  act: ActOf<'folder created' | 'personal folder created' | 'register created'>,
  { sequence, author }: Context,
  parent: FolderId | null,
  personal: MemberId | null,
): LedgerState {
  const folder = {
    parent,
    children: emptyTable,
    teams: emptyTable,
    generations: Growing.of({ commitment: act.commitment, receive: act.receive, since: sequence }),
    description: {
      revision: 1,
      hash: act.description,
      author,
      folderGeneration: 1,
      teamGeneration: null,
      registerGeneration: act.act === 'folder created' ? registerGeneration(state) : null,
    },
    isRegister: act.act === 'register created',
    grants: [],
    staleSince: null,
    closedSince: null,
    witnessed: act.act !== 'register created' && parent !== null && folderOf(state, parent).witnessed,
    personal,
    recovery: null,
    cuts: Growing.of<Cut>(),
  }
  const to = { kind: 'member' as const, id: author }
  const grant = {
    to,
    level: 'manage' as const,
    since: sequence,
    by: author,
    from: null,
    until: null,
    adopts: false,
    form: null,
  }
  return withGrants({ ...state, folders: put(state.folders, act.folder, folder) }, act.folder, [grant])
}

/** The organisation's, once, by an owner: its grants are those that the roles ask for. A folder's own, by its managers: without grants. */
export function registerCreated(state: LedgerState, act: ActOf<'register created'>, context: Context): LedgerState {
  needNewFolder(state, act.folder)
  if (act.of !== null) return registerOfFolder(state, act, act.of, context)
  need(state.register === null, 'already-there')
  need(isOwner(state, context.author), 'not-allowed')
  const next = begun(state, act, context, null, null)
  return { ...withGrants(next, act.folder, grantsByRole(next, context)), register: act.folder }
}

function registerOfFolder(state: LedgerState, act: ActOf<'register created'>, of: FolderId, context: Context) {
  need(folderOf(state, of).staleSince === null, 'stale')
  needLevel(state, context, of, 'manage')
  needShared(state, of)
  needNotClosed(state, of)
  needDepth(state, of, 1)
  need(registerOf(state, of) === null, 'already-there')
  return withChild(withGrants(begun(state, act, context, of, null), act.folder, []), of, act.folder)
}

const withChild = (state: LedgerState, parent: FolderId | null, child: FolderId) =>
  parent === null ? state : withFolder(state, parent, { children: put(folderOf(state, parent).children, child, true) })

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
      registerGeneration: folder.personal === null && !folder.isRegister ? registerGeneration(state) : null,
    },
  })
}

/**
 * Puts a folder below another, or at the top. Whoever managed above it held its key, so all of it is stale until it is
 * re-keyed (P7), which the mover's client does in the same entry.
 */
export function folderMoved(state: LedgerState, act: ActOf<'folder moved'>, context: Context): LedgerState {
  const { parent: old } = folderOf(state, act.folder)
  need(old !== act.parent, 'nothing-to-do')
  needLevel(state, context, act.folder, 'manage')
  needRightAbove(state, context, old)
  needRightAbove(state, context, act.parent)
  needShared(state, act.folder)
  needShared(state, act.parent)
  needNotClosed(state, act.folder)
  formOfMove(state, act, context)
  const moved = subtree(state, act.folder)
  weigh(context, moved.length)
  if (act.parent !== null) {
    const above = [...upFrom(state, act.parent)]
    need(!above.includes(act.folder), 'cycle')
    need(folderOf(state, act.parent).staleSince === null, 'stale')
    needNotClosed(state, act.parent)
    const height =
      Math.max(...moved.map((one) => [...upFrom(state, one)].length)) - [...upFrom(state, act.folder)].length
    needDepth(state, act.parent, height + 1)
  }
  let next = state
  if (old !== null) next = withFolder(next, old, { children: drop(folderOf(next, old).children, act.folder) })
  next = withChild(withFolder(next, act.folder, { parent: act.parent }), act.parent, act.folder)
  for (const folder of moved) {
    next = staleFolder(next, context, folder)
    need(hasManager(next, folder) || !hasManager(state, folder), 'last-manager')
  }
  return next
}

/**
 * Ends a folder that holds no other, nor a team. What is closed stays, since it is there to be
 * looked up: two owners reopen it first. Nothing is stale and no cut is owed, because nobody writes or reads there any more.
 * A folder's register is not for those to delete whose decisions it holds, but for who stands above them.
 */
export function folderDeleted(state: LedgerState, act: ActOf<'folder deleted'>, context: Context): LedgerState {
  const folder = folderOf(state, act.folder)
  needLevel(state, context, act.folder, 'manage')
  needRightAbove(state, context, folder.parent)
  if (folder.isRegister && folder.parent !== null) needRightAbove(state, context, folderOf(state, folder.parent).parent)
  else needShared(state, act.folder)
  needNotClosed(state, act.folder)
  need(folder.children.count + folder.teams.count === 0, 'not-empty')
  context.touched.delete(act.folder)
  let next = withGrants(state, act.folder, [])
  if (folder.parent !== null) {
    next = withFolder(next, folder.parent, { children: drop(folderOf(next, folder.parent).children, act.folder) })
  }
  const deleted = { ...next.deleted, folders: put(next.deleted.folders, act.folder, true as const) }
  return { ...next, folders: drop(next.folders, act.folder), deleted }
}

/** The client left: no writes, no new grants, no filling, here and below. */
export function folderClosed(state: LedgerState, act: ActOf<'folder closed'>, context: Context): LedgerState {
  needLevel(state, context, act.folder, 'manage')
  needShared(state, act.folder)
  need(!isClosed(state, act.folder), 'nothing-to-do')
  return withFolder(state, act.folder, { closedSince: context.sequence })
}

export function folderReopened(state: LedgerState, act: ActOf<'folder reopened'>, context: Context): LedgerState {
  needOwners(state, context)
  need(folderOf(state, act.folder).closedSince !== null, 'nothing-to-do')
  return withFolder(state, act.folder, { closedSince: null })
}

export function folderWitnessed(state: LedgerState, act: ActOf<'folder witnessed'>, context: Context): LedgerState {
  const folder = folderOf(state, act.folder)
  // Whoever is watched does not end it alone (M5).
  if (act.witnessed) needLevel(state, context, act.folder, 'manage')
  else needRightAbove(state, context, folder.parent)
  needShared(state, act.folder)
  need(folder.witnessed !== act.witnessed, 'nothing-to-do')
  return withFolder(state, act.folder, { witnessed: act.witnessed })
}

export function folderRekeyed(state: LedgerState, act: ActOf<'folder re-keyed'>, context: Context): LedgerState {
  const folder = folderOf(state, act.folder)
  needLevel(state, context, act.folder, 'manage')
  need(act.generation === folder.generations.length + 1, 'wrong-generation')
  // A key sealed upwards to a stale parent would reach whoever the parent's old key went out with.
  need(folder.parent === null || folderOf(state, folder.parent).staleSince === null, 'stale')
  for (const { to } of keyGrants(state, act.folder))
    if (to.kind === 'team') need(teamOf(state, to.id).staleSince === null, 'stale')
  context.touched.add(act.folder)
  const { commitment, receive } = act
  return withFolder(state, act.folder, {
    generations: withGeneration(folder.generations, { commitment, receive, since: context.sequence }),
    staleSince: null,
  })
}

/**
 * Records where the folder's journal stood; once a touch, and only for a folder that the entry touched (P5). One that goes
 * behind an earlier one is recorded as well: were it refused, a false cut would keep everybody from being removed. No
 * journal fits both, so nothing is written there until two owners anchor it.
 */
export function cut(state: LedgerState, act: ActOf<'journal cut'>, context: Context): LedgerState {
  const folder = folderOf(state, act.folder)
  need(context.touched.delete(act.folder), 'cut-unasked')
  return withFolder(state, act.folder, { cuts: folder.cuts.grown(cutBy(act, folder, context)) })
}

const cutBy = ({ sequence, head }: Pick<Cut, 'sequence' | 'head'>, folder: Folder, context: Context): Cut => ({
  ledger: context.sequence,
  sequence,
  head,
  generation: folder.generations.length,
})

/** Two owners say where the journal stands: all that its cuts said is gone. */
export function anchored(state: LedgerState, act: ActOf<'journal anchored'>, context: Context): LedgerState {
  needOwners(state, context)
  const folder = folderOf(state, act.folder)
  need(folder.cuts.length > 0, 'nothing-to-do')
  return withFolder(state, act.folder, { cuts: Growing.of(cutBy(act, folder, context)) })
}

/** A folder that nobody manages any more gets an owner for its manager; whoever still holds its key delivers it. */
export function folderAdopted(state: LedgerState, act: ActOf<'folder adopted'>, context: Context): LedgerState {
  needOwners(state, context)
  const { grants } = folderOf(state, act.folder)
  needShared(state, act.folder)
  need(!hasManager(state, act.folder), 'has-manager')
  need(get(state.members, act.by)?.role === 'owner' && has(state.owners, act.by), 'not-a-member')
  const to = { kind: 'member' as const, id: act.by }
  const grant = {
    to,
    level: 'manage' as const,
    since: context.sequence,
    by: context.author,
    from: null,
    until: null,
    adopts: true,
    form: null,
  }
  return withGrants(state, act.folder, [...grants.filter((one) => !same(one.to, to)), grant])
}
