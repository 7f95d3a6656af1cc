import { afterEach, beforeEach, expect, test } from 'vitest'
import { newFolderId, newTeamId } from '../../shared/bytes/ids.ts'
import type { MemberId } from '../../shared/bytes/ids.ts'
import type { Profile } from '../../shared/protocol/objects.ts'
import { newDesk } from '../testing/desk.ts'
import type { Desk } from '../testing/desk.ts'
import { found } from '../testing/person.ts'
import type { Person } from '../testing/person.ts'
import { folderCreated, hire, must, only, teamCreated, write } from '../testing/writes.ts'

let desk: Desk
let owner: Person
let manager: Person
let stranger: Person
const [home, team] = [newFolderId(), newTeamId()]
beforeEach(async () => {
  desk = await newDesk({ quotas: { finds: 4 } })
  owner = await found(desk)
  manager = await hire(desk, owner)
  stranger = await hire(desk, owner)
  const to = { kind: 'member' as const, id: manager.member }
  await must(
    desk,
    owner,
    await folderCreated(home),
    only({ act: 'folder granted', folder: home, to, level: 'manage', from: null, until: null }),
  )
  await must(desk, manager, await teamCreated(home, [manager.member], team))
})
afterEach(() => desk.close())

const find = (by: Person, email: string) => desk.ask('findPerson', { email }, by)
const profileOf = async (member: MemberId): Promise<Profile> => {
  const asked = { wraps: [], descriptions: [], receiveKeys: [], profiles: [member], journals: [], journalHeads: [] }
  const { body } = await desk.ask('fetch', { ...asked, erased: [] }, owner)
  const [profile] = body.profiles as Profile[]
  if (profile === undefined) throw new Error('nobody')
  return profile
}
const bring = (by: Person, profiles: Profile[], member = stranger.member) =>
  write(desk, by, {
    acts: [{ act: 'team members set', team, added: [member], removed: [] }],
    objects: { found: profiles },
  })

test('D5: who manages a team finds somebody by their exact e-mail, in any case, and brings them in', async () => {
  const known = await profileOf(stranger.member)
  const { status, body } = await find(manager, known.email.toUpperCase())
  expect(status).toBe(200)
  const people = body.people as Profile[]
  expect(people.some(({ member }) => member === stranger.member)).toBe(true)
  expect((await bring(manager, [])).body).toMatchObject({ code: 'not-allowed' })
  expect((await bring(manager, [known])).status).toBe(200)
})

test('M3: nobody is found by less than the whole address, and who left is as unknown as who never was', async () => {
  const { email, member } = await profileOf(stranger.member)
  await must(desk, owner, only({ act: 'member removed', member }))
  const nobody = await find(manager, 'nobody@nowhere.example')
  const part = await find(manager, email.slice(1))
  const wild = await find(manager, '%@%.example')
  for (const answer of [nobody, part, wild]) expect([answer.status, answer.body]).toEqual([200, { people: [] }])
  const left = await find(manager, email)
  expect(left.status).toBe(200)
  expect((left.body.people as Profile[]).some((one) => one.member === member)).toBe(false)
})

test('M3: who manages no team is refused alike, whether the address is somebody’s or nobody’s', async () => {
  const { email } = await profileOf(owner.member)
  const answers = [await find(stranger, email), await find(stranger, 'nobody@nowhere.example')]
  for (const { status, body } of answers) expect([status, body.code]).toEqual([403, 'not-allowed'])
  expect(answers[0]?.body).toEqual(answers[1]?.body)
})

test('M3 S14: an id from the ledger is brought in by nobody who was not told its profile', async () => {
  const known = await profileOf(stranger.member)
  const guessed = { ...known, salt: (await profileOf(owner.member)).salt }
  for (const profile of [guessed, { ...known, name: 'Somebody' }, await profileOf(owner.member)])
    expect((await bring(manager, [profile])).body).toMatchObject({ code: 'not-allowed' })
})

test('H5: each member finds so many in an hour, found or not, and is told when to try again; others go on', async () => {
  for (let i = 0; i < 4; i++) expect((await find(manager, `no${String(i)}@nowhere.example`)).status).toBe(200)
  const refused = await find(manager, (await profileOf(stranger.member)).email)
  expect([refused.status, refused.body.code]).toEqual([429, 'over-quota'])
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  await must(desk, owner, await teamCreated(home, [owner.member], newTeamId()))
  expect((await find(owner, 'nobody@nowhere.example')).status).toBe(200)
})
