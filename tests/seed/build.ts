import { fetchJoins } from '../../extension/keeper/sync/people.ts'
import { sync } from '../../extension/keeper/sync/sync.ts'
import type { IntentResult } from '../../extension/keeper/acts/tries.ts'
import type { ItemFields } from '../../extension/messages/item-fields.ts'
import type { FolderId, InvitationId, MemberId, TeamId } from '../../shared/bytes/ids.ts'
import type { Join } from '../../shared/protocol/enrol.ts'
import { need } from '../headless/org.ts'
import { join, look, newPerson, refresh, setUp, sign, unlock } from '../headless/person.ts'
import type { Person } from '../headless/person.ts'
import type { SoftKey } from '../soft-key.ts'
import { writeLogins } from './logins.ts'
import { codeOf, eachOf, joinBy, joinUnregistered } from './newcomers.ts'
import type { Plan, PlannedGrant, PlannedPerson } from './plan.ts'
import { staff } from './plan-people.ts'
import { drawnFrom } from './seeded-random.ts'
import { signTogether } from './together.ts'

/** Everybody's PIN in a seeded organisation. */
export const SEED_PIN = 'ardoise-4417'
const ORG = 'Atlas Relation'
/** How many newcomers enrol at once, and how many wait to be let in. */
const [AT_ONCE, WAVE] = [12, 500]
const DAY = 24 * 3_600_000

/** Where a server waits for its first owner. */
export type EmptyServer = { origin: string; setupCode: string }
/** Somebody who can unlock: one software key, and the person's place in the plan. */
export type SeededDesk = { person: number; member: MemberId; key: SoftKey }
/** What the plan has become: ids by place. `member` is null for those who were never let in. */
export type Built = {
  owner: Person
  desks: SeededDesk[]
  members: (MemberId | null)[]
  folders: FolderId[]
  teams: TeamId[]
}

type Tell = (step: string, done: number, total: number) => void

/** Makes the organisation of this plan on an empty server, by the acts of its people. Throws as those acts. */
export async function build(plan: Plan, server: EmptyServer, tell: Tell = () => undefined): Promise<Built> {
  const made: Built = { owner: newPerson(), desks: [], members: plan.people.map(() => null), folders: [], teams: [] }
  const { owner } = made
  const founder = need(plan.people[0])
  const found = () => setUp(owner, server.origin, server.setupCode, SEED_PIN, { orgName: ORG, ...nameOf(founder) })
  await drawnFrom(`${seedOf(plan)} found`, found)
  seat(made, 0, owner)
  const admin = await seatStaff(plan, made, server.origin)
  await makeFolders(plan, made, tell)
  await describeClients(plan, made)
  await hireAll(plan, made, admin, tell)
  await makeTeams(plan, made, tell)
  await grantAll(plan, made, tell)
  await fillFolders(plan, made, tell)
  await endSome(plan, made, tell)
  return made
}

const seedOf = ({ size }: Plan) => `seed ${String(size.seed)}`
const nameOf = ({ name, email }: PlannedPerson) => ({ name, email })

function seat(made: Built, person: number, { keeper, key }: Person): void {
  const member = keeper.needOpen().vault.me
  made.members[person] = member
  made.desks.push({ person, member, key: need(key) })
}

/** Lets in those who run the organisation, each on a desk that unlocks; from the third owner on two owners sign. Returns an admin. */
async function seatStaff(plan: Plan, made: Built, origin: string): Promise<Person> {
  const { owner } = made
  const owners: Person[] = [owner]
  let admin = owner
  for (const [i, { role }] of staff.entries()) {
    if (i === 0) continue
    const who = nameOf(need(plan.people[i]))
    const label = `${seedOf(plan)} staff ${String(i)}`
    const invite = () => sign(owner, { do: 'invite', ...who, role, teams: [] })
    const { code } = await drawnFrom(`${label} invited`, invite)
    const person = newPerson()
    await drawnFrom(`${label} joins`, () => join(person, origin, need(code), SEED_PIN))
    await refresh(owner)
    const { invitation } = need((await look(owner)).invitations.find(({ name }) => name === who.name))
    await drawnFrom(`${label} let in`, () => sign(owner, { do: 'approve', invitation }))
    const other = role === 'owner' ? owners[1] : undefined
    if (other !== undefined) await approveLast(other)
    await unlock(person, SEED_PIN)
    if (role === 'owner') owners.push(person)
    if (role === 'admin') admin = person
    seat(made, i, person)
    await refresh(owner)
  }
  return admin
}

async function approveLast(by: Person): Promise<void> {
  await refresh(by)
  await sign(by, { do: 'approve-proposal', proposed: need((await look(by)).proposals.at(-1)).proposed })
}

async function makeFolders(plan: Plan, made: Built, tell: Tell): Promise<void> {
  const wishes = plan.folders.map(({ name, parent }) => () => {
    return { do: 'create-folder' as const, name, parent: parent === null ? null : need(made.folders[parent]) }
  })
  await signTogether(made.owner, `${seedOf(plan)} folder`, wishes, [], ({ folder }, at) => {
    made.folders[at] = need(folder)
    tell('folders', at + 1, wishes.length)
  })
}

async function describeClients(plan: Plan, made: Built): Promise<void> {
  const now = made.owner.desk.now()
  const dayIn = (days: number | null) => (days === null ? '' : new Date(now + days * DAY).toISOString().slice(0, 10))
  const wishes = plan.clients.map(({ folder, starts, ends, channels, ...about }) => () => ({
    do: 'describe-client' as const,
    folder: need(made.folders[folder]),
    about: { ...about, start: dayIn(starts), end: dayIn(ends), channels: [...channels] },
  }))
  await signTogether(made.owner, `${seedOf(plan)} client`, wishes)
}

/** Wave by wave: an admin invites, the invited register their keys, another signature lets them in. */
async function hireAll(plan: Plan, made: Built, admin: Person, tell: Tell): Promise<void> {
  const all = plan.people.map((person, at) => ({ person, at })).slice(staff.length)
  const seed = seedOf(plan)
  const seated = seatedOf(plan)
  let done = 0
  for (let from = 0; from < all.length; from += WAVE) {
    const wave = all.slice(from, from + WAVE)
    // By turns, since one member signs only so many acts in an hour.
    const by = (from / WAVE) % 2 === 0 ? admin : made.owner
    await catchUp(by)
    const label = `${seed} invitation ${String(from)}`
    const wishes = wave.map(({ person }) => () => {
      return { do: 'invite' as const, ...nameOf(person), role: person.role, teams: [] }
    })
    const invitations = await signTogether(by, label, wishes)
    const unlisted: Join[] = []
    await eachOf(wave, AT_ONCE, async ({ person, at }, i) => {
      tell('people', ++done, all.length)
      if (person.state === 'invited') return
      const [code, from] = [codeOf(by, need(invitations[i])), `${seed} join ${String(at)}`]
      const { member, keys, join } = await (person.keys === 0
        ? joinUnregistered(code, from, nameOf(person))
        : joinBy(code, from, person.keys, SEED_PIN))
      if (join !== null) unlisted.push(join)
      if (person.state === 'member' || person.state === 'left') made.members[at] = member
      const [key] = keys
      if (seated.has(at) && key !== undefined) made.desks.push({ person: at, member, key })
    })
    await letIn(by, `${seed} let in ${String(from)}`, wave, invitations, unlisted)
  }
  made.desks.sort((a, b) => a.person - b.person)
}

type Wave = readonly { person: PlannedPerson; at: number }[]

async function letIn(
  by: Person,
  label: string,
  wave: Wave,
  made: readonly IntentResult[],
  unlisted: readonly Join[],
): Promise<void> {
  const { joins } = await by.keeper.run(() => fetchJoins(by.keeper.needOpen()))
  const coming = wave.flatMap(({ person: { state } }, i): InvitationId[] =>
    state === 'member' || state === 'left' ? [need(made[i]?.invitation).id] : [],
  )
  const wishes = coming.map((invitation) => () => ({ do: 'approve' as const, invitation }))
  await signTogether(by, label, wishes, [...joins, ...unlisted])
}

/** Of the rest of the people the first fifty who have a key keep their desk. */
const seatedOf = ({ people }: Plan) =>
  new Set(people.flatMap(({ state, keys }, i) => (state === 'member' && keys > 0 ? [i] : [])).slice(0, 50))

const catchUp = ({ keeper }: Person) =>
  keeper.run(() => {
    const { desk, session, vault } = keeper.needOpen()
    return sync(desk, session, vault)
  })

async function makeTeams(plan: Plan, made: Built, tell: Tell): Promise<void> {
  const { owner } = made
  await catchUp(owner)
  const seed = seedOf(plan)
  const teams = plan.teams.map(({ name, home }) => () => {
    return { do: 'create-team' as const, name, home: need(made.folders[home]) }
  })
  await signTogether(owner, `${seed} team`, teams, [], ({ team }, at) => (made.teams[at] = need(team)))
  const members = plan.teams.map((one, at) => () => {
    const added = one.members.map((person) => need(made.members[person]))
    return { do: 'set-members' as const, team: need(made.teams[at]), added, removed: [] }
  })
  const total = plan.teams.length
  await signTogether(owner, `${seed} members`, members, [], (_, at) => {
    tell('teams', at + 1, total)
  })
}

async function grantAll(plan: Plan, made: Built, tell: Tell): Promise<void> {
  const from = made.owner.desk.now()
  const at = (days: number | null) => (days === null ? null : from + days * DAY)
  const granteeOf = ({ to }: PlannedGrant) =>
    'team' in to
      ? { kind: 'team' as const, id: need(made.teams[to.team]) }
      : { kind: 'member' as const, id: need(made.members[to.person]) }
  const wishes = plan.grants.map((grant) => () => {
    const { folder, level } = grant
    const dates = { from: at(grant.from), until: at(grant.until) }
    return { do: 'grant' as const, folder: need(made.folders[folder]), to: granteeOf(grant), level, ...dates }
  })
  await signTogether(made.owner, `${seedOf(plan)} grant`, wishes, [], (_, i) => {
    tell('grants', i + 1, wishes.length)
  })
}

async function fillFolders(plan: Plan, made: Built, tell: Tell): Promise<void> {
  const all = plan.folders.map((): ItemFields[] => [])
  for (const { folder, fields } of plan.logins) all[folder]?.push(fields)
  let done = 0
  await eachOf(all, 4, async (logins, folder) => {
    await writeLogins(made.owner, need(made.folders[folder]), logins)
    done += logins.length
    tell('logins', done, plan.logins.length)
  })
}

/** What ended: clients that left are closed, people who left are removed; then some folders are witnessed. */
async function endSome(plan: Plan, made: Built, tell: Tell): Promise<void> {
  const { owner } = made
  await catchUp(owner)
  const of = (kind: 'isClosed' | 'isWitnessed') =>
    plan.folders.flatMap((one, i) => (one[kind] && one.kind !== 'staff' ? [{ ...one, id: need(made.folders[i]) }] : []))
  const closed = of('isClosed').filter(({ kind }) => kind === 'client')
  const witnessed = of('isWitnessed').map(({ id }) => id)
  const wishes = [
    ...witnessed.map((folder) => () => ({ do: 'witness-folder' as const, folder, witnessed: true })),
    ...closed.map(({ id }) => () => ({ do: 'close-folder' as const, folder: id })),
  ]
  await signTogether(owner, `${seedOf(plan)} end`, wishes)
  const members = plan.people.flatMap(({ state }, i) => (state === 'left' ? [need(made.members[i])] : []))
  await sign(owner, { do: 'remove-members', members })
  tell('endings', 1, 1)
}
