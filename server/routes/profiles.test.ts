import { afterEach, beforeEach, expect, test } from 'vitest'
import { toBase64url } from '../../shared/bytes/base64url.ts'
import { newFolderId, newInvitationId, newTeamId, signature, zero32 } from '../../shared/bytes/ids.ts'
import type { MemberId } from '../../shared/bytes/ids.ts'
import { profileInput } from '../../shared/crypto/contexts.ts'
import { sha256 } from '../../shared/crypto/hash.ts'
import { randomBytes } from '../../shared/crypto/random.ts'
import { newDesk } from '../testing/desk.ts'
import type { Desk } from '../testing/desk.ts'
import { found, newPerson } from '../testing/person.ts'
import type { Person } from '../testing/person.ts'
import { folderCreated, hire, must, only, teamCreated, write } from '../testing/writes.ts'
import type { Step } from '../testing/writes.ts'

let desk: Desk
let owner: Person
beforeEach(async () => {
  desk = await newDesk()
  owner = await found(desk)
})
afterEach(() => desk.close())

const nothing = {
  wraps: [],
  descriptions: [],
  receiveKeys: [],
  profiles: [],
  journals: [],
  journalHeads: [],
  erased: [],
}
const profilesOf = async (by: Person, ...profiles: MemberId[]) =>
  (await desk.ask('fetch', { ...nothing, profiles }, by)).body.profiles as { name: string; salt: string }[]
const erased = async (by: Person, ...of: MemberId[]) =>
  (await desk.ask('fetch', { ...nothing, erased: of }, by)).body.erased as MemberId[]
const markFor = async (by: Person) =>
  (await desk.ask('ledger', null, { token: by.token, query: '?from=0' })).body.erased as string
const erase = async (by: Person, member: MemberId) => {
  const { status, body } = await desk.ask('eraseProfile', { member }, by)
  return status === 200 ? 'erased' : (body.code as string)
}

async function renamed({ org, member }: Person, name: string): Promise<Step> {
  const salt = randomBytes(32)
  const profile = { member, name, email: 'new@agent.example', salt: toBase64url(salt) }
  const hash = await sha256(profileInput({ org, ...profile, salt }))
  return { acts: [{ act: 'member profile set', member, profile: hash }], objects: { profiles: [profile] } }
}

test('a new name lands with the entry that carries its hash, and takes the place of the old one and its salt', async () => {
  const agent = await hire(desk, owner)
  const [before] = await profilesOf(owner, agent.member)
  await must(desk, owner, await renamed(agent, 'Noor Benali'))
  const [after] = await profilesOf(owner, agent.member)
  expect(after).toMatchObject({ name: 'Noor Benali', email: 'new@agent.example' })
  expect(after?.salt).not.toBe(before?.salt)
})

test('P4: no name lands that is not the one signed, and none is left out', async () => {
  const agent = await hire(desk, owner)
  const step = await renamed(agent, 'Noor Benali')
  const [profile] = step.objects.profiles ?? []
  const other = { ...step, objects: { profiles: profile === undefined ? [] : [{ ...profile, name: 'Somebody' }] } }
  expect((await write(desk, owner, other)).body).toMatchObject({ code: 'bad-request', field: 'profiles.0' })
  expect((await write(desk, owner, only(...step.acts))).body).toMatchObject({ code: 'bad-request', field: 'profiles' })
  expect(await profilesOf(owner, agent.member)).toMatchObject([{ name: 'Noor Agent' }])
})

test('an owner erases who left: the row is gone, its salt too, and desks are told by a mark that changes', async () => {
  const [agent, other] = [await hire(desk, owner), await hire(desk, owner)]
  expect(await markFor(owner)).toBe(zero32)
  for (const { member } of [agent, other]) await must(desk, owner, only({ act: 'member removed', member }))
  expect([await markFor(owner), await erased(owner, agent.member)]).toEqual([zero32, []])
  expect(await erase(owner, agent.member)).toBe('erased')
  const mark = await markFor(owner)
  expect(mark).not.toBe(zero32)
  expect(await profilesOf(owner, agent.member, other.member)).toHaveLength(1)
  expect(await erased(owner, agent.member, other.member, owner.member)).toEqual([agent.member])
  const rows = await desk.database
    .sql`select salt from profiles where member = ${Buffer.from(agent.member, 'base64url')}`
  expect([...rows]).toEqual([])
  expect(await erase(owner, agent.member)).toBe('erased')
  expect(await markFor(owner)).toBe(mark)
  expect(await erase(owner, other.member)).toBe('erased')
  expect(await markFor(owner)).not.toBe(mark)
})

test('nobody is erased who is a member, and nobody but an owner erases', async () => {
  const [agent, gone, admin] = [await hire(desk, owner), await hire(desk, owner), await hire(desk, owner, 'admin')]
  await must(desk, owner, only({ act: 'member removed', member: gone.member }))
  expect(await erase(owner, agent.member)).toBe('not-allowed')
  for (const by of [agent, admin]) expect(await erase(by, gone.member)).toBe('not-allowed')
  expect(await erase(gone, gone.member)).toBe('removed')
  expect(await profilesOf(owner, agent.member, gone.member, admin.member)).toHaveLength(3)
})

test('M3: who manages a folder brings no stranger into a team there, and so is told nobody’s name', async () => {
  const manager = await hire(desk, owner)
  const others = [owner, await hire(desk, owner), await hire(desk, owner)].map(({ member }) => member)
  const [top, team] = [newFolderId(), newTeamId()]
  await must(desk, owner, await folderCreated(top))
  const to = { kind: 'member' as const, id: manager.member }
  await must(desk, owner, only({ act: 'folder granted', folder: top, to, level: 'manage', from: null, until: null }))
  const listed = await write(desk, manager, await teamCreated(top, [manager.member, ...others], newTeamId()))
  expect([listed.status, listed.body.code]).toEqual([403, 'not-allowed'])
  await must(desk, manager, await teamCreated(top, [manager.member], team))
  const added = await write(desk, manager, only({ act: 'team members set', team, added: others, removed: [] }))
  expect([added.status, added.body.code]).toEqual([403, 'not-allowed'])
  expect(await profilesOf(manager, ...others)).toEqual([])
  // Whom an owner has brought in they deal with from then on, in their other teams too.
  const [, agent] = others
  await must(desk, owner, only({ act: 'team members set', team, added: [agent ?? owner.member], removed: [] }))
  await must(desk, manager, await teamCreated(top, [manager.member, agent ?? owner.member], newTeamId()))
  expect(await profilesOf(manager, ...others)).toHaveLength(1)
})

test('L7: a newcomer who is only proposed takes nobody’s name', async () => {
  const second = await hire(desk, owner)
  await must(desk, owner, only({ act: 'member role set', member: second.member, role: 'owner' }))
  const [ghost, salt] = [await newPerson(owner.org), randomBytes(32)]
  const of = { member: owner.member, name: 'Nobody', email: 'nobody@nowhere.example' }
  const [key, profile] = [randomBytes(1216), await sha256(profileInput({ org: owner.org, ...of, salt }))]
  const proposal = {
    act: 'member added' as const,
    invitation: newInvitationId(),
    member: owner.member,
    profile,

    signKey: ghost.keys.sign.publicKey,
    receive: await sha256(key),

    byInvitation: signature.read(randomBytes(64)),
    byMember: signature.read(randomBytes(64)),
  }
  const objects = { profiles: [{ ...of, salt: toBase64url(salt) }], receiveKeys: [toBase64url(key)] }
  const answer = await write(desk, second, { acts: [{ act: 'proposed', proposal }], objects })
  expect([answer.status, answer.body.field]).toEqual([400, 'profiles.0'])
  expect(await profilesOf(second, owner.member)).toMatchObject([{ name: 'Ada Owner' }])
})
