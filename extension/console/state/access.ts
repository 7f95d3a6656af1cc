import { atLeast, levels } from '../../../shared/rules/levels.ts'
import type { FolderView, GrantView } from '../../messages/views.ts'
import { byName } from './by-name.ts'
import type { Grantee, Level } from './ids.ts'
import { folderWords } from '../../words/console-folders.ts'
import { folderAt, hasLevel, trailTo, unlocked } from './world.ts'

export type Access = { id: string; kind: Grantee['kind']; name: string; level: Level }

/** The grants on folders above, which apply here too; nearest first. */
export const inheritedBy = (folder: FolderView): (GrantView & { from: FolderView })[] =>
  trailTo(folder)
    .slice(0, -1)
    .reverse()
    .flatMap((from) => from.grants.map((grant) => ({ ...grant, from })))

/** What a team or person is called; one that this person may not name is counted, and never left out. */
export function nameOfGrantee({ to, name, people }: Pick<GrantView, 'to' | 'name' | 'people'>): string {
  const t = folderWords()
  return name ?? (to.kind === 'team' ? t.unseenTeam(people) : t.unseenPerson)
}

/** Who has access to a folder now, by its own grants and those above: each once with their highest level, highest first. */
export function accessOf(folder: FolderView): Access[] {
  const best = new Map<string, Access>()
  const all: readonly GrantView[] = [...folder.grants, ...inheritedBy(folder)].filter(
    ({ state }) => state === 'current',
  )
  for (const grant of all) {
    const { to, level } = grant
    const had = best.get(to.id)
    if (had === undefined || !atLeast(had.level, level))
      best.set(to.id, { id: to.id, kind: to.kind, name: nameOfGrantee(grant), level })
  }
  return [...best.values()].sort((one, other) => levels.indexOf(other.level) - levels.indexOf(one.level))
}

/** How many people besides have access by folders above that this person does not see. */
export const unseenAbove = (folder: FolderView): number => trailTo(folder)[0]?.unseenAbove ?? 0

/** One team or person in the access list: the strongest grant of theirs that counts now, and what they have on the folder itself. */
export type AccessRow = { name: string; strongest: GrantView; from: FolderView | null; own: GrantView | null }

/**
 * The rows of the access list, by name: each team and person once, with their highest level and where it comes from. A grant that has
 * not begun or is over, and is not their strongest, keeps a row of its own, for its dates.
 */
export function accessRows(folder: FolderView, inherited = inheritedBy(folder)): AccessRow[] {
  const row = (strongest: GrantView, from: FolderView | null, own: GrantView | null): AccessRow => {
    return { name: nameOfGrantee(strongest), strongest, from, own }
  }
  const own = folder.grants.map((grant) => row(grant, null, grant))
  const above = inherited.map(({ from, ...grant }) => row(grant, from, null))
  const rows: AccessRow[] = []
  const current = new Map<string, AccessRow>()
  for (const each of [...own, ...above]) {
    const { to, level, state } = each.strongest
    const had = current.get(to.id)
    if (state !== 'current') rows.push(each)
    else if (had === undefined) current.set(to.id, each)
    else if (!atLeast(had.strongest.level, level)) current.set(to.id, { ...each, own: had.own })
  }
  return [...rows, ...current.values()].sort(byName)
}

/** Whether this person may give or take the level here: `manage` is given from the folder above, or by an owner at the top. */
export function mayGive(folder: FolderView, level: Level): boolean {
  if (!hasLevel(folder, 'manage')) return false
  if (level !== 'manage') return true
  const above = folderAt(folder.parent)
  return above === null ? unlocked.value?.me.role === 'owner' : hasLevel(above, 'manage')
}
