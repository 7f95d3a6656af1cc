import type { FolderAccess, WayView } from '../../messages/access-view.ts'
import { levels } from '../../../shared/rules/levels.ts'
import { byName } from './by-name.ts'
import { fold, holdsWords } from '../../ui/fold.ts'

type Person = FolderAccess['people'][number]

/** A team that is somebody's strongest way, those people folded into it; a person with their strongest way; or another way of theirs. */
export type PeopleRow =
  | { is: 'team'; id: string; way: WayView; heads: number }
  | { is: 'person'; id: string; person: Person; way: WayView; others: WayView[]; depth: number }
  | { is: 'also'; id: string; way: WayView; depth: number }

type Group = { place: number; way: WayView; people: Person[] }

/**
 * Who can open a folder, each person once: under the team that is their strongest way, or by themselves. The strongest level first, then
 * by name. With something typed: the people whose name, e-mail or team has it, flat.
 */
export function peopleRows(said: FolderAccess, open: ReadonlySet<string>, typed: string): PeopleRow[] {
  const rowsOf = (person: Person, depth: number): PeopleRow[] => {
    const [way, ...others] = person.why.flatMap((place) => said.ways[place] ?? [])
    if (way === undefined) return []
    const id = person.member
    const also = others.map((other, at): PeopleRow => {
      return { is: 'also', id: `${id}/${String(at)}`, way: other, depth: depth + 1 }
    })
    return [{ is: 'person', id, person, way, others, depth }, ...(open.has(id) ? also : [])]
  }
  const holds = holdsWords(typed)
  if (typed.trim() !== '')
    return said.people
      .filter(({ name, email, why }) =>
        holds(fold([name, email, ...why.map((place) => said.ways[place]?.team)].join(' '))),
      )
      .sort(byName)
      .flatMap((person) => rowsOf(person, 0))
  return groupsOf(said).flatMap(({ place, way, people }): PeopleRow[] => {
    if (way.to.kind === 'member') return people.flatMap((person) => rowsOf(person, 0))
    const id = `team/${String(place)}`
    const within = open.has(id) ? people.sort(byName).flatMap((person) => rowsOf(person, 1)) : []
    return [{ is: 'team', id, way, heads: people.length }, ...within]
  })
}

function groupsOf({ people, ways }: FolderAccess): Group[] {
  const groups = new Map<number, Group>()
  for (const person of people) {
    const [place] = person.why
    const way = place === undefined ? undefined : ways[place]
    if (place === undefined || way === undefined) continue
    const group = groups.get(place) ?? { place, way, people: [] }
    group.people.push(person)
    groups.set(place, group)
  }
  const nameOf = ({ way, people }: Group) => ({ name: way.to.kind === 'team' ? way.team : (people[0]?.name ?? null) })
  const rank = ({ way }: Group) => levels.indexOf(way.level)
  return [...groups.values()].sort((one, other) => rank(other) - rank(one) || byName(nameOf(one), nameOf(other)))
}

/** How many people have each level, the strongest first, without those that nobody has. */
export const headsByLevel = ({ people, ways }: FolderAccess) =>
  levels
    .toReversed()
    .map((level) => {
      return {
        level,
        heads: people.filter(({ why: [place] }) => place !== undefined && ways[place]?.level === level).length,
      }
    })
    .filter(({ heads }) => heads > 0)
