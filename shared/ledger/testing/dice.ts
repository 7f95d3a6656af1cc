import { emptyTable, get, has, idsIn } from '../../bytes/table.ts'
import fc from 'fast-check'
import { newFolderId, newTeamId, zero32 } from '../../bytes/ids.ts'
import type { Act } from '../acts.ts'
import { levels, roles } from '../acts.ts'
import { grant, remove, revoke, setMembers, toMember, toTeam } from './org.ts'
import type { Org } from './org.ts'
import { invitationFor, joinOf, someHash } from './person.ts'
import type { Person } from './person.ts'

/** One act as dice: its kind, and numbers that pick from what there is. */
export type Dice = { kind: number; a: number; b: number; c: number; d: number }
const die = fc.nat(9)
const dice: fc.Arbitrary<Dice> = fc.record({ kind: fc.nat(19), a: die, b: die, c: die, d: die })

/** Who signs, what, and whether they look before they sign. */
export const entryDice = fc.record({
  by: fc.nat(11),
  acts: fc.array(dice, { minLength: 1, maxLength: 5 }),
  careful: fc.nat(3).map(Boolean),
})

/** Turns dice into an act that is often allowed, on what the org holds, and now and then on what it does not. */
export async function actOf(org: Org, people: Person[], { kind, a, b, c, d }: Dice): Promise<Act> {
  const { state } = org
  const folder = (a < 9 ? pick(idsIn(state.folders), a) : null) ?? newFolderId()
  const team = (b < 9 ? pick(idsIn(state.teams), b) : null) ?? newTeamId()
  const [person, other] = [pick(people, c) ?? org.owner, pick(people, d) ?? org.owner]
  const members = people.filter(({ id }) => has(get(state.teams, team)?.members ?? emptyTable, id))
  const next = (revision = 1) => revision + (d === 9 ? 2 : 1)
  const invited = () => invitationFor(pick(roles, a) ?? 'member', state.time + b * 10)
  // Replay takes hashes at their word: real keys would only cost time here.
  const [commitment, receive, description] = [await someHash(), await someHash(), await someHash()]
  switch (kind) {
    case 0:
    case 1: {
      const parent = a < 2 ? null : folder
      return { act: 'folder created', folder: newFolderId(), parent, commitment, receive, description }
    }
    case 2:
    case 3: {
      const listed = [d < 7 ? org.owner.id : other.id, person.id]
      return { act: 'team created', team: newTeamId(), home: folder, members: listed, commitment, receive, description }
    }
    case 4: {
      const revision = next(get(state.folders, folder)?.description.revision)
      return { act: 'folder described', folder, revision, description }
    }
    case 5: {
      const revision = next(get(state.teams, team)?.description.revision)
      return { act: 'team described', team, revision, description }
    }
    case 6:
    case 7:
    case 8:
    case 9:
      return grant(folder, d % 2 === 0 ? toMember(person) : toTeam(team), pick(levels, b + d) ?? 'read')
    case 10:
    case 11:
      return revoke(folder, pick(get(state.folders, folder)?.grants ?? [], c)?.to ?? toMember(person))
    case 12:
      return setMembers(team, [person], d < 5 ? [other] : [])
    case 13:
      return setMembers(team, [], [pick(members, c) ?? person])
    case 14: {
      const generation = (get(state.folders, folder)?.generations.length ?? 0) + 1
      return { act: 'folder re-keyed', folder, generation, commitment, receive }
    }
    case 15: {
      const generation = (get(state.teams, team)?.generations.length ?? 0) + 1
      return { act: 'team re-keyed', team, generation, commitment, receive }
    }
    case 16:
      return remove(person)
    case 17:
      return (await invited()).act
    case 18:
      return joinOf(state.org, person, await invited())
    default:
      return { act: 'journal cut', folder, sequence: b, head: zero32 }
  }
}

const pick = <T>(from: readonly T[], index: number): T | null => from[index % Math.max(1, from.length)] ?? null
