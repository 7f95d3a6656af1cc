/** Personal folders, and how two owners together give one back to its person under new keys. */
import { get } from '../../bytes/table.ts'
import { newFolderId } from '../../bytes/ids.ts'
import type { FolderId } from '../../bytes/ids.ts'
import { expect, test } from 'vitest'
import type { Act, ActOf, OwnersAct, Policy } from '../acts.ts'
import { accept, attempt, creation, grant, newFolder, newMember, newOrg, newTeam } from '../testing/org.ts'
import { rekeyFolder, remove, revoke, teamCreation, toMember, toTeam } from '../testing/org.ts'
import type { Org } from '../testing/org.ts'
import { attemptByTwo, byTwo, propose, setRole, threeOwners } from '../testing/owners.ts'
import { invitationFor, joinOf, newPerson } from '../testing/person.ts'
import type { Person } from '../testing/person.ts'
import { levelOf } from './level.ts'
import { firstPolicy } from './owners.ts'
import { personalOf, standingShares } from './recovery.ts'

const policy = (change: Partial<Policy>): OwnersAct => ({ act: 'policy set', policy: { ...firstPolicy, ...change } })
const recovered = (folder: FolderId, { id }: Person): OwnersAct => ({ act: 'folder recovered', folder, to: id })
const split = (folder: FolderId, generation: number, ...owners: Person[]): ActOf<'recovery set'> => ({
  act: 'recovery set',
  folder,
  generation,
  owners: owners.map(({ id }) => id),
})

async function personal(org: Org, by: Person): Promise<FolderId> {
  const { act: _, parent: __, ...made } = await creation(org, null)
  await accept(org, by, { act: 'personal folder created', ...made })
  return made.folder
}

/** Three owners, recovery allowed, and somebody whose personal folder is split among them. */
async function house() {
  const at = await threeOwners()
  const { org, owner, second, third } = at
  const [person, other] = [await newMember(org), await newMember(org)]
  await byTwo(org, owner, second, policy({ recovery: true }))
  const folder = await personal(org, person)
  await accept(org, person, split(folder, 1, owner, second, third))
  return { ...at, person, other, folder }
}

/** The person under new keys, let in by an owner. */
async function returned(org: Org, by: Person, lost: Person | null): Promise<Person> {
  const person = await newPerson()
  const invitation = await invitationFor('member', org.state.time + 1_000_000)
  const act = { ...invitation.act, replaces: lost?.id ?? null }
  await accept(org, by, act, await joinOf(org.state.org, person, { ...invitation, act }))
  return person
}

test('P4: a member without any right makes one personal folder, at the top, and manages it alone', async () => {
  const { org, person, owner, second, folder } = await house()
  expect(levelOf(org.state, person.id, folder)).toBe('manage')
  expect(levelOf(org.state, owner.id, folder)).toBe(null)
  expect(personalOf(org.state, person.id)).toBe(folder)
  const { act: _, parent: __, ...made } = await creation(org, null)
  expect(await attempt(org, person, { act: 'personal folder created', ...made })).toBe('already-there')
  const again: Act = { act: 'personal folder created', ...made, folder }
  expect(await attempt(org, second, again)).toBe('already-there')
})

test('P4 S14: nobody shares, moves, closes, adopts or builds upon a personal folder, its person and owners included', async () => {
  const { org, person, owner, second, other, folder } = await house()
  const [root, mine] = [await newFolder(org, owner), await newFolder(org, owner)]
  await accept(org, owner, grant(root, toMember(person), 'manage'))
  const team = await newTeam(org, owner, mine, [other])
  const below = await creation(org, folder)
  for (const act of [
    grant(folder, toMember(other), 'fill'),
    grant(folder, toTeam(team), 'read'),
    below,
    await teamCreation(org, folder, [person]),
    { act: 'folder closed', folder },
    { act: 'folder witnessed', folder, witnessed: true },
  ] satisfies Act[])
    expect(await attempt(org, person, act), act.act).toBe('personal')
  expect(await attempt(org, owner, revoke(folder, toMember(person)))).toBe('personal')
  expect(await attempt(org, person, { act: 'folder moved', folder, parent: root })).toBe('not-allowed')
  const theirs = await personal(org, owner)
  expect(await attempt(org, owner, { act: 'folder moved', folder: theirs, parent: mine })).toBe('personal')
  expect(await attempt(org, owner, { act: 'folder moved', folder: mine, parent: theirs })).toBe('personal')
  await accept(org, owner, remove(person))
  expect(await attemptByTwo(org, owner, second, { act: 'folder adopted', folder, by: owner.id })).toBe('personal')
})

test('S14: only two owners allow recovery, also where there is but one', async () => {
  const { org, owner, second } = await threeOwners()
  expect(await attempt(org, owner, policy({ recovery: true }))).toBe('needs-two-owners')
  await byTwo(org, owner, second, policy({ recovery: true }))
  await accept(org, owner, policy({}))
  const alone = await newOrg()
  expect(await attempt(alone, alone.owner, policy({ recovery: true }))).toBe('needs-two-owners')
})

test('P4 S1: a person splits their own newest key among all owners but themselves, and nobody else does', async () => {
  const { org, owner, second, third, person, other, folder } = await house()
  const all = [owner, second, third]
  expect(await attempt(org, other, split(folder, 1, ...all))).toBe('not-allowed')
  expect(await attempt(org, owner, split(folder, 1, second, third))).toBe('not-allowed')
  expect(await attempt(org, person, split(folder, 2, ...all))).toBe('wrong-generation')
  expect(await attempt(org, person, split(folder, 1, owner, second, other))).toBe('not-allowed')
  expect(await attempt(org, person, split(folder, 1, owner, second))).toBe('malformed')
  expect(await attempt(org, person, split(folder, 1, owner, second, second))).toBe('malformed')
  expect(await attempt(org, person, split(folder, 1, owner))).toBe('needs-two-owners')
  const theirs = await personal(org, owner)
  expect(await attempt(org, owner, split(theirs, 1, ...all))).toBe('not-allowed')
  await accept(org, owner, split(theirs, 1, second, third))
  const shared = await newFolder(org, owner)
  expect(await attempt(org, owner, split(shared, 1, second, third))).toBe('not-allowed')
  await accept(org, owner, policy({}))
  expect(await attempt(org, person, split(folder, 1, ...all))).toBe('no-recovery')
})

test('P4 S3 S14: two owners give the folder to its person under new keys; one owner does not, nor to anybody else', async () => {
  const { org, owner, second, person, other, folder } = await house()
  const ghost = await returned(org, owner, null)
  expect(await attemptByTwo(org, owner, second, recovered(folder, other))).toBe('has-manager')
  await accept(org, owner, remove(person))
  const back = await returned(org, owner, person)
  const wrong = await returned(org, owner, null)
  for (const one of [ghost, wrong, other, owner])
    expect(await attemptByTwo(org, owner, second, recovered(folder, one))).toBe('not-allowed')
  expect(await attempt(org, owner, recovered(folder, back))).toBe('needs-two-owners')
  expect(await attempt(org, back, recovered(folder, back))).toBe('not-allowed')
  expect(await attempt(org, other, propose(recovered(folder, back)))).toBe('not-allowed')
  const state = await byTwo(org, owner, second, recovered(folder, back))
  expect(levelOf(state, back.id, folder)).toBe('manage')
  expect(get(state.folders, folder)?.grants.map(({ to }) => to.id)).toEqual([back.id])
  expect(get(state.folders, folder)?.recovery?.to).toBe(back.id)
  expect(get(state.folders, folder)?.staleSince).not.toBe(null)
  await accept(org, back, await rekeyFolder(org, folder))
  const { act: _, parent: __, ...made } = await creation(org, null, newFolderId())
  expect(await attempt(org, back, { act: 'personal folder created', ...made })).toBe('already-there')
})

test('P4: whoever lost their keys twice is still the same person', async () => {
  const { org, owner, second, person, folder } = await house()
  await accept(org, owner, remove(person))
  const once = await returned(org, owner, person)
  await accept(org, owner, remove(once))
  const twice = await returned(org, owner, once)
  const state = await byTwo(org, owner, second, recovered(folder, twice))
  expect(personalOf(state, twice.id)).toBe(folder)
})

test('S14: shares of a key that is not the newest, of owners who left, or under keys that they gave up, recover nothing', async () => {
  const { org, owner, second, third, person, folder } = await house()
  const shares = () => standingShares(org.state, get(org.state.folders, folder) ?? missing())
  expect(shares()).toEqual([owner.id, second.id, third.id])
  await byTwo(org, owner, second, setRole(third, 'member'))
  expect(shares()).toEqual([owner.id, second.id])
  const fourth = await newMember(org)
  await byTwo(org, owner, second, setRole(fourth, 'owner'))
  await byTwo(org, owner, fourth, setRole(second, 'member'))
  expect(shares()).toEqual([owner.id])
  await accept(org, owner, remove(person))
  const back = await returned(org, owner, person)
  expect(await attemptByTwo(org, owner, fourth, recovered(folder, back))).toBe('no-recovery')
  const other = await newMember(org)
  const theirs = await personal(org, other)
  await accept(org, other, split(theirs, 1, owner, fourth))
  await accept(org, other, await rekeyFolder(org, theirs))
  await accept(org, owner, remove(other))
  const otherBack = await returned(org, owner, other)
  expect(await attemptByTwo(org, owner, fourth, recovered(theirs, otherBack))).toBe('no-recovery')
})

test('S14: without the policy nothing is recovered, though the key was split', async () => {
  const { org, owner, second, person, folder } = await house()
  await accept(org, owner, policy({}))
  await accept(org, owner, remove(person))
  const back = await returned(org, owner, person)
  expect(await attemptByTwo(org, owner, second, recovered(folder, back))).toBe('no-recovery')
  const plain = await newFolder(org, owner)
  expect(await attemptByTwo(org, owner, second, recovered(plain, back))).toBe('no-recovery')
  expect(
    await attemptByTwo(org, owner, second, { act: 'policy set', policy: { ...firstPolicy, recovery: true } }),
  ).toBe('accepted')
})

function missing(): never {
  throw new Error('no such folder')
}
