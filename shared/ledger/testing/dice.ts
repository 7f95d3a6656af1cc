import fc from 'fast-check'
import { emptyTable, get, has, idsIn } from '../../bytes/table.ts'
import {
  folderId,
  memberId,
  newFolderId,
  newInvitationId,
  newTeamId,
  parseId,
  teamId,
  zero32,
} from '../../bytes/ids.ts'
import type { FolderId, TeamId } from '../../bytes/ids.ts'
import { rotationProof } from '../../crypto/contexts.ts'
import type { Act } from '../acts.ts'
import { levels, roles } from '../acts.ts'
import { isMember, upFrom } from '../replay/level.ts'
import { allowed, authorOf, pick } from './cast.ts'
import type { Cast } from './cast.ts'
import { grant, remove, revoke, setMembers, toMember, toTeam } from './org.ts'
import { formFor } from './form-dice.ts'
import { added, newcomer, ownersAct } from './owners-dice.ts'
import { badKeys, noPoint, invitationFor, joinOf, someHash } from './person.ts'
import type { Person } from './person.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/**
 * What dice throw, the usual more than once. `tidied` re-keys all that is stale, `joined` invites and lets in at once; a team
 * `leads` where it has manage; its home is `shared` with somebody who manages nothing else, and `moved`.
 */
const kinds = [
  ...['folder created', 'folder created', 'team created', 'team created', 'folder described', 'team described'],
  ...['folder granted', 'folder granted', 'folder granted', 'dated', 'dated', 'folder revoked', 'folder revoked'],
  ...['swapped', 'left', 'left', 'folder re-keyed', 'team re-keyed', 'tidied', 'tidied', 'tidied', 'tidied'],
  ...['member removed', 'member invited', 'member added', 'member added', 'joined', 'joined', 'member role set'],
  ...['member role set', 'member keys rotated', 'member profile set', 'folder moved', 'folder moved', 'folder closed'],
  ...[
    'folder reopened',
    'folder witnessed',
    'register created',
    'register created',
    'register created',
    'personal folder created',
    'recovery set',
    'recovery set',
    'folder recovered',
    'folder adopted',
    'folder adopted',
    'journal anchored',
    'journal anchored',
    'policy set',
    'policy set',
    'proposed',
    'proposed',
  ],
  ...['proposed', 'approved', 'approved', 'approved', 'withdrawn', 'journal cut'],
  ...['invitation cancelled', 'team deleted', 'folder deleted', 'folder deleted'],
  ...['formed', 'formed', 'formed', 'formed', 'formed', 'form approved'],
  ...['team leads', 'team leads', 'home shared', 'home shared', 'home moved', 'emptied'],
] as const

/** Some acts as dice: their kind, and numbers that pick from what there is. */
export type Dice = { kind: (typeof kinds)[number]; a: number; b: number; c: number; d: number }
const unfitKeys = [...badKeys.map(([, key]) => key), noPoint]
const die = fc.nat(9)
const dice: fc.Arbitrary<Dice> = fc.record({ kind: fc.constantFrom(...kinds), a: die, b: die, c: die, d: die })

/** Who signs, what, how long after the entry before, and whether they look before they sign, or somebody signs who may. */
export const entryDice = fc.record({
  by: fc.nat(19),
  acts: fc.array(dice, { minLength: 1, maxLength: 5 }),
  careful: fc.constantFrom('no', 'yes', 'whoever may', 'whoever may', 'whoever may'),
  step: fc.constantFrom(1, 1, 1, 1, 1, 0, 2, HOUR, HOUR, HOUR, DAY, DAY, 4 * DAY, 8 * DAY),
})
export type EntryDice = typeof entryDice extends fc.Arbitrary<infer T> ? T : never

/** Who signs, and what. */
export async function actsBy(cast: Cast, { by, acts, careful }: EntryDice, time: number) {
  const { org, people } = cast
  const first = authorOf(cast, by)
  const others = careful === 'whoever may' ? people.filter(({ id }) => isMember(org.state, id)) : []
  for (const author of [first, ...others]) {
    const thrown: Act[] = []
    for (const one of acts) thrown.push(...(await actsOf(cast, author, one, time)))
    const kept = careful === 'no' ? thrown : allowed(org, author.id, time, thrown)
    if (kept.length > 0) return { author, acts: kept }
  }
  return { author: first, acts: [] }
}

/** Turns dice into acts that are often allowed, on what the org holds, and now and then on what it does not. */
async function actsOf(cast: Cast, author: Person, thrown: Dice, time: number): Promise<Act[]> {
  const { org, people } = cast
  const { state } = org
  const { kind, a, b, c, d } = thrown
  const folders = cast.folders.filter((one) => has(state.folders, one))
  const teams = cast.teams.filter((one) => has(state.teams, one))
  const folder = (a < 9 ? pick(folders, a + 3 * c) : null) ?? newFolderId()
  const team = (b < 9 ? pick(teams, b) : null) ?? newTeamId()
  const [person, other] = [pick(people, c) ?? org.owner, pick(people, d) ?? org.owner]
  const members = people.filter(({ id }) => has(get(state.teams, team)?.members ?? emptyTable, id))
  const home = get(state.teams, team)?.home ?? folder
  const to = d % 2 === 0 ? toMember(person) : toTeam(team)
  const next = (revision = 1) => revision + (d === 9 ? 2 : 1)
  // Replay takes hashes at their word: real keys would only cost time here.
  const made = async () => ({ commitment: await someHash(), receive: await someHash() })
  const description = await someHash()
  switch (kind) {
    case 'folder created': {
      const parent = a < 2 ? null : folder
      // Now and then under the id of something of another kind.
      const id = d === 9 ? parseId(folderId, team) : newFolderId()
      cast.folders.push(id)
      return [{ act: kind, folder: id, parent, ...(await made()), description }]
    }
    case 'team created': {
      const id = d === 9 ? parseId(teamId, person.id) : newTeamId()
      cast.teams.push(id)
      const listed = [d % 3 === 0 ? other.id : author.id, person.id].filter(
        (one, i, all) => d === 5 || all.indexOf(one) === i,
      )
      return [{ act: kind, team: id, home: folder, members: listed, ...(await made()), description }]
    }
    case 'folder described':
      return [{ act: kind, folder, revision: next(get(state.folders, folder)?.description.revision), description }]
    case 'team described':
      return [{ act: kind, team, revision: next(get(state.teams, team)?.description.revision), description }]
    case 'folder granted':
      return [grant(folder, to, pick(levels, b + d) ?? 'read')]
    case 'dated': {
      const from = b < 3 ? null : time + (b - 6) * 2 * HOUR
      const until = c < 2 ? null : time + (c - 3) * 3 * HOUR
      return [{ act: 'folder granted', folder, to, level: pick(levels, b + d) ?? 'read', from, until }]
    }
    case 'folder revoked':
      return [revoke(folder, pick(get(state.folders, folder)?.grants ?? [], b)?.to ?? toMember(person))]
    case 'swapped':
      return [setMembers(team, [person], d < 5 ? [other] : [])]
    case 'left':
      return [setMembers(team, [], [pick(members, c) ?? person])]
    case 'team leads':
      return [grant(folder, toTeam(team), 'manage')]
    case 'home shared':
      return [grant(home, toMember(person), 'manage')]
    case 'home moved':
      return [{ act: 'folder moved', folder: home, parent: d < 3 ? null : folder }]
    case 'emptied':
      return [setMembers(team, [], members.slice(d < 5 ? 0 : 1)), await rekeyOfTeam(cast, team)]
    case 'folder re-keyed':
      return [await rekeyOfFolder(cast, folder)]
    case 'team re-keyed':
      return [await rekeyOfTeam(cast, team)]
    case 'tidied': {
      const stale = folders.filter((one) => get(state.folders, one)?.staleSince !== null)
      const depth = new Map(stale.map((one) => [one, [...upFrom(state, one)].length]))
      stale.sort((one, two) => (depth.get(one) ?? 0) - (depth.get(two) ?? 0))
      const all: Act[] = []
      for (const one of teams) if (get(state.teams, one)?.staleSince !== null) all.push(await rekeyOfTeam(cast, one))
      for (const one of stale) all.push(await rekeyOfFolder(cast, one))
      return all
    }
    case 'formed':
    case 'form approved': {
      const inner = pick(formable, a) ?? 'swapped'
      const acts = await actsOf(cast, author, { kind: inner, a: c, b, c: d, d: b }, time)
      const form = await formFor(cast, thrown, acts, time)
      return kind === 'formed' ? [form, ...acts] : [form]
    }
    case 'member removed':
      return [remove(person)]
    case 'member invited':
    case 'joined': {
      const replaces = a < 3 ? other.id : a === 9 ? parseId(memberId, team) : null
      const asked = await invitationFor(pick(roles, kind === 'joined' ? b : a) ?? 'member', time + b * 11 * DAY)
      const badKey = d === 9 && kind !== 'joined' ? pick(unfitKeys, c) : null
      const act = { ...asked.act, teams: c > 7 ? [team] : [], replaces, key: badKey ?? asked.act.key }
      cast.invitations.push(act.invitation)
      cast.secrets.set(act.invitation, asked.secret)
      if (kind === 'member invited') return [act]
      const first: Act[] = replaces === null || d > 4 ? [] : [{ act: 'member removed', member: replaces }]
      return [...first, act, await joinOf(state.org, newcomer(cast, d), { ...asked, act })]
    }
    case 'invitation cancelled':
      return [{ act: kind, invitation: pick(cast.invitations, a) ?? newInvitationId() }]
    case 'member added':
      return [await added(cast, thrown)]
    case 'member role set':
      return [{ act: kind, member: person.id, role: pick(roles, a) ?? 'member' }]
    case 'member keys rotated': {
      const generation = (get(state.members, author.id)?.keyGeneration ?? 0) + (d === 9 ? 2 : 1)
      const { keys, receive } = (d < 8 ? pick(cast.spare, c) : person) ?? person
      const of = { org: state.org, member: author.id, generation, signKey: keys.sign.publicKey, receiveHash: receive }
      const proof = await (d === 7 ? author : { keys }).keys.sign.sign(rotationProof(of))
      return [{ act: kind, signKey: keys.sign.publicKey, receive, proof }]
    }
    case 'member profile set':
      return [{ act: kind, member: person.id, profile: description }]
    case 'folder moved':
      return [{ act: kind, folder, parent: d < 3 ? null : (pick(cast.folders, b + d) ?? null) }]
    case 'team deleted':
      return [{ act: kind, team }]
    case 'folder deleted': {
      // Mostly one that holds nothing; its id is at times used again.
      const empty = folders.filter((one) => {
        const found = get(state.folders, one)
        return found !== null && found.children.count + found.teams.count === 0
      })
      const gone = (d < 8 ? pick(empty, a + 3 * c) : null) ?? folder
      const again: Act = { act: 'folder created', folder: gone, parent: null, ...(await made()), description }
      return d === 7 ? [{ act: kind, folder: gone }, again] : [{ act: kind, folder: gone }]
    }
    case 'folder closed':
      return [{ act: kind, folder }]
    case 'register created':
      cast.folders.push(newFolderId())
      return [
        {
          act: kind,
          folder: d === 9 ? folder : (cast.folders.at(-1) ?? folder),
          of: b < 3 ? null : folder,
          ...(await made()),
          description,
        },
      ]
    case 'personal folder created': {
      cast.folders.push(newFolderId())
      return [{ act: kind, folder: cast.folders.at(-1) ?? folder, ...(await made()), description }]
    }
    case 'recovery set': {
      const mine = d < 8 ? folders.filter((one) => get(state.folders, one)?.personal === author.id) : folders
      const one = pick(mine, a) ?? folder
      const generation = (get(state.folders, one)?.generations.length ?? 0) + (c === 9 ? 1 : 0)
      const all = idsIn(state.owners).filter((owner) => owner !== author.id || b === 9)
      const named = b === 8 ? all.slice(1) : b === 7 ? [...all, person.id] : all
      return [{ act: kind, folder: one, generation, owners: named }]
    }
    case 'folder witnessed':
      return [{ act: kind, folder, witnessed: d < 7 }]
    case 'folder reopened':
    case 'folder adopted':
    case 'journal anchored':
    case 'folder recovered':
    case 'policy set':
      return [await ownersAct(cast, thrown)]
    case 'proposed':
      return [{ act: kind, proposal: await ownersAct(cast, thrown) }]
    case 'approved': {
      const waiting = state.proposals.map(({ at }) => (d === 9 ? { ...at, hash: zero32 } : at))
      return [...waiting.slice(a), ...waiting.slice(0, a)].map((proposed) => ({ act: kind, proposed }))
    }
    case 'withdrawn':
      return [{ act: kind, proposed: pick(state.proposals, a)?.at ?? state.head }]
    case 'journal cut':
      return [{ act: kind, folder, sequence: b === 9 ? Number.MAX_SAFE_INTEGER : b, head: zero32 }]
  }
}

/** What a form can say. */
const formable = ['folder granted', 'dated', 'swapped', 'folder moved', 'joined', 'folder revoked', 'left'] as const

async function rekeyOfFolder({ org }: Cast, folder: FolderId) {
  const generation = (get(org.state.folders, folder)?.generations.length ?? 0) + 1
  return {
    act: 'folder re-keyed' as const,
    folder,
    generation,
    commitment: await someHash(),
    receive: await someHash(),
  }
}

async function rekeyOfTeam({ org }: Cast, team: TeamId) {
  const generation = (get(org.state.teams, team)?.generations.length ?? 0) + 1
  return { act: 'team re-keyed' as const, team, generation, commitment: await someHash(), receive: await someHash() }
}
