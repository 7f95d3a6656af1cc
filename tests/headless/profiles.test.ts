import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { MemberId } from '../../shared/bytes/ids.ts'
import type { Stack } from '../stack.ts'
import { between, hire, losing, need, newFolder, newOrg } from './org.ts'
import { look, newPerson, refresh, sign, unlock } from './person.ts'
import type { Person } from './person.ts'
import { nodeDesk } from './node-desk.ts'

// Names and e-mails: who may set them, how others see them, and how they are erased after somebody has left.
let stack: Stack
let owner: Person
let restore = () => {}

beforeAll(async () => {
  const org = await newOrg()
  stack = org.stack
  owner = org.owner
})
afterEach(() => {
  restore()
  restore = () => {}
})
afterAll(() => stack.stop())

const me = (person: Person) => need(person.keeper.open).vault.me
const rename = (by: Person, member: MemberId, name: string, email = `${name.toLowerCase()}@atlas.example`) =>
  sign(by, { do: 'set-profile', member, name, email })
const seen = async (by: Person, member: MemberId) => {
  await refresh(by)
  return (await look(by)).people.find((one) => one.member === member)
}
const remove = (member: MemberId) => sign(owner, { do: 'remove-member', member })

test('M4: an owner changes a person’s name, a member may not, and other desks show the new one after their next sync', async () => {
  const { person: lena, member } = await hire(stack, owner, 'Lena')
  await expect(rename(lena, member, 'Odile Owner')).rejects.toMatchObject({ code: 'not-allowed' })
  await rename(owner, member, 'Léna')
  expect(await seen(lena, member)).toMatchObject({ name: 'Léna', email: 'léna@atlas.example', maySetProfile: false })
  expect((await look(lena)).status).toMatchObject({ me: { name: 'Léna' } })
  expect(await seen(owner, member)).toMatchObject({ name: 'Léna', maySetProfile: true })
})

test('the first owner’s name can be changed too, though it was first hashed before the org had its id, on a fresh desk as well', async () => {
  await rename(owner, me(owner), 'Odile')
  const fresh = newPerson(nodeDesk(), owner.key)
  await fresh.ask['server.trust']({ address: stack.origin }, '')
  await unlock(fresh, 'pin-9x4k')
  expect(await seen(fresh, me(owner))).toMatchObject({ name: 'Odile' })
  expect((await look(fresh)).status).toMatchObject({ warnings: [{ kind: 'only-one-key' }] })
})

test('owners and admins change names; an admin neither an owner’s nor their own, other members nobody’s', async () => {
  const { person: admin, member: adminId } = await hire(stack, owner, 'Ada', 'admin')
  const { person: agent, member } = await hire(stack, owner, 'Noor')
  await refresh(admin)
  await rename(admin, member, 'Nour')
  await rename(owner, adminId, 'Adèle')
  expect(await seen(owner, member)).toMatchObject({ name: 'Nour' })
  expect(await seen(admin, adminId)).toMatchObject({ name: 'Adèle', maySetProfile: false })
  expect(await seen(admin, me(owner))).toMatchObject({ maySetProfile: false })
  await expect(rename(admin, me(owner), 'X')).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(rename(agent, adminId, 'X')).rejects.toMatchObject({ code: 'not-allowed' })
})

test('a change whose answer is lost is reported as done', async () => {
  const { member } = await hire(stack, owner, 'Iris')
  restore = losing(owner, 'POST', '/api/ledger')
  await rename(owner, member, 'Irène')
  restore()
  expect(await seen(owner, member)).toMatchObject({ name: 'Irène' })
})

test('P4: where the server sends an old or false name, none is shown, and the person is warned', async () => {
  const { member } = await hire(stack, owner, 'Lea')
  const { person: admin } = await hire(stack, owner, 'Alix', 'admin')
  await refresh(owner)
  const old = need(need(owner.keeper.open).vault.profiles.get(member))
  await rename(admin, member, 'Léa')
  restore = between(owner, async ({ path }, pass) => {
    const answer = await pass()
    if (path !== '/api/fetch') return answer
    const reply = (await answer.json()) as { profiles: object[] }
    return Response.json({ ...reply, profiles: reply.profiles.length === 0 ? [] : [old] })
  })
  expect(await seen(owner, member)).toMatchObject({ name: null, erased: false })
  expect((await look(owner)).status).toMatchObject({
    warnings: expect.arrayContaining([{ kind: 'tampered-names', count: 1 }]) as unknown,
  })
  restore()
  expect(await seen(owner, member)).toMatchObject({ name: 'Léa' })
})

test('erasing a former member removes the name from every desk at its next sync, and no desk gets it again', async () => {
  const { person: admin } = await hire(stack, owner, 'Amina', 'admin')
  const { member } = await hire(stack, owner, 'Zoé')
  await remove(member)
  expect(await seen(admin, member)).toMatchObject({ name: 'Zoé', removed: true, erased: false, mayErase: false })
  expect(await seen(owner, member)).toMatchObject({ name: 'Zoé', mayErase: true })
  await expect(admin.ask['person.erase']({ member }, '')).rejects.toMatchObject({ code: 'not-allowed' })
  await owner.ask['person.erase']({ member }, '')
  const gone = { name: null, email: null, removed: true, erased: true, mayErase: false }
  expect((await look(owner)).people.find((one) => one.member === member)).toMatchObject(gone)
  expect(await seen(admin, member)).toMatchObject(gone)
  expect(need(admin.keeper.open).vault.profiles.has(member)).toBe(false)
  // A worker that starts finds no trace of it in the desk's sealed data.
  const again = newPerson(admin.desk, admin.key)
  expect((await look(again)).people.find((one) => one.member === member)).toMatchObject(gone)
  const fresh = newPerson(nodeDesk(), admin.key)
  await fresh.ask['server.trust']({ address: stack.origin }, '')
  await unlock(fresh, 'pin-9x4k')
  expect(await seen(fresh, member)).toMatchObject(gone)
})

test('P4: a server that calls a current member erased removes no name', async () => {
  const { member } = await hire(stack, owner, 'Marc')
  await refresh(owner)
  restore = between(owner, async ({ path }, pass) => {
    const answer = await pass()
    if (path !== '/api/fetch' && path !== '/api/ledger') return answer
    const reply = (await answer.json()) as object
    return Response.json({ ...reply, erased: path === '/api/fetch' ? [member] : 'A'.repeat(43).replace(/A$/, 'Q') })
  })
  expect(await seen(owner, member)).toMatchObject({ name: 'Marc', erased: false })
})

test('an erased profile is not requested at every sync', async () => {
  const { member } = await hire(stack, owner, 'Paul')
  await remove(member)
  await owner.ask['person.erase']({ member }, '')
  await newFolder(owner, 'Banque')
  const asked: string[] = []
  restore = between(owner, (sent, pass) => {
    asked.push(sent.path)
    return pass()
  })
  await refresh(owner)
  expect(asked).not.toContain('/api/fetch')
})
