import type { TeamView } from '../../messages/views.ts'
import { foldOnce } from '../../ui/fold.ts'
import { derived } from './derived.ts'
import { orderRows, type Order, type Rank } from './order.ts'
import { folderAt, folders, pathOf, teams } from './world.ts'

/** A team as the list shows it. `folders`: those granted to it; `more`: there are some that this person cannot name. */
export interface TeamRow {
  readonly team: TeamView
  readonly name: string
  readonly folders: number
  readonly more: boolean
  /** The path of its home, null where this person cannot name it. */
  readonly home: string | null
}

/** How many folders are granted to each team now: one walk over all grants. */
const granted = derived(() => {
  const counts = new Map<string, number>()
  for (const { grants } of folders.value)
    for (const { to, state } of grants)
      if (to.kind === 'team' && state === 'current') counts.set(to.id, (counts.get(to.id) ?? 0) + 1)
  return counts
})

/** Every team that this person sees, by name. */
export const teamRows = derived((): readonly TeamRow[] =>
  teams.value.map((team) => {
    const home = folderAt(team.home)
    return {
      team,
      name: team.name,
      folders: granted.value.get(team.team) ?? 0,
      more: team.unseenFolders > 0,
      home: home === null ? null : pathOf(home),
    }
  }),
)

/** The text that the search goes through. */
export const teamText = foldOnce(({ name, home }: TeamRow) => `${name}\n${home ?? ''}`)

export const teamColumns = ['name', 'people', 'folders', 'home'] as const
export type TeamColumn = (typeof teamColumns)[number]

const ranks: Readonly<Record<TeamColumn, (row: TeamRow) => Rank>> = {
  name: ({ name }) => name,
  people: ({ team }) => team.members.length,
  folders: ({ folders: count }) => count,
  home: ({ home }) => home,
}

/** The teams by that column; those that are equal in it by name. */
export const orderTeams = (rows: readonly TeamRow[], { by, backwards }: Order<TeamColumn>): TeamRow[] =>
  orderRows(rows, ranks[by], backwards)
