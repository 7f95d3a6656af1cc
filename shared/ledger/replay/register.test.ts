/** Registers: who has the organisation's follows from roles alone, who has a folder's from who manages it. */
import { get } from '../../bytes/table.ts'
import { newFolderId } from '../../bytes/ids.ts'
import type { FolderId } from '../../bytes/ids.ts'
import { expect, test } from 'vitest'
import type { Act } from '../acts.ts'
import { attemptToWrite, change, deletion, newBook, write } from '../testing/journal.ts'
import { accept, attempt, creation, cutOf, grant, newFolder, newMember, newOrg, newTeam } from '../testing/org.ts'
import { rekeyFolder, remove, revoke, teamCreation, toMember, toTeam } from '../testing/org.ts'
import type { Org } from '../testing/org.ts'
import { threeOwners } from '../testing/owners.ts'
import type { Person } from '../testing/person.ts'
import { keyGrants, levelOf } from './level.ts'

async function makeRegister(org: Org) {
  const { act: _, parent: __, ...made } = await creation(org, null)
  await accept(org, org.owner, { act: 'register created', of: null, ...made })
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
  const act: Act = { act: 'register created', of: null, ...made }
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

async function registerOfFolder(org: Org, by: Person, of: FolderId) {
  const { act: _, parent: __, ...made } = await creation(org, null)
  await accept(org, by, { act: 'register created', of, ...made })
  return made.folder
}

/** A client folder that a team and a person manage, and another team reads; its register, made by that person. */
async function managed() {
  const org = await newOrg()
  const [lead, second, agent] = [await newMember(org), await newMember(org), await newMember(org)]
  const top = await newFolder(org, org.owner)
  const client = await newFolder(org, org.owner, top)
  const [leads, agents] = [await newTeam(org, org.owner, top, [second]), await newTeam(org, org.owner, top, [agent])]
  await accept(org, org.owner, grant(client, toMember(lead), 'manage'), grant(client, toTeam(leads), 'manage'))
  await accept(org, org.owner, grant(client, toTeam(agents), 'edit'))
  return { org, lead, second, agent, top, client, leads, agents, register: await registerOfFolder(org, lead, client) }
}

test('P4 S14: who manages a folder manages its register, whoever has less there has nothing, and it is nobody’s else', async () => {
  const { org, lead, second, agent, register } = await managed()
  const auditor = await newMember(org, 'auditor')
  const levels = [org.owner, lead, second, agent, auditor].map(({ id }) => levelOf(org.state, id, register))
  expect(levels).toEqual(['manage', 'manage', 'manage', null, null])
  expect(keyGrants(org.state, register).map(({ to }) => to.id)).toHaveLength(3)
})

test('P4: it is made once, by a manager, for a folder that can be shared, and takes nothing else', async () => {
  const { org, lead, agent, top, client, register } = await managed()
  const { act: _, parent: __, ...made } = await creation(org, null)
  const another = (of: FolderId): Act => ({ act: 'register created', of, ...made })
  expect(await attempt(org, lead, another(client))).toBe('already-there')
  expect(await attempt(org, agent, another(client))).toBe('not-allowed')
  expect(await attempt(org, lead, another(top))).toBe('not-allowed')
  expect(await attempt(org, lead, another(register))).toBe('register')
  const acts: Act[] = [
    grant(register, toMember(agent), 'read'),
    await creation(org, register),
    await teamCreation(org, register, [org.owner]),
    { act: 'folder moved', folder: register, parent: null },
    { act: 'folder closed', folder: register },
    { act: 'folder witnessed', folder: register, witnessed: true },
  ]
  for (const act of acts) expect([act.act, await attempt(org, org.owner, act)]).toEqual([act.act, 'register'])
  const gone: Act = { act: 'folder deleted', folder: register }
  expect(await attempt(org, lead, gone), 'whose decisions it holds does not delete it').toBe('not-allowed')
  await accept(org, org.owner, gone)
})

test('P7: who no longer manages the folder leaves its register stale, though they still edit there', async () => {
  const { org, lead, client, leads, register } = await managed()
  const isStale = () => get(org.state.folders, register)?.staleSince !== null
  await accept(org, org.owner, grant(client, toMember(lead), 'edit'), cutOf(org, register))
  expect([levelOf(org.state, lead.id, client), levelOf(org.state, lead.id, register), isStale()]).toEqual([
    'edit',
    null,
    true,
  ])
  await accept(org, org.owner, await rekeyFolder(org, register), cutOf(org, register))
  // Its team's seed, which later members get, opens the key that was sealed to it.
  await accept(org, org.owner, grant(client, toTeam(leads), 'read'), cutOf(org, register))
  expect(isStale()).toBe(true)
})

test('P7: a team that loses less than manage leaves the register as it was', async () => {
  const { org, client, agents, register } = await managed()
  await accept(org, org.owner, revoke(client, toTeam(agents)), cutOf(org, client))
  expect(get(org.state.folders, register)?.staleSince).toBe(null)
})

test('S7 S14: a record is written once: no manager changes, deletes or backdates one', async () => {
  const { org, lead, register } = await managed()
  const book = newBook(org, register)
  const first = await change()
  await write(book, lead, first)
  expect(await attemptToWrite(book, org.owner, [await change(2, first.item)])).toBe('wrong-revision')
  expect(await attemptToWrite(book, org.owner, [deletion(first.item, 2)])).toBe('wrong-revision')
  const before = { time: book.journal.time - 1 }
  expect(await attemptToWrite(book, org.owner, [await change()], before)).toBe('time-runs-back')
  expect(await attemptToWrite(book, org.owner, [await change()])).toBe('accepted')
})
