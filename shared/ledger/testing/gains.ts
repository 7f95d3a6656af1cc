import { get, has, idsIn } from '../../bytes/table.ts'
import type { FolderId, MemberId } from '../../bytes/ids.ts'
import type { Grantee, Level } from '../acts.ts'
import { atLeast, everLevelOf, grantTo, isMember, reaches, same, upFrom } from '../replay/level.ts'
import type { Grant, LedgerState } from '../replay/state.ts'

/**
 * What one act of `author` lets somebody open that nobody entitled gave them: a level, dates aside, on a folder. Worked out
 * from the states before and after alone, without the act's own rule. `byTwo`: two owners stand behind it.
 */
export function ungiven(before: LedgerState, after: LedgerState, author: MemberId, byTwo: boolean): string[] {
  const found: string[] = []
  for (const folder of idsIn(after.folders))
    for (const member of idsIn(after.members)) {
      const level = everLevelOf(after, member, folder)
      if (level === null || atLeast(everLevelOf(before, member, folder), level)) continue
      if (!isGiven({ before, after, author, byTwo }, member, folder, level)) found.push(`${member} ${level} ${folder}`)
    }
  return found
}

type Step = { before: LedgerState; after: LedgerState; author: MemberId; byTwo: boolean }

/** Whether some grant that gives this level comes from somebody who may give it: on the folder, or on one above. */
function isGiven(step: Step, member: MemberId, folder: FolderId, level: Level): boolean {
  const { before, after, author, byTwo } = step
  for (const at of upFrom(after, folder)) {
    // A move puts a folder under other eyes: it takes the right to give all that it holds.
    const isMoved = get(before.folders, at)?.parent !== get(after.folders, at)?.parent
    if (isMoved && has(before.folders, at) && isAbove(before, author, at)) return true
    if (at === after.register) return followsRole(step, member, level)
    // What is new below is theirs as well.
    if (has(before.folders, at) && atLeast(everLevelOf(before, member, at), level)) return true
    for (const grant of get(after.folders, at)?.grants ?? []) {
      if (!atLeast(grant.level, level) || !reaches(after, grant.to, member)) continue
      // A new folder is its author's, and of those above it.
      if (!has(before.folders, at)) return grant.to.id === author || byTwo || mayPass(step, at, grant, member)
      if (mayPass(step, at, grant, member) || byTwo) return true
    }
  }
  return false
}

/** On the register a level comes with a role alone, which an owner gave: just now, when inviting, or before there was a register. */
function followsRole({ before, after, author, byTwo }: Step, member: MemberId, level: Level): boolean {
  const role = get(after.members, member)?.role
  const isStaff = role === 'owner' || role === 'admin'
  if (!isStaff && !(role === 'auditor' && level === 'read')) return false
  const isNew = !has(before.members, member)
  return has(before.owners, author) || byTwo || (isNew && get(before.members, author)?.role === 'admin')
}

function mayPass({ before, author }: Step, at: FolderId, grant: Grant, member: MemberId): boolean {
  const stood = grantTo(get(before.folders, at)?.grants ?? [], grant.to)
  const isNew = stood === null || !atLeast(stood.level, grant.level)
  // Nobody gives to themselves.
  if (isNew) return maySet(before, author, at, grant.level) && !same(grant.to, toMember(author))
  // It stood; the member came into the team.
  const team = grant.to.kind === 'team' ? get(before.teams, grant.to.id) : null
  if (team === null || member === author) return false
  return manages(before, author, team.home) && (grant.level !== 'manage' || isAbove(before, author, at))
}

const toMember = (id: MemberId): Grantee => ({ kind: 'member', id })
const manages = (state: LedgerState, member: MemberId, folder: FolderId) =>
  isMember(state, member) && everLevelOf(state, member, folder) === 'manage'

/** Manager of the parent; at the top, an owner. */
function isAbove(state: LedgerState, member: MemberId, folder: FolderId): boolean {
  const parent = get(state.folders, folder)?.parent ?? null
  return parent === null ? has(state.owners, member) : manages(state, member, parent)
}

const maySet = (state: LedgerState, author: MemberId, folder: FolderId, level: Level) =>
  level === 'manage' ? isAbove(state, author, folder) : manages(state, author, folder)
