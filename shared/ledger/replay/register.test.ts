/** The organisation's register: whose it is follows from the roles alone, and nothing else can be done to it. */
import { get } from '../../bytes/table.ts'
import { newFolderId } from '../../bytes/ids.ts'
import { expect, test } from 'vitest'
import type { Act } from '../acts.ts'
import { accept, attempt, creation, cutOf, grant, newFolder, newMember, newOrg, rekeyFolder } from '../testing/org.ts'
import { remove, revoke, teamCreation, toMember } from '../testing/org.ts'
import type { Org } from '../testing/org.ts'
import { threeOwners } from '../testing/owners.ts'
import { levelOf } from './level.ts'

async function makeRegister(org: Org) {
  const { act: _, parent: __, ...made } = await creation(org, null)
  await accept(org, org.owner, { act: 'register created', ...made })
  return made.folder
}

test('P4: once there is a register, owners and admins manage it, auditors read it, members have nothing on it', async () => {
  const org = await newOrg()
  const [admin, auditor, member] = [
    await newMember(org, 'admin'),
    await newMember(org, 'auditor'),
    await newMember(org),
  ]
  const register = await makeRegister(org)
  const later = [await newMember(org, 'admin'), await newMember(org, 'auditor'), await newMember(org)]
  const levels = [org.owner, admin, auditor, member, ...later].map(({ id }) => levelOf(org.state, id, register))
  expect(levels).toEqual(['manage', 'manage', 'read', null, 'manage', 'read', null])
  expect(org.state.register).toBe(register)
})

test('P4: only an owner makes it, once, under an id that no folder has', async () => {
  const org = await newOrg()
  const admin = await newMember(org, 'admin')
  const { act: _, parent: __, ...made } = await creation(org, null)
  const act: Act = { act: 'register created', ...made }
  expect(await attempt(org, admin, act)).toBe('not-allowed')
  const folder = await newFolder(org, org.owner)
  expect(await attempt(org, org.owner, { ...act, folder })).toBe('already-there')
  await accept(org, org.owner, act)
  expect(await attempt(org, org.owner, { ...act, folder: newFolderId() })).toBe('already-there')
})

test('P4 P7: a role that ends takes the register with it: it is stale, owes a cut where a right to write ended, and is re-keyed', async () => {
  const { org, owner } = await threeOwners()
  const [admin, auditor] = [await newMember(org, 'admin'), await newMember(org, 'auditor')]
  const register = await makeRegister(org)
  const isStale = () => get(org.state.folders, register)?.staleSince !== null
  const role = (id: typeof admin.id, to: 'admin' | 'auditor' | 'member'): Act => ({
    act: 'member role set',
    member: id,
    role: to,
  })
  expect(await attempt(org, owner, role(admin.id, 'auditor'))).toBe('cut-missing')
  await accept(org, owner, role(admin.id, 'auditor'), cutOf(org, register))
  expect([levelOf(org.state, admin.id, register), isStale()]).toEqual(['read', false])
  await accept(org, owner, role(admin.id, 'admin'))
  expect([levelOf(org.state, admin.id, register), isStale()]).toEqual(['manage', false])
  await accept(org, owner, role(auditor.id, 'member'), cutOf(org, register))
  expect([levelOf(org.state, auditor.id, register), isStale()]).toEqual([null, true])
  // An admin can re-key it, so that a removal by an admin leaves no name in the reach of who left.
  await accept(org, admin, await rekeyFolder(org, register), cutOf(org, register))
  expect(isStale()).toBe(false)
  const other = await newMember(org, 'auditor')
  await accept(org, admin, remove(other), cutOf(org, register))
  expect([levelOf(org.state, other.id, register), isStale()]).toEqual([null, true])
})

test('P4: the register is not shared, built upon, moved, closed, witnessed or adopted, by anybody', async () => {
  const org = await newOrg()
  const member = await newMember(org)
  const auditor = await newMember(org, 'auditor')
  const register = await makeRegister(org)
  const top = await newFolder(org, org.owner)
  const acts: Act[] = [
    grant(register, toMember(member), 'read'),
    revoke(register, toMember(auditor)),
    await creation(org, register),
    await teamCreation(org, register, [org.owner]),
    { act: 'folder moved', folder: register, parent: top },
    { act: 'folder moved', folder: top, parent: register },
    { act: 'folder closed', folder: register },
    { act: 'folder deleted', folder: register },
    { act: 'folder witnessed', folder: register, witnessed: true },
    { act: 'folder adopted', folder: register, by: org.owner.id },
  ]
  for (const act of acts) expect([act.act, await attempt(org, org.owner, act)]).toEqual([act.act, 'register'])
})

test('a folder’s name stands sealed to the register’s newest generation, a personal folder’s and the register’s own to none', async () => {
  const org = await newOrg()
  const before = await newFolder(org, org.owner)
  const register = await makeRegister(org)
  await accept(org, org.owner, await rekeyFolder(org, register), cutOf(org, register))
  const after = await newFolder(org, org.owner)
  const { act: _, parent: __, ...made } = await creation(org, null)
  await accept(org, org.owner, { act: 'personal folder created', ...made })
  const generation = (folder: typeof after) => get(org.state.folders, folder)?.description.registerGeneration
  expect([before, after, register, made.folder].map(generation)).toEqual([null, 2, null, null])
})
