import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { entryBudget } from '../../extension/keeper/acts/entry-budget.ts'
import { stateOf } from '../../extension/keeper/vault/vault.ts'
import { toBase64url } from '../../shared/bytes/base64url.ts'
import { get } from '../../shared/bytes/table.ts'
import type { FolderId, MemberId, TeamId } from '../../shared/bytes/ids.ts'
import type { Stack } from '../stack.ts'
import { between, hire, need, newFolder, newOrg, save } from './org.ts'
import { itemsIn, look, newPerson, refresh, sign } from './person.ts'
import type { Person } from './person.ts'

// Two owners. Only `manager` manages the folders; the first owner cannot even see them.
let stack: Stack
let owner: Person
let manager: Person
beforeAll(async () => {
  ;({ stack, owner } = await newOrg())
  manager = (await hire(stack, owner, 'Mona', 'owner')).person
})
afterAll(() => stack.stop())
const whole = { ...entryBudget }
afterEach(() => void Object.assign(entryBudget, whole))

const ledgerOf = ({ keeper }: Person) => stateOf(keeper.needOpen().vault)
const generations = (person: Person, folders: FolderId[]) =>
  folders.map((folder) => get(ledgerOf(person).folders, folder)?.generations.length)
const teamGeneration = (person: Person, team: TeamId) => get(ledgerOf(person).teams, team)?.generations.length
const warningsOf = async (person: Person) => {
  const { status } = await look(person)
  return status.state === 'unlocked' ? status.warnings : []
}

/** A folder, one below it, and two below that with a login each: parents come first. */
async function tree(): Promise<FolderId[]> {
  const top = await newFolder(manager, 'Direction')
  const below = await newFolder(manager, 'Banque', top)
  const leaves = [await newFolder(manager, 'Portail', below), await newFolder(manager, 'Extranet', below)]
  for (const leaf of leaves) await save(manager, leaf, 'Contrats')
  return [top, below, ...leaves]
}
async function read(folder: FolderId, ...members: MemberId[]) {
  await refresh(manager)
  for (const id of members) await sign(manager, { do: 'grant', folder, to: { kind: 'member', id }, level: 'read' })
}
async function newTeam(home: FolderId, ...members: MemberId[]): Promise<TeamId> {
  await refresh(manager)
  const team = need((await sign(manager, { do: 'create-team', name: 'Plateau', home })).team)
  await sign(manager, { do: 'set-members', team, added: members, removed: [] })
  return team
}

test('P7 S10: a re-keying that needs several entries resumes where its worker died', async () => {
  const [leaver, reader] = [await hire(stack, owner, 'Paul'), await hire(stack, owner, 'Rita')]
  const folders = await tree()
  await read(need(folders[0]), leaver.member, reader.member)
  await refresh(reader.person)
  await sign(owner, { do: 'remove-member', member: leaver.member })
  // Each entry holds one re-keying; the worker dies before the third is sent.
  entryBudget.wraps = 1
  const progress: unknown[] = []
  let sent = 0
  const restore = between(manager, async ({ method, path }, pass) => {
    if (method !== 'POST' || path !== '/api/ledger') return pass()
    progress.push(manager.keeper.rekeying.progress)
    sent += 1
    return sent === 3 ? new Promise<Response>(() => undefined) : pass()
  })
  void refresh(manager)
  await expect
    .poll(() => sent, { timeout: 15_000 })
    .toBe(3)
    .finally(restore)
  expect(progress).toEqual([2, 4, 6].map((done) => ({ done, total: 8 })))
  manager = newPerson(manager.desk, manager.key)
  Object.assign(entryBudget, whole)
  await refresh(manager)
  expect(generations(manager, folders)).toEqual([2, 2, 2, 2])
  expect((await look(manager)).renewals).toEqual([])
  // Each child's new key is sealed to its parent's new key: a reader of the top folder reads every folder below.
  await save(manager, need(folders[3]), 'Après')
  await refresh(reader.person)
  expect(await itemsIn(reader.person, need(folders[3]))).toMatchObject({
    items: [{ name: 'Après' }, { name: 'Contrats' }],
  })
})

test('P7 S10: a withheld receive key delays nobody else’s new key; its owner is named and gets the key later', async () => {
  const [leaver, kept, cut] = [
    await hire(stack, owner, 'Petra'),
    await hire(stack, owner, 'Karl'),
    await hire(stack, owner, 'Chloe'),
  ]
  const folder = await newFolder(manager, 'Assurances')
  await save(manager, folder, 'Portail')
  const team = await newTeam(folder, leaver.member, kept.member, cut.member)
  await sign(manager, { do: 'grant', folder, to: { kind: 'team', id: team }, level: 'read' })
  for (const { person } of [kept, cut]) await refresh(person)
  const withheld = toBase64url(cut.person.keeper.needOpen().vault.keys.receive.publicKey)
  const restore = between(manager, async (_, pass) => {
    const answer = await pass()
    const text = await answer.text()
    return new Response(
      text.replace(`"${withheld}"`, '').replace('[,', '[').replace(',,', ',').replace(',]', ']'),
      answer,
    )
  })
  await sign(manager, { do: 'remove-member', member: leaver.member })
  expect([teamGeneration(manager, team), ...generations(manager, [folder])]).toEqual([2, 2])
  const named = { kind: 'undelivered', to: [{ of: 'Plateau', to: 'Chloe' }] }
  expect(await warningsOf(manager)).toContainEqual(named)
  await save(manager, folder, 'Contrats')
  for (const { person } of [kept, cut]) await refresh(person)
  expect(await itemsIn(kept.person, folder)).toMatchObject({ items: [{ name: 'Contrats' }, { name: 'Portail' }] })
  expect(await itemsIn(cut.person, folder)).toMatchObject({ refused: expect.any(String) as string })
  // The warning survives the worker.
  manager = newPerson(manager.desk, manager.key)
  await refresh(manager)
  expect(await warningsOf(manager)).toContainEqual(named)
  restore()
  manager = newPerson(manager.desk, manager.key)
  await refresh(manager)
  expect(await warningsOf(manager)).not.toContainEqual(named)
  await refresh(cut.person)
  expect(await itemsIn(cut.person, folder)).toMatchObject({ items: [{ name: 'Contrats' }, { name: 'Portail' }] })
})

test('P7: several leavers are removed together, and each team and folder is re-keyed once for all of them', async () => {
  const leavers = [await hire(stack, owner, 'Lea'), await hire(stack, owner, 'Leo'), await hire(stack, owner, 'Lou')]
  const folder = await newFolder(manager, 'Telecom')
  await save(manager, folder, 'Portail')
  const team = await newTeam(folder, ...leavers.map(({ member }) => member))
  await sign(manager, { do: 'grant', folder, to: { kind: 'team', id: team }, level: 'read' })
  const members = leavers.map(({ member }) => member)
  const before = ledgerOf(manager).head.sequence
  const review = await manager.ask['act.review']({ do: 'remove-members', members }, '')
  expect(review).toMatchObject({ rekeys: { teams: 1, folders: 1 }, passwordsToChange: [{ name: 'Portail' }] })
  expect(review.loses.map(({ who }) => who).toSorted()).toEqual(['Lea', 'Leo', 'Lou'])
  await sign(manager, { do: 'remove-members', members })
  expect(ledgerOf(manager).head.sequence).toBe(before + 1)
  expect([teamGeneration(manager, team), ...generations(manager, [folder])]).toEqual([2, 2])
  for (const { person } of leavers) {
    await refresh(person)
    expect(person.keeper.why).toBe('removed')
  }
})

test('P7: more leavers than one entry holds are removed in several entries, and the last one re-keys for all', async () => {
  const leavers = [await hire(stack, owner, 'Mia'), await hire(stack, owner, 'Max'), await hire(stack, owner, 'Meg')]
  const folder = await newFolder(manager, 'Energie')
  const members = leavers.map(({ member }) => member)
  const team = await newTeam(folder, ...members)
  await sign(manager, { do: 'grant', folder, to: { kind: 'team', id: team }, level: 'edit' })
  const before = ledgerOf(manager).head.sequence
  entryBudget.bytes = 150
  await sign(manager, { do: 'remove-members', members })
  Object.assign(entryBudget, whole)
  await refresh(manager)
  const after = ledgerOf(manager)
  expect(members.map((member) => get(after.members, member)?.removedAt)).toEqual([1, 2, 3].map((n) => before + n))
  expect([teamGeneration(manager, team), ...generations(manager, [folder])]).toEqual([2, 2])
})

test('P7: every folder that waits for a new key is listed with who can renew it, also for an owner who cannot open it', async () => {
  const leaver = await hire(stack, owner, 'Nils')
  const folder = await newFolder(manager, 'Transport')
  await read(folder, leaver.member)
  const [waiting] = [(await look(owner)).renewals]
  expect(waiting).toEqual([])
  await sign(owner, { do: 'remove-member', member: leaver.member })
  const row = { kind: 'folder', id: folder, name: 'Transport', open: true, you: false, names: ['Mona'], more: 0 }
  expect((await look(owner)).renewals).toMatchObject([row])
  await refresh(manager)
  await refresh(owner)
  expect((await look(owner)).renewals).toEqual([])
})
