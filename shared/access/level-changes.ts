import { get } from '../bytes/table.ts'
import type { FolderId, MemberId } from '../bytes/ids.ts'
import type { Level } from '../ledger/acts.ts'
import { atLeast, isCurrent, isMember, membersOf, upFrom } from '../ledger/replay/level.ts'
import type { LedgerState } from '../ledger/replay/state.ts'

/** Returns everybody who has a level on a folder at the state's time, and their highest. As `levelOf`, for all members at once. */
export function levelsOn(state: LedgerState, folder: FolderId): Map<MemberId, Level> {
  const levels = new Map<MemberId, Level>()
  for (const one of upFrom(state, folder))
    for (const grant of get(state.folders, one)?.grants ?? []) {
      if (!isCurrent(grant, state.time)) continue
      for (const member of membersOf(state, grant.to))
        if (isMember(state, member) && !atLeast(levels.get(member) ?? null, grant.level))
          levels.set(member, grant.level)
    }
  return levels
}

/** What one member has on one folder and on another; null for nothing. */
export type LevelChange = { member: MemberId; from: Level | null; to: Level | null }

/** Returns whose level differs between two folders: what a login's move from one to the other changes, by the ledger's own account. */
export function levelChanges(state: LedgerState, from: FolderId, to: FolderId): LevelChange[] {
  const [had, has] = [levelsOn(state, from), levelsOn(state, to)]
  return [...new Set([...had.keys(), ...has.keys()])].flatMap((member) => {
    const change = { member, from: had.get(member) ?? null, to: has.get(member) ?? null }
    return change.from === change.to ? [] : [change]
  })
}
