import type { PersonView } from '../../messages/views.ts'
import type { Role } from './ids.ts'
import { orderRows, type Order } from './order.ts'

const DAY = 86_400_000

/** How many keys somebody has, and when one of them last unlocked (ms since 1970), null for never. */
export interface KeysOf {
  readonly keys: number
  readonly usedAt: number | null
}
/** By member; null where it is not known here. */
export type KeyUse = ReadonlyMap<string, KeysOf> | null

/** `unlock`: nobody who unlocked within so many days. */
export interface PeopleFilter {
  readonly role: Role | 'all'
  readonly team: string
  readonly unlock: 'any' | '30' | '90' | 'never'
  readonly keys: 'any' | 'one' | 'none'
}
export const everybody: PeopleFilter = { role: 'all', team: 'all', unlock: 'any', keys: 'any' }

/** Those with one key only: if they lose it, they are let in anew. */
export const withOneKey: PeopleFilter = { ...everybody, keys: 'one' }

export const peopleColumns = ['name', 'teams', 'role', 'keys', 'unlock'] as const
export type PeopleOrder = Order<(typeof peopleColumns)[number]>

/** How many of the filter's four parts leave somebody out. */
export const countParts = ({ role, team, unlock, keys }: PeopleFilter): number =>
  [role !== 'all', team !== 'all', unlock !== 'any', keys !== 'any'].filter(Boolean).length

const none: KeysOf = { keys: 0, usedAt: null }

/** Those whom the filter lets through, in their order. What is not known of somebody leaves nobody out. */
export function filterPeople(
  people: readonly PersonView[],
  { role, team, unlock, keys }: PeopleFilter,
  use: KeyUse,
  now: number,
): readonly PersonView[] {
  const passes = (person: PersonView) => {
    if (role !== 'all' && person.role !== role) return false
    if (team !== 'all' && !person.teams.some((one) => one === team)) return false
    if (use === null) return true
    const { keys: count, usedAt } = use.get(person.member) ?? none
    if (keys !== 'any' && count !== (keys === 'one' ? 1 : 0)) return false
    if (unlock === 'never') return usedAt === null
    return unlock === 'any' || usedAt === null || usedAt < now - Number(unlock) * DAY
  }
  return people.filter(passes)
}

const ranks: Readonly<Record<Role, number>> = { owner: 0, admin: 1, auditor: 2, member: 3 }

/** People in that order; those who come by name already keep it among equals. */
export function orderPeople(
  people: readonly PersonView[],
  { by, backwards }: PeopleOrder,
  use: KeyUse,
): readonly PersonView[] {
  if (by === 'name') return backwards ? people.toReversed() : people
  const rankOf = (person: PersonView): number => {
    if (by === 'role') return ranks[person.role]
    if (by === 'teams') return person.teams.length + person.unseen.teams
    const { keys, usedAt } = use?.get(person.member) ?? none
    return by === 'keys' ? keys : (usedAt ?? 0)
  }
  return orderRows(people, rankOf, backwards)
}
