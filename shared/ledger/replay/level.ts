import { idsIn } from '../../bytes/ids.ts'
import type { FolderId, MemberId } from '../../bytes/ids.ts'
import { levels } from '../acts.ts'
import type { Grantee, Level } from '../acts.ts'
import type { Grant, LedgerState } from './state.ts'

/** True while the member is one: added and not removed. */
export const isMember = (state: LedgerState, member: MemberId) => state.members[member]?.removedAt === null

/** True when `level` is `needed` or more; no level at all is never enough. */
export const atLeast = (level: Level | null, needed: Level) =>
  level !== null && levels.indexOf(level) >= levels.indexOf(needed)

const higher = (a: Level | null, b: Level) => (atLeast(a, b) ? a : b)

/** The folder itself, then its parent, up to the top. Empty for an unknown folder. */
export function* upFrom(state: LedgerState, folder: FolderId): Generator<FolderId> {
  for (let at: FolderId | null = folder; at !== null; at = state.folders[at]?.parent ?? null)
    if (state.folders[at] !== undefined) yield at
}

/** The folder and everything below it. */
export function subtree(state: LedgerState, folder: FolderId): FolderId[] {
  return idsIn(state.folders).filter((one) => [...upFrom(state, one)].includes(folder))
}

export const same = (a: Grantee, b: Grantee) => a.kind === b.kind && a.id === b.id

/** Whether a grant to `to` reaches the member. */
export const reaches = (state: LedgerState, to: Grantee, member: MemberId) =>
  to.kind === 'member' ? to.id === member : (state.teams[to.id]?.members.includes(member) ?? false)

/** Those whom a grantee stands for. */
export const membersOf = (state: LedgerState, to: Grantee): readonly MemberId[] =>
  to.kind === 'member' ? [to.id] : (state.teams[to.id]?.members ?? [])

/** Effective level (DESIGN 5): the highest over self, teams and ancestors; null where nothing is granted. */
export function levelOf(state: LedgerState, member: MemberId, folder: FolderId): Level | null {
  if (!isMember(state, member)) return null
  let best: Level | null = null
  for (const at of upFrom(state, folder))
    for (const grant of state.folders[at]?.grants ?? [])
      if (reaches(state, grant.to, member)) best = higher(best, grant.level)
  return best
}

/** Whether anybody at all manages the folder. */
export const hasManager = (state: LedgerState, folder: FolderId) =>
  [...upFrom(state, folder)].some((at) =>
    (state.folders[at]?.grants ?? []).some(
      (grant) => grant.level === 'manage' && membersOf(state, grant.to).some((member) => isMember(state, member)),
    ),
  )

export const grantTo = (grants: readonly Grant[], to: Grantee) => grants.find((grant) => same(grant.to, to)) ?? null
