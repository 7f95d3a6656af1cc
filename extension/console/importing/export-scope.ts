import type { FolderView } from '../../messages/views.ts'
import { hasLevel } from '../state/world.ts'

/** Folders of an export by what becomes of them; each stands in one list. */
export type ExportScope = {
  chosen: FolderView[]
  /** Their secrets are handed out one by one, never in bulk. */
  witnessed: FolderView[]
  /** The person may fill what is in them, and not read it. */
  unread: FolderView[]
  /** What the server sent of them does not hold, so that they are not shown either. */
  refused: FolderView[]
}

/** Parts the folders of an export by what becomes of them. */
export function scopeOf(inside: readonly FolderView[]): ExportScope {
  const scope: ExportScope = { chosen: [], witnessed: [], unread: [], refused: [] }
  for (const one of inside) {
    if (!hasLevel(one, 'read')) scope.unread.push(one)
    else if (one.refused !== null) scope.refused.push(one)
    else if (one.witnessed) scope.witnessed.push(one)
    else scope.chosen.push(one)
  }
  return scope
}

/** How many logins lie right in these folders. */
export const loginsIn = (some: readonly FolderView[]): number => some.reduce((sum, { items }) => sum + items, 0)
