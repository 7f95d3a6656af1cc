/** An org in memory, with real keys and signatures: what a test needs to write its ledger and be answered by replay. */
import { get } from '../../bytes/table.ts'
import { newFolderId, newTeamId, zero32, zeroOrg } from '../../bytes/ids.ts'
import type { FolderId, Hash, MemberId, TeamId } from '../../bytes/ids.ts'
import { commitment } from '../../crypto/commit.ts'
import type { Generation } from '../../crypto/contexts.ts'
import { folderReceive, teamReceive } from '../../crypto/derive.ts'
import { receiveHash } from '../../crypto/hpke.ts'
import { newFolderKey, newTeamSeed } from '../../crypto/keys.ts'
import type { FolderKey, TeamSeed } from '../../crypto/keys.ts'
import type { Act, ActOf, Grantee, Level, Role } from '../acts.ts'
import type { LedgerBody } from '../entry.ts'
import { judge, replayEntry } from '../replay/ledger.ts'
import { Refused } from '../replay/state.ts'
import type { LedgerState, RefusedCode } from '../replay/state.ts'
import { signLedgerEntry } from '../sign-entry.ts'
import { invitationFor, joinOf, newPerson, someHash } from './person.ts'
import type { Person } from './person.ts'

export type Org = {
  owner: Person
  state: LedgerState
  /** The state after each entry; that after sequence n is at n - 1. */
  states: LedgerState[]
  entries: Uint8Array<ArrayBuffer>[]
  /** Where journals stand that have entries. */
  journals: Map<FolderId, { sequence: number; hash: Hash }>
  /** Every key that was made, by generation. */
  folderKeys: Map<FolderId, FolderKey[]>
  teamSeeds: Map<TeamId, TeamSeed[]>
}

export const startTime = 1_700_000_000_000

/** The first entry of an org that `owner` makes; `change` is what a test wants otherwise. */
export async function firstEntry(owner: Person, change: Partial<LedgerBody> = {}) {
  const signKey = owner.keys.sign.publicKey
  const act: Act = {
    act: 'org created',
    name: 'Acme',
    member: owner.id,
    signKey,
    receive: owner.receive,
    profile: await someHash(),
  }
  const place = { org: zeroOrg, sequence: 1, previous: zero32, time: startTime, author: owner.id }
  return signLedgerEntry(owner.keys.sign, { ...place, acts: [act], ...change })
}

export async function newOrg(): Promise<Org> {
  const owner = await newPerson()
  const { entry } = await firstEntry(owner)
  const state = await replayEntry(null, entry)
  if (state instanceof Refused) throw state
  return {
    owner,
    state,
    states: [state],
    entries: [entry],
    journals: new Map(),
    folderKeys: new Map(),
    teamSeeds: new Map(),
  }
}

/** The next entry as `by` signs it; `change` is what a test wants otherwise in its body. */
export async function signedBy(org: Org, by: Person, acts: Act[], change: Partial<LedgerBody> = {}) {
  const { head, time } = org.state
  const place = { org: org.state.org, sequence: head.sequence + 1, previous: head.hash, time: time + 1, author: by.id }
  return signLedgerEntry(by.keys.sign, { ...place, acts, ...change })
}

/** What replay says to `acts` as they are, without appending: a refusal's code, or `accepted`. */
export async function attempt(org: Org, by: Person, ...acts: Act[]): Promise<RefusedCode | 'accepted'> {
  return verdict(await replayEntry(org.state, (await signedBy(org, by, acts)).entry))
}
export const verdict = (result: object): RefusedCode | 'accepted' =>
  result instanceof Refused ? result.code : 'accepted'

/** The cut of a folder where its journal stands. */
export const cutOf = ({ journals }: Org, folder: FolderId): ActOf<'journal cut'> => {
  const { sequence, hash } = journals.get(folder) ?? { sequence: 0, hash: zero32 }
  return { act: 'journal cut', folder, sequence, head: hash }
}

/** Appends an entry with the cuts that it owes. Throws Refused. */
export async function accept(org: Org, by: Person, ...acts: Act[]): Promise<LedgerState> {
  const place = { author: by.id, sequence: org.state.head.sequence + 1, time: org.state.time + 1 }
  const { touched } = judge(org.state, acts, place)
  const cuts = [...touched].map((folder) => cutOf(org, folder))
  const { entry } = await signedBy(org, by, [...acts, ...cuts])
  const next = await replayEntry(org.state, entry)
  if (next instanceof Refused) throw next
  org.entries.push(entry)
  org.states.push(next)
  org.state = next
  return next
}

/** A new member of the org, invited and let in by the owner. */
export async function newMember(org: Org, role: Role = 'member'): Promise<Person> {
  const person = await newPerson()
  const invitation = await invitationFor(role, org.state.time + 1_000_000)
  await accept(org, org.owner, invitation.act, await joinOf(org.state.org, person, invitation))
  return person
}

export const toMember = ({ id }: Person): Grantee => ({ kind: 'member', id })
export const toTeam = (id: TeamId): Grantee => ({ kind: 'team', id })
export const grant = (folder: FolderId, to: Grantee, level: Level): Act => ({
  act: 'folder granted',
  folder,
  to,
  level,
  from: null,
  until: null,
})
export const revoke = (folder: FolderId, to: Grantee): Act => ({ act: 'folder revoked', folder, to })
export const remove = ({ id }: Person): Act => ({ act: 'member removed', member: id })
export const setMembers = (team: TeamId, added: Person[], removed: Person[] = []): Act => ({
  act: 'team members set',
  team,
  added: added.map(({ id }) => id),
  removed: removed.map(({ id }) => id),
})

/** The act that creates a folder; its key is kept in the org. */
export async function creation(org: Org, parent: FolderId | null, folder = newFolderId()) {
  const made = await folderGeneration(org, folder, 1)
  const act: ActOf<'folder created'> = { act: 'folder created', folder, parent, ...made, description: await someHash() }
  return act
}
export async function newFolder(org: Org, by: Person, parent: FolderId | null = null): Promise<FolderId> {
  const act = await creation(org, parent)
  await accept(org, by, act)
  return act.folder
}

/** The act that creates a team; its seed is kept in the org. */
export async function teamCreation(org: Org, home: FolderId, members: Person[], team = newTeamId()) {
  const made = await teamGeneration(org, team, 1)
  const ids: MemberId[] = members.map(({ id }) => id)
  const act: ActOf<'team created'> = {
    act: 'team created',
    team,
    home,
    members: ids,
    ...made,
    description: await someHash(),
  }
  return act
}
export async function newTeam(org: Org, by: Person, home: FolderId, others: Person[] = []): Promise<TeamId> {
  const act = await teamCreation(org, home, [by, ...others])
  await accept(org, by, act)
  return act.team
}

/** The act that gives a folder or team its next generation. */
export async function rekeyFolder(org: Org, folder: FolderId): Promise<ActOf<'folder re-keyed'>> {
  const generation = (get(org.state.folders, folder)?.generations.length ?? 0) + 1
  return { act: 'folder re-keyed', folder, generation, ...(await folderGeneration(org, folder, generation)) }
}
export async function rekeyTeam(org: Org, team: TeamId): Promise<ActOf<'team re-keyed'>> {
  const generation = (get(org.state.teams, team)?.generations.length ?? 0) + 1
  return { act: 'team re-keyed', team, generation, ...(await teamGeneration(org, team, generation)) }
}

async function folderGeneration(org: Org, folder: FolderId, generation: number) {
  const key = newFolderKey()
  const keys = org.folderKeys.get(folder) ?? []
  org.folderKeys.set(folder, [...keys.slice(0, generation - 1), key])
  const { publicKey } = await folderReceive(key)
  return committed(key, { kind: 'folder', org: org.state.org, id: folder, generation }, publicKey)
}

async function teamGeneration(org: Org, team: TeamId, generation: number) {
  const seed = newTeamSeed()
  const seeds = org.teamSeeds.get(team) ?? []
  org.teamSeeds.set(team, [...seeds.slice(0, generation - 1), seed])
  const { publicKey } = await teamReceive(seed)
  return committed(seed, { kind: 'team', org: org.state.org, id: team, generation }, publicKey)
}

const committed = async (
  key: TeamSeed | FolderKey,
  { kind, org, id, generation }: Generation,
  receive: Uint8Array,
) => ({
  commitment: await commitment(key, kind, org, id, generation),
  receive: await receiveHash(receive),
})
