/** The people and things of a random history, in the order in which they came: random ids must not decide what dice pick. */
import { get, has } from '../../bytes/table.ts'
import type { FolderId, Hash, InvitationId, ItemId, MemberId, SignPublic, TeamId } from '../../bytes/ids.ts'
import type { MemberKeys } from '../../crypto/derive.ts'
import type { Act } from '../acts.ts'
import { judge } from '../replay/ledger.ts'
import { isMember } from '../replay/level.ts'
import { Refused } from '../replay/state.ts'
import { accept, cutOf, grant, newFolder, newMember, newOrg, newTeam, toMember, toTeam } from './org.ts'
import type { Org } from './org.ts'
import { newPerson } from './person.ts'
import type { Person } from './person.ts'

export type Cast = {
  org: Org
  people: Person[]
  /** Keys that somebody may rotate to. */
  spare: Pick<Person, 'keys' | 'receive'>[]
  signers: Map<SignPublic, MemberKeys['sign']>
  secrets: Map<InvitationId, Uint8Array>
  folders: FolderId[]
  teams: TeamId[]
  invitations: InvitationId[]
  /** Of forms that were signed, approved or not. */
  forms: Hash[]
  items: Map<FolderId, ItemId[]>
}

/** An org of one owner or three, an admin and three others, with three folders and a team, and some who may come. */
export async function newCast(owners: 1 | 3): Promise<Cast> {
  const org = await newOrg()
  const { owner } = org
  const staff: Person[] = []
  for (const role of ['admin', 'member', 'member', 'member'] as const) staff.push(await newMember(org, role))
  if (owners === 3) {
    const [second, third] = [await newMember(org), await newMember(org)]
    staff.push(second, third)
    await accept(org, owner, { act: 'member role set', member: second.id, role: 'owner' })
    await accept(org, owner, { act: 'proposed', proposal: { act: 'member role set', member: third.id, role: 'owner' } })
    await accept(org, second, { act: 'approved', proposed: org.state.head })
  }
  const people = [owner, ...staff]
  while (people.length < 12) people.push(await newPerson())
  const spare: Person[] = []
  for (let i = 0; i < 6; i++) spare.push(await newPerson())
  const top = await newFolder(org, owner)
  const child = await newFolder(org, owner, top)
  const folders = [top, child, await newFolder(org, owner)]
  const team = await newTeam(org, owner, top, staff.slice(1, 3))
  await accept(org, owner, grant(child, toTeam(team), 'edit'), grant(top, toMember(staff[1] ?? owner), 'manage'))
  const signers = new Map([...people, ...spare].map(({ keys }) => [keys.sign.publicKey, keys.sign]))
  return {
    org,
    people,
    spare,
    signers,
    secrets: new Map(),
    folders,
    teams: [team],
    invitations: [],
    forms: [],
    items: new Map(),
  }
}

/** The same org and people for another history. */
export const copyOf = (cast: Cast): Cast => ({
  ...cast,
  org: { ...cast.org, states: [...cast.org.states], entries: [...cast.org.entries], journals: new Map() },
  secrets: new Map(cast.secrets),
  folders: [...cast.folders],
  teams: [...cast.teams],
  invitations: [...cast.invitations],
  forms: [...cast.forms],
  items: new Map(),
})

export const pick = <T>(from: readonly T[], index: number): T | null => from[index % Math.max(1, from.length)] ?? null

/** With what somebody signs now. */
export const signerOf = ({ org, signers }: Cast, { id, keys }: Person) =>
  signers.get(get(org.state.members, id)?.signKey ?? keys.sign.publicKey) ?? keys.sign

/** A member mostly, often an owner, now and then anybody. */
export function authorOf({ org, people }: Cast, by: number): Person {
  const members = people.filter(({ id }) => isMember(org.state, id))
  const owners = people.filter(({ id }) => has(org.state.owners, id))
  return pick(by < 8 ? members : by < 18 ? owners : people, by) ?? org.owner
}

/** What a careful author signs: of `acts` those that are allowed one after another, and the cuts that they owe. */
export function allowed(org: Org, author: MemberId, time: number, acts: Act[]): Act[] {
  const place = { author, sequence: org.state.head.sequence + 1, time }
  const kept: Act[] = []
  let owed: Act[] = []
  for (const act of acts)
    try {
      const { touched } = judge(org.state, [...kept, act], place)
      kept.push(act)
      owed = [...touched].map((folder) => cutOf(org, folder))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
    }
  return [...kept, ...owed]
}
