import type { Draws } from './draws.ts'
import { channels, clientName, directions, sites } from './names.ts'
import { staff } from './plan-people.ts'
import type { PlannedFolder, PlannedGrant, PlannedPerson, PlannedTeam, Size } from './plan.ts'

type Tree = { folders: PlannedFolder[]; teams: PlannedTeam[]; grants: PlannedGrant[] }

/** Ten folders and one and a half teams to a client. */
const foldersOf = ({ clients }: Size) => 10 * clients
const teamsOf = ({ clients }: Size) => Math.round(1.5 * clients)

/** Returns folders, parents first; teams, the security team first; and grants. */
export function planTree(size: Size, people: readonly PlannedPerson[], draws: Draws): Tree {
  const folders = planFolders(size, draws)
  const teams = planTeams(size, folders, people, draws)
  return { folders, teams, grants: planGrants(folders, teams, people, draws) }
}

/** Directions, their categories, clients, and the channels of each client; a few clients have left, a few are witnessed. */
function planFolders(size: Size, draws: Draws): PlannedFolder[] {
  const folders: PlannedFolder[] = []
  const add = (name: string, parent: number | null, kind: PlannedFolder['kind'], more: Partial<PlannedFolder> = {}) =>
    folders.push({ name, parent, kind, isClosed: false, isWitnessed: false, ...more }) - 1
  add('Sécurité des accès', null, 'staff')
  const used = directions.slice(0, Math.max(2, Math.min(directions.length, Math.ceil(size.clients / 8))))
  const categories = used.flatMap(({ name, categories: all }) => {
    const direction = add(name, null, 'direction')
    return all.map((category) => add(category, direction, 'category'))
  })
  const clients = Array.from({ length: size.clients }, (_, i) => {
    const ends = { isClosed: i % 25 === 7, isWitnessed: i % 20 === 3 }
    return add(clientName(i), categories[i % categories.length] ?? 0, 'client', ends)
  })
  // Round by round, so that no client has two channels more than another.
  for (let i = 0; folders.length < foldersOf(size); i++) {
    const client = clients[i % clients.length] ?? 0
    const round = Math.floor(i / clients.length)
    const { isClosed = false, isWitnessed = false } = folders[client] ?? {}
    const name = channels[round] ?? `${draws.of(channels)} ${String(round)}`
    add(name, client, 'channel', { isClosed, isWitnessed: isWitnessed && round === 0 })
  }
  return folders
}

const placesOf = (folders: readonly PlannedFolder[], kind: PlannedFolder['kind']) =>
  folders.flatMap((one, i) => (one.kind === kind ? [i] : []))

/** From one team of fifteen in a hundred members down to teams of two, each team at home in a direction, category or client. */
function planTeams(size: Size, folders: readonly PlannedFolder[], people: readonly PlannedPerson[], draws: Draws) {
  const members = draws.shuffled(people.flatMap((one, i) => (one.state === 'member' && i >= staff.length ? [i] : [])))
  const security = staff.flatMap(({ role }, i) => (role === 'auditor' ? [] : [i]))
  const teams: PlannedTeam[] = [{ name: 'Sécurité des accès', home: 0, members: security.slice(1) }]
  const heads = placesOf(folders, 'direction').map((home) => ({ home, name: `Encadrement ${nameAt(folders, home)}` }))
  const leads = placesOf(folders, 'category').map((home) => ({ home, name: `Superviseurs ${nameAt(folders, home)}` }))
  const open = placesOf(folders, 'client').filter((one) => folders[one]?.isClosed === false)
  const floors = open.map((home) => ({ home, name: `Plateau ${nameAt(folders, home)}` }))
  const nights = open.map((home, i) => ({ home, name: `${nameAt(folders, home)} ${sites[i % sites.length] ?? ''}` }))
  const rest = [...floors, ...nights].slice(0, Math.max(2, teamsOf(size) - 1 - heads.length - leads.length))
  let next = 0
  const take = (count: number) => [
    ...new Set(Array.from({ length: Math.min(count, members.length) }, () => members[next++ % members.length] ?? 0)),
  ]
  for (const { home, name } of heads) teams.push({ name, home, members: take(2 + draws.whole(8)) })
  for (const { home, name } of leads) teams.push({ name, home, members: take(2 + draws.whole(12)) })
  for (const [i, { home, name }] of rest.entries()) {
    const count = Math.max(2, Math.round((0.15 * size.members) / (i + 1) ** 0.9))
    teams.push({ name, home, members: take(count) })
  }
  // Nobody is left without a team: the smallest ones take whoever was not drawn yet.
  const left = members.slice(next)
  const small = teams.slice(-Math.max(1, Math.floor(rest.length / 2)))
  return teams.map((team) => {
    const at = small.indexOf(team)
    return at < 0 ? team : { ...team, members: [...team.members, ...left.filter((_, i) => i % small.length === at)] }
  })
}

const nameAt = (folders: readonly PlannedFolder[], at: number) => (folders[at]?.name ?? '').replace('Direction ', '')

/** To teams on what they are at home in, to some people by name, and some of both with dates. */
function planGrants(
  folders: readonly PlannedFolder[],
  teams: readonly PlannedTeam[],
  people: readonly PlannedPerson[],
  draws: Draws,
): PlannedGrant[] {
  const always = { from: null, until: null }
  const open = (one: number) => folders[one]?.isClosed === false
  const security = placesOf(folders, 'direction').map((folder): PlannedGrant => {
    return { folder, to: { team: 0 }, level: 'manage', ...always }
  })
  const atHome = teams.flatMap(({ home }, team): PlannedGrant[] => {
    if (team === 0) return []
    const kind = folders[home]?.kind
    const level = kind === 'direction' ? 'manage' : kind === 'category' ? 'edit' : draws.percent(70) ? 'fill' : 'read'
    return [{ folder: home, to: { team }, level, ...always }]
  })
  const members = people.flatMap((one, i) => (one.state === 'member' && i >= staff.length ? [i] : []))
  const byName = new Map<string, PlannedGrant>()
  for (const folder of [...placesOf(folders, 'client'), ...placesOf(folders, 'channel')].filter(open)) {
    if (!draws.percent(30)) continue
    const person = draws.of(members)
    const dated = draws.percent(25)
    const from = dated && draws.percent(30) ? 1 + draws.whole(30) : null
    const until = dated ? (from ?? 0) + 1 + draws.whole(180) : null
    const level = dated ? 'fill' : draws.of(['fill', 'read', 'edit'] as const)
    byName.set(`${String(folder)} ${String(person)}`, { folder, to: { person }, level, from, until })
  }
  return [...security, ...atHome, ...byName.values()]
}
