import { atLeast, levels } from '../../../shared/rules/levels.ts'
import type { FolderView, GrantView } from '../../messages/views.ts'
import { byName } from './by-name.ts'
import type { FolderId, Grantee, Level } from './ids.ts'
import { folderAt, hasLevel, unlocked } from './world.ts'

export type Access = { id: string; kind: Grantee['kind']; name: string; level: Level }

/** Who has access to a folder now, by its own and inherited grants: each once with their highest level, highest first. */
export function accessOf(folder: FolderView): Access[] {
  const best = new Map<string, Access>()
  const all: readonly GrantView[] = [...folder.grants, ...folder.inherited].filter(({ state }) => state === 'current')
  for (const { to, name, level } of all) {
    const had = best.get(to.id)
    if (had === undefined || !atLeast(had.level, level)) best.set(to.id, { id: to.id, kind: to.kind, name, level })
  }
  return [...best.values()].sort((one, other) => levels.indexOf(other.level) - levels.indexOf(one.level))
}

/** One team or person in the access list: the strongest grant of theirs that counts now, and what they have on the folder itself. */
export type AccessRow = { strongest: GrantView; from: FolderId | null; own: GrantView | null }

/**
 * The rows of the access list, by name: each team and person once, with their highest level and where it comes from. A grant that has
 * not begun or is over, and is not their strongest, keeps a row of its own, for its dates.
 */
export function accessRows(folder: FolderView): AccessRow[] {
  const own = folder.grants.map((grant) => ({ strongest: grant, from: null, own: grant }))
  const above = folder.inherited.map(({ from, ...grant }) => ({ strongest: grant, from, own: null }))
  const rows: AccessRow[] = []
  const current = new Map<string, AccessRow>()
  for (const row of [...own, ...above]) {
    const { to, level, state } = row.strongest
    const had = current.get(to.id)
    if (state !== 'current') rows.push(row)
    else if (had === undefined) current.set(to.id, row)
    else if (!atLeast(had.strongest.level, level)) current.set(to.id, { ...row, own: had.own })
  }
  return [...rows, ...current.values()].sort((one, other) => byName(one.strongest, other.strongest))
}

/** Whether this person may give or take the level here: `manage` is given from the folder above, or by an owner at the top. */
export function mayGive(folder: FolderView, level: Level): boolean {
  if (!hasLevel(folder, 'manage')) return false
  if (level !== 'manage') return true
  const above = folderAt(folder.parent)
  return above === null ? unlocked.value?.me.role === 'owner' : hasLevel(above, 'manage')
}
