/** What the sheet before a signature says of who gains, loses and keeps; and acts over several people under one signature. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FolderId, InvitationId, MemberId, TeamId } from '../../shared/bytes/ids.ts'
import { stateOf } from '../../extension/keeper/vault/vault.ts'
import type { Review } from '../../extension/messages/review-view.ts'
import type { Stack } from '../stack.ts'
import { PIN, hire, need, newFolder, newOrg } from './org.ts'
import { join, look, newPerson, refresh, sign } from './person.ts'
import type { Person } from './person.ts'

let stack: Stack
let owner: Person
let ines: { person: Person; member: MemberId }
let mona: { person: Person; member: MemberId }
let client: FolderId
let cards: FolderId
let nord: TeamId
const toMember = (id: MemberId) => ({ kind: 'member' as const, id })
const toNord = () => ({ kind: 'team' as const, id: nord })
const review = (intent: Parameters<Person['ask']['act.review']>[0]) => owner.ask['act.review'](intent, '')
const whoIn = (lines: readonly { who: string | null }[]) => lines.map(({ who }) => who)
/** The lines of who keeps what, each with its reason. */
const kept = ({ keeps, ways }: Review) =>
  keeps.map(({ who, way, folders }) => {
    const { level, folder, team } = need(ways[way])
    return { who, folders, by: `${level} on ${String(folder)}${team === null ? '' : ` by ${team}`}` }
  })

beforeAll(async () => {
  ;({ stack, owner } = await newOrg())
  ines = await hire(stack, owner, 'Ines')
  mona = await hire(stack, owner, 'Mona')
  client = await newFolder(owner, 'Banque')
  cards = await newFolder(owner, 'Cartes', client)
  nord = need((await sign(owner, { do: 'create-team', name: 'Nord', home: await newFolder(owner, 'Teams') })).team)
  await sign(owner, { do: 'set-members', team: nord, added: [ines.member, mona.member], removed: [] })
})
afterAll(() => stack.stop())

test('a grant to a team says how many people the team is, and who has as much already and why', async () => {
  await sign(owner, { do: 'grant', folder: client, to: toMember(mona.member), level: 'edit' })
  const found = await review({ do: 'grant', folder: client, to: toNord(), level: 'fill' })
  expect(found.teamOf, 'who made the team is in it').toBe(3)
  expect(whoIn(found.gains)).toEqual(['Ines'])
  expect(found.gains[0], 'the folder below is counted').toMatchObject({
    member: ines.member,
    folders: ['Banque'],
    below: 1,
  })
  const mine = { who: need(found.keeps.find(({ member }) => member !== mona.member)).who, folders: ['Banque'] }
  expect(kept(found)).toEqual(
    expect.arrayContaining([
      { who: 'Mona', folders: ['Banque'], by: 'edit on Banque' },
      { ...mine, by: 'manage on Banque' },
    ]),
  )
  expect(found.keeps).toHaveLength(2)
})

test('a grant that is taken says who keeps access another way, and of a folder below when that alone stays', async () => {
  await sign(owner, { do: 'grant', folder: client, to: toNord(), level: 'fill' })
  await sign(owner, { do: 'grant', folder: cards, to: toMember(ines.member), level: 'fill' })
  const found = await review({ do: 'revoke', folder: client, to: toNord() })
  expect(found.loses).toEqual([{ member: ines.member, who: 'Ines', level: null, folders: ['Banque'], below: 0 }])
  expect(kept(found)).toEqual(
    expect.arrayContaining([
      { who: 'Mona', folders: ['Banque'], by: 'edit on Banque' },
      { who: 'Ines', folders: ['Cartes'], by: 'fill on Cartes' },
    ]),
  )
})

test('who is taken out of a team keeps what their own grant gives; who leaves the organisation keeps nothing', async () => {
  const out = await review({ do: 'set-members', team: nord, added: [], removed: [mona.member] })
  expect(out.teamOf).toBe(2)
  expect(out.loses).toEqual([])
  expect(kept(out)).toEqual([{ who: 'Mona', folders: ['Banque'], by: 'edit on Banque' }])
  const gone = await review({ do: 'remove-member', member: mona.member })
  expect(whoIn(gone.loses)).toEqual(['Mona'])
  expect(gone.keeps).toEqual([])
})

test('whom this desk cannot name is on the sheet without a name', async () => {
  const lone = await newFolder(owner, 'Seule')
  await sign(owner, { do: 'grant', folder: lone, to: toMember(ines.member), level: 'manage' })
  await sign(owner, { do: 'grant', folder: lone, to: toMember(mona.member), level: 'fill' })
  await refresh(ines.person)
  ines.person.keeper.needOpen().vault.profiles.delete(mona.member)
  const intent = { do: 'revoke' as const, folder: lone, to: toMember(mona.member) }
  const found = await ines.person.ask['act.review'](intent, '')
  expect(found.loses).toEqual([{ member: mona.member, who: null, level: null, folders: ['Seule'], below: 0 }])
})

/** Invites some people, who register a key and wait. Returns their invitations. */
async function asking(...names: string[]): Promise<InvitationId[]> {
  for (const name of names) {
    const email = `${name.toLowerCase()}@atlas.example`
    const { code } = await sign(owner, { do: 'invite', name, email, role: 'member', teams: [nord] })
    await join(newPerson(), stack.origin, need(code), PIN)
  }
  await refresh(owner)
  const { invitations } = await look(owner)
  return names.map((name) => need(invitations.find((one) => one.name === name)).invitation)
}

test('several newcomers are let in by one entry, whose sheet names each and what they gain', async () => {
  const invitations = await asking('Abel', 'Bea', 'Cléo')
  const found = await review({ do: 'approve-many', invitations })
  expect(whoIn(found.gains).toSorted()).toEqual(['Abel', 'Bea', 'Cléo'])
  expect(found.gains.map(({ folders }) => folders[0])).toEqual(['Banque', 'Banque', 'Banque'])
  const head = () => stateOf(owner.keeper.needOpen().vault).head.sequence
  const before = head()
  await sign(owner, { do: 'approve-many', invitations: invitations.slice(0, 2) })
  expect(head()).toBe(before + 1)
  await refresh(owner)
  const { people, invitations: left } = await look(owner)
  expect(people.filter(({ name }) => name === 'Abel' || name === 'Bea').map(({ teams }) => teams)).toEqual([
    [nord],
    [nord],
  ])
  expect(whoIn(left.map(({ name }) => ({ who: name })))).toEqual(['Cléo'])
})

test('who is let in already is skipped; where nobody is left, or one no longer asks, nothing is signed', async () => {
  const [cleo] = (await look(owner)).invitations
  const [dan] = await asking('Dan')
  const both = [need(cleo).invitation, need(dan)]
  await sign(owner, { do: 'approve-many', invitations: [need(dan)] })
  await sign(owner, { do: 'approve-many', invitations: both })
  await refresh(owner)
  expect((await look(owner)).invitations).toEqual([])
  await expect(sign(owner, { do: 'approve-many', invitations: both })).rejects.toMatchObject({
    code: 'invitation-unknown',
  })
  const [eve, finn] = await asking('Eve', 'Finn')
  await sign(owner, { do: 'cancel-invitation', invitation: need(eve) })
  await expect(sign(owner, { do: 'approve-many', invitations: [need(finn), need(eve)] })).rejects.toMatchObject({
    code: 'invitation-unknown',
  })
  await refresh(owner)
  expect(whoIn((await look(owner)).invitations.map(({ name }) => ({ who: name })))).toEqual(['Finn'])
})

test('who is to be an owner is not let in among others', async () => {
  const { code } = await sign(owner, {
    do: 'invite',
    name: 'Odo',
    email: 'odo@atlas.example',
    role: 'owner',
    teams: [],
  })
  await join(newPerson(), stack.origin, need(code), PIN)
  await refresh(owner)
  const odo = need((await look(owner)).invitations.find(({ name }) => name === 'Odo')).invitation
  await expect(review({ do: 'approve-many', invitations: [odo] })).rejects.toMatchObject({ code: 'needs-two-owners' })
})

test('several invitations are cancelled by one entry, and their codes are good for nothing', async () => {
  const all = (await look(owner)).invitations.map(({ invitation }) => invitation)
  expect(all).toHaveLength(2)
  const before = stateOf(owner.keeper.needOpen().vault).head.sequence
  await sign(owner, { do: 'cancel-invitations', invitations: all })
  expect(stateOf(owner.keeper.needOpen().vault).head.sequence).toBe(before + 1)
  await refresh(owner)
  expect((await look(owner)).invitations).toEqual([])
  await expect(sign(owner, { do: 'cancel-invitations', invitations: all })).rejects.toMatchObject({
    code: 'invitation-unknown',
  })
})
