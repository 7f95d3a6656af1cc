import type { FolderView, GrantView, TeamView } from '../../messages/views.ts'
import { dayEnd } from './dates.ts'
import type { MemberId } from './ids.ts'

const DAY = 24 * 3_600_000
/** What ends within so many days is counted. */
const SOON = 30 * DAY

/** A contract (`grant` null) or a grant that ends, at `ends` in ms since 1970. */
export type Ending = { id: string; folder: FolderView; grant: GrantView | null; ends: number }
export type SingleHolder = { id: string; folder: FolderView; member: MemberId }

const sooner = (one: Ending, other: Ending) => one.ends - other.ends

/** Where this person can do something about it: folders that they manage, that are open and not archived. */
const managed = (all: readonly FolderView[]) =>
  all.filter(
    ({ level, closed, archived, personal }) =>
      level === 'manage' && closed === 'no' && archived === 'no' && personal === null,
  )

/** Contracts that end within 30 days, and those that are over while their folder is still open; the first to end first. */
export function endingContracts(all: readonly FolderView[], now: number): Ending[] {
  return managed(all)
    .flatMap((folder): Ending[] => {
      const ends = dayEnd(folder.about?.end ?? '')
      return ends === null || ends > now + SOON ? [] : [{ id: folder.folder, folder, grant: null, ends }]
    })
    .sort(sooner)
}

/** Grants that count now and end within so many ms. Those that are over give nothing any more. */
export function endingGrants(all: readonly FolderView[], now: number, within = SOON): Ending[] {
  return managed(all)
    .flatMap((folder) =>
      folder.grants.flatMap((grant): Ending[] => {
        const { ends, state, to } = grant
        const isSoon = ends !== null && state === 'current' && ends > now && ends <= now + within
        return isSoon ? [{ id: `${folder.folder} ${to.id}`, folder, grant, ends }] : []
      }),
    )
    .sort(sooner)
}

type Tree = {
  readonly trailTo: (folder: FolderView) => readonly FolderView[]
  readonly teamAt: (id: string) => Pick<TeamView, 'members'> | null
}

/** Folders with logins that one person alone opens. Where somebody may open it whom this desk cannot tell, nothing is said. */
export function singleHolders(all: readonly FolderView[], tree: Tree): SingleHolder[] {
  return managed(all).flatMap((folder): SingleHolder[] => {
    const member = folder.items === 0 ? null : onlyHolder(tree.trailTo(folder), tree)
    return member === null ? [] : [{ id: folder.folder, folder, member }]
  })
}

function onlyHolder(trail: readonly FolderView[], { teamAt }: Tree): MemberId | null {
  let only: MemberId | null = null
  for (const { grants, unseenAbove } of trail) {
    if (unseenAbove > 0) return null
    for (const { to, people } of grants) {
      const members = to.kind === 'member' ? [to.id] : teamAt(to.id)?.members
      if (members === undefined && people > 0) return null
      for (const member of members ?? []) {
        if (only !== null && only !== member) return null
        only = member
      }
    }
  }
  return only
}
