import type { FolderView } from '../../messages/views.ts'
import { inheritedBy, unseenAbove } from './access.ts'
import { folders, teamAt, totals, trailTo } from './world.ts'
import { derived } from './derived.ts'

/** How many people have access to a folder now. `more`: others have it too, whom this person does not see one by one. */
export type HeadCount = { readonly seen: number; readonly more: boolean }

/** Counts each person once, however many teams and folders give them access. */
export function headCount(folder: FolderView): HeadCount {
  const seen = new Set<string>()
  let more = unseenAbove(folder) > 0
  for (const { to, name, state } of [...folder.grants, ...inheritedBy(folder)]) {
    if (state !== 'current') continue
    const team = to.kind === 'team' ? teamAt(to.id) : null
    if (to.kind === 'member') seen.add(to.id)
    else if (team === null || name === null) more = true
    else for (const member of team.members) seen.add(member)
  }
  return { seen: seen.size, more }
}

/** The folders in which, or below which, this person cannot read the logins: what is counted there is not all. */
const partly = derived<ReadonlySet<string>>(
  () =>
    new Set(folders.value.flatMap((each) => (each.level === null ? trailTo(each).map(({ folder }) => folder) : []))),
)

/** How many logins lie in the folder and below. `more`: there are folders in which this person reads none. */
export const loginCount = ({ folder }: FolderView): HeadCount => ({
  seen: totals.value.get(folder) ?? 0,
  more: partly.value.has(folder),
})
