import { atLeast, levels } from '../../../shared/rules/levels.ts'
import type { FolderView, GrantView } from '../../messages/views.ts'
import type { Grantee, Level } from './ids.ts'
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

/** Whether this person may give or take the level here: `manage` is given from the folder above, or by an owner at the top. */
export function mayGive(folder: FolderView, level: Level): boolean {
  if (!hasLevel(folder, 'manage')) return false
  if (level !== 'manage') return true
  const above = folderAt(folder.parent)
  return above === null ? unlocked.value?.me.role === 'owner' : hasLevel(above, 'manage')
}
