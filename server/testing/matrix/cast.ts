import { newFolderId, newItemId, newTeamId } from '../../../shared/bytes/ids.ts'
import type { FolderId, Hash, ItemId, MemberId, OrgId, TeamId } from '../../../shared/bytes/ids.ts'
import type { LedgerHead } from '../../../shared/ledger/acts.ts'
import { createTokens } from '../../middleware/tokens.ts'
import { newSession } from '../../store/sessions.ts'
import { newDesk, publicOrigin } from '../desk.ts'
import type { Answer, Desk } from '../desk.ts'
import { enrol, found, joining, newCode, newPerson } from '../person.ts'
import type { Code, Person, Session } from '../person.ts'
import { newTestKey } from '../session-key.ts'
import {
  cut,
  folderCreated,
  folderRekeyed,
  hire,
  invited,
  itemChange,
  journalBodyOf,
  must,
  only,
  teamCreated,
} from '../writes.ts'
import { signedIn } from './outcomes.ts'
import type { Role } from './outcomes.ts'

/** A person with a session of their own; a stranger and a newcomer have none. */
export type Player = Person & { role: Role; session: (Session & { id: string; ends: number; thumbprint: Hash }) | null }
type Place = { folder: FolderId; item: ItemId; generation: number; team: TeamId; part: unknown }

/** One organisation with somebody of each role in it, for a whole file of tests. */
export type Cast = Readonly<{
  desk: Desk
  org: OrgId
  players: Readonly<Record<Role, Player>>
  /** A member without any grant, whom nobody but the owner deals with. */
  colleague: Player
  /** The second owner. */
  partner: Player
  /** The invitation that the newcomer answered. */
  code: Code
  /** The folder that the levels are on. */
  ours: Place
  /** A folder beside it, which the owner manages and nobody else sees. */
  theirs: Place
  /** A token that has just been given out, by this session. */
  tokenOf(of: Pick<Player, 'member' | 'session'>): Promise<string | null>
  openSession(of: Person): Promise<NonNullable<Player['session']>>
  ledgerHead(): Promise<LedgerHead>
  journalHeads(folders: readonly FolderId[]): Promise<ReadonlyMap<FolderId, LedgerHead>>
}>

export const nothing = {
  wraps: [],
  descriptions: [],
  receiveKeys: [],
  profiles: [],
  journals: [],
  journalHeads: [],
  erased: [],
}

/** Makes them all. Sessions are the server's own rows and tokens, without a touch each. */
export async function newCast(): Promise<Cast> {
  const desk = await newDesk({ shiftHours: () => 8 })
  const tokens = createTokens(desk.secret, publicOrigin, desk.now)
  const openSession: Cast['openSession'] = async ({ member, key }) => {
    const { thumbprint } = await newTestKey()
    const opened = { member, credential: key.id, byTouch: false, thumbprint }
    const { id, expiresAt: ends } = await newSession(desk.database.db, opened, desk.now())
    const { token } = await tokens.issue({ session: id, member, thumbprint }, ends)
    return { id, ends, token, thumbprint }
  }
  const tokenOf: Cast['tokenOf'] = async ({ member, session }) =>
    session === null
      ? null
      : (await tokens.issue({ session: session.id, member, thumbprint: session.thumbprint }, session.ends)).token

  const owner = await found(desk)
  const fresh = async (person: Person) => ({ ...person, token: (await openSession(person)).token })
  const asOwner = () => fresh(owner)
  const ask = async (name: 'ledger' | 'fetch', body: unknown, query = ''): Promise<Answer['body']> =>
    (await desk.ask(name, body, { token: (await asOwner()).token, query })).body
  const ledgerHead: Cast['ledgerHead'] = async () => (await ask('ledger', null, '?from=0')).head
  const journalHeads: Cast['journalHeads'] = async (folders) => {
    const { journalHeads: heads } = await ask('fetch', { ...nothing, journalHeads: folders })
    return new Map((heads as { folder: FolderId; head: LedgerHead }[]).map(({ folder, head }) => [folder, head]))
  }

  const people = await makePeople(desk, asOwner)
  const [ours, theirs] = await makeFolders(desk, fresh, { owner, ...people })
  await must(desk, await asOwner(), only({ act: 'member role set', member: people.partner.member, role: 'owner' }))
  const code = newCode()
  await must(desk, await asOwner(), await invited(desk, code))
  const pending = await newPerson(owner.org)
  const asked = await joining(pending, code)
  needOk(await enrol(desk, pending, asked, asked.outcome))

  const play = async (role: Role, person: Person): Promise<Player> => {
    const session = role === 'stranger' || role === 'pending' ? null : await openSession(person)
    return { ...person, role, session }
  }
  const all = { ...people.players, owner, pending, stranger: await newPerson(owner.org) }
  const players = Object.fromEntries(
    await Promise.all(Object.entries(all).map(async ([role, person]) => [role, await play(role as Role, person)])),
  ) as Record<Role, Player>
  const [colleague, partner] = [await play('filler', people.colleague), await play('owner', people.partner)]
  return {
    desk,
    org: owner.org,
    players,
    colleague,
    partner,
    code,
    ours,
    theirs,
    tokenOf,
    openSession,
    ledgerHead,
    journalHeads,
  }
}

const needOk = ({ status, body }: Answer): void => {
  if (status !== 200) throw new Error(`${String(status)} ${JSON.stringify(body)}`)
}
type People = Awaited<ReturnType<typeof makePeople>>
type AsOwner = () => Promise<Person>
/** The same person with a token that was just given out. */
type Fresh = (person: Person) => Promise<Person>

async function makePeople(desk: Desk, asOwner: AsOwner) {
  const next = async (role: 'member' | 'admin' = 'member') => hire(desk, await asOwner(), role)
  const players = {
    removed: await next(),
    filler: await next(),
    reader: await next(),
    editor: await next(),
    manager: await next(),
    auditor: await next(),
    admin: await next('admin'),
  }
  await must(desk, await asOwner(), only({ act: 'member role set', member: players.auditor.member, role: 'auditor' }))
  return { players, colleague: await next(), partner: await next() }
}

/** Both folders with a team and a login each; who was removed had written in the first, which has had a new key since. */
async function makeFolders(
  desk: Desk,
  fresh: Fresh,
  { owner, players, colleague }: People & { owner: Person },
): Promise<[Place, Place]> {
  const [ours, theirs, teamHere, teamThere] = [newFolderId(), newFolderId(), newTeamId(), newTeamId()]
  const grant = (member: MemberId, level: 'fill' | 'read' | 'edit' | 'manage') =>
    only({ act: 'folder granted', folder: ours, to: { kind: 'member', id: member }, level, from: null, until: null })
  const step = async (...steps: Parameters<typeof must> extends [Desk, Person, ...infer S] ? S : never) =>
    must(desk, await fresh(owner), ...steps)
  const { removed, filler, reader, editor, manager } = players
  await step(await folderCreated(ours), await folderCreated(theirs))
  await step(grant(removed.member, 'edit'))
  await step(only({ act: 'member removed', member: removed.member }), cut(ours))
  await step(await folderRekeyed(ours, 2), cut(ours))
  await step(
    grant(filler.member, 'fill'),
    grant(reader.member, 'read'),
    grant(editor.member, 'edit'),
    grant(manager.member, 'manage'),
  )
  await must(desk, await fresh(manager), await teamCreated(ours, [manager.member], teamHere))
  await step(await teamCreated(theirs, [owner.member, colleague.member], teamThere))
  const place = async (folder: FolderId, generation: number, team: TeamId): Promise<Place> => {
    const sealed = await itemChange(newItemId(), 1, generation)
    const body = await journalBodyOf(desk, await fresh(owner), folder, [sealed], { generation })
    needOk(await desk.ask('appendJournal', body, await fresh(owner)))
    return { folder, item: sealed.change.item, generation, team, part: sealed.parts[1] }
  }
  return [await place(ours, 2, teamHere), await place(theirs, 1, teamThere)]
}

/** Whether that role has a session of a member who is one still. */
export const isSignedIn = ({ role }: Player): boolean => signedIn.some((one) => one === role)
