import type { Level, Role } from '../../shared/ledger/acts.ts'
import { drawsFrom } from './draws.ts'
import { planClients } from './plan-clients.ts'
import type { PlannedClient } from './plan-clients.ts'
import { planLogins } from './plan-logins.ts'
import type { PlannedLogin } from './plan-logins.ts'
import { planPeople } from './plan-people.ts'
import { planTree } from './plan-tree.ts'

/**
 * How large an organisation is made, and the number that decides everything else. `keyed`: how many in a hundred register FIDO keys at
 * the server, which takes most of the time; the others have keys of their own and are let in by the same proofs, and cannot unlock.
 */
export type Size = { members: number; clients: number; items: number; seed: number; keyed: number }

/**
 * `keys`: FIDO keys that they register, 0 for none. `state`: `invited` has only a code, `asked` waits to be let in, `left` is removed
 * again.
 */
export type PlannedPerson = {
  name: string
  email: string
  role: Role
  keys: 0 | 1 | 2
  state: 'member' | 'left' | 'asked' | 'invited'
}
/** `parent`: its place in the list, which is before it. `kind`: what the folder stands for. */
export type PlannedFolder = {
  name: string
  parent: number | null
  kind: 'staff' | 'direction' | 'category' | 'client' | 'channel'
  isClosed: boolean
  isWitnessed: boolean
}
/** `home`, `members`: places in the lists of folders and people. */
export type PlannedTeam = { name: string; home: number; members: readonly number[] }
/** `days` from the day it is made; null for no bound. */
export type PlannedGrant = {
  folder: number
  to: { team: number } | { person: number }
  level: Level
  from: number | null
  until: number | null
}

/** An organisation on paper: the same for the same size, to the last letter. */
export type Plan = {
  size: Size
  people: readonly PlannedPerson[]
  folders: readonly PlannedFolder[]
  clients: readonly PlannedClient[]
  teams: readonly PlannedTeam[]
  grants: readonly PlannedGrant[]
  logins: readonly PlannedLogin[]
}

/** Returns the size that a number of members asks for, the others unsaid: for 10,000, 200 clients and 20,000 logins. */
export const sizeFor = ({ members, seed = 1, clients, items, keyed }: Partial<Size> & { members: number }): Size => ({
  members,
  clients: clients ?? Math.max(4, Math.round(members / 50)),
  items: items ?? members * 2,
  seed,
  keyed: keyed ?? (members <= 1_000 ? 100 : 10),
})

/** Returns the organisation of this size. */
export function planOrganisation(size: Size): Plan {
  const people = planPeople(size, drawsFrom(size.seed, 'people'))
  const { folders, teams, grants } = planTree(size, people, drawsFrom(size.seed, 'tree'))
  const clients = planClients(folders, drawsFrom(size.seed, 'clients'))
  const logins = planLogins(size, folders, drawsFrom(size.seed, 'logins'))
  return { size, people, folders, clients, teams, grants, logins }
}
