import type { FolderView } from '../../messages/views.ts'
import { mayGive } from './access.ts'
import { canEdit, hasLevel, may, trailTo } from './world.ts'

/** Why a folder, or logins, cannot go to a place. */
export type WhyNot =
  'itself' | 'inside' | 'already' | 'top' | 'loose' | 'level' | 'closed' | 'archived' | 'stale' | 'personal' | 'refused'

/** Whether this person may move the folder at all: it is theirs to manage, and so is the place that it leaves. */
export const mayMove = (folder: FolderView): boolean =>
  folder.personal === null && folder.closed === 'no' && folder.archived === 'no' && mayGive(folder, 'manage')

/** Why a folder cannot become one of those right under `to` (null: the top of the tree); null where it can. */
export function whyNotUnder(moved: FolderView, to: FolderView | null): WhyNot | null {
  if ((to?.folder ?? null) === moved.parent) return 'already'
  if (to === null) return may.value.createTopFolder ? null : 'top'
  if (to.folder === moved.folder) return 'itself'
  if (trailTo(to).some(({ folder }) => folder === moved.folder)) return 'inside'
  if (to.personal !== null) return 'personal'
  if (!hasLevel(to, 'manage')) return 'level'
  if (to.closed !== 'no') return 'closed'
  if (to.archived !== 'no') return 'archived'
  return to.stale ? 'stale' : null
}

/** Why logins cannot be kept in this folder; null where they can. */
export function whyNotKept(from: string, to: FolderView): WhyNot | null {
  if (to.folder === from) return 'already'
  if (to.closed !== 'no') return 'closed'
  if (to.archived !== 'no') return 'archived'
  if (!canEdit(to)) return 'level'
  return to.refused === null ? null : 'refused'
}
