import { get, put } from '../../bytes/table.ts'
import { expect, test } from 'vitest'
import { newFolderId, newTeamId } from '../../bytes/ids.ts'
import type { Act, Level } from '../acts.ts'
import { levels } from '../acts.ts'
import {
  accept,
  attempt,
  creation,
  grant,
  newFolder,
  newMember,
  newOrg,
  newTeam,
  remove,
  revoke,
  toMember,
  toTeam,
} from '../testing/org.ts'
import { newPerson, someHash } from '../testing/person.ts'
import { hasManager, levelOf } from './level.ts'

const org = await newOrg()
const { owner } = org
const [above, manager, editor, reader, filler, outsider, admin] = [
  await newMember(org),
  await newMember(org),
  await newMember(org),
  await newMember(org),
  await newMember(org),
  await newMember(org),
  await newMember(org, 'admin'),
]
const top = await newFolder(org, owner)
await accept(org, owner, grant(top, toMember(above), 'manage'))
const folder = await newFolder(org, above, top)
await accept(
  org,
  above,
  grant(folder, toMember(manager), 'manage'),
  grant(folder, toMember(editor), 'edit'),
  grant(folder, toMember(reader), 'read'),
  grant(folder, toMember(filler), 'fill'),
)
const child = await newFolder(org, manager, folder)
const level = (person: typeof owner, at = folder) => levelOf(org.state, person.id, at)

const described = async (revision: number, at = folder): Promise<Act> => ({
  act: 'folder described',
  folder: at,
  revision,
  description: await someHash(),
})

test('a top folder is made by an owner; a child by who manages the parent, who then manages it by name', async () => {
  const [first, below] = [await creation(org, null), await creation(org, folder)]
  expect(await attempt(org, owner, first)).toBe('accepted')
  for (const other of [admin, above, outsider]) expect(await attempt(org, other, first)).toBe('not-allowed')
  for (const one of [owner, above, manager]) expect(await attempt(org, one, below)).toBe('accepted')
  for (const one of [editor, reader, filler, outsider, admin])
    expect(await attempt(org, one, below)).toBe('not-allowed')
  expect(await attempt(org, owner, { ...first, folder })).toBe('already-there')
  expect(await attempt(org, owner, first, first)).toBe('already-there')
  expect(await attempt(org, owner, { ...first, parent: newFolderId() })).toBe('not-allowed')
  expect(get(org.state.folders, child)?.grants).toMatchObject([{ to: toMember(manager), level: 'manage' }])
})

test('the level on a folder is the highest over self, teams and ancestors; beside and above there is none', async () => {
  expect([owner, above, manager, editor, reader, filler, outsider, admin].map((one) => level(one))).toEqual([
    'manage',
    'manage',
    'manage',
    'edit',
    'read',
    'fill',
    null,
    null,
  ])
  expect(level(editor, child)).toBe('edit')
  expect(level(manager, top)).toBeNull()
  const at = await newFolder(org, manager, child)
  const team = await newTeam(org, manager, at, [reader])
  await accept(org, manager, grant(at, toTeam(team), 'edit'))
  expect([level(reader, at), level(reader, child)]).toEqual(['edit', 'read'])
})

test('S3: a removal ends every level at once, whatever grants still name the person', () => {
  const { members } = org.state
  const found = get(members, editor.id)
  if (found === null) throw new Error('no editor')
  const removed = { ...org.state, members: put(members, editor.id, { ...found, removedAt: 1 }) }
  expect([levelOf(org.state, editor.id, folder), levelOf(removed, editor.id, folder)]).toEqual(['edit', null])
})

test('S3: a manager gives and takes fill, read and edit; everybody else nothing', async () => {
  for (const given of ['fill', 'read', 'edit'] as const) {
    const act = grant(folder, toMember(outsider), given)
    for (const one of [owner, above, manager]) expect(await attempt(org, one, act)).toBe('accepted')
    for (const one of [editor, reader, filler, admin]) expect(await attempt(org, one, act)).toBe('not-allowed')
  }
  expect(await attempt(org, manager, revoke(folder, toMember(editor)))).toBe('cut-missing')
  expect(await attempt(org, editor, revoke(folder, toMember(reader)))).toBe('not-allowed')
  expect(await attempt(org, manager, grant(top, toMember(outsider), 'fill'))).toBe('not-allowed')
})

test('S3 S14: one appoints below, not beside: manage is given and taken by who manages the parent', async () => {
  const act = grant(folder, toMember(outsider), 'manage')
  expect(await attempt(org, above, act)).toBe('accepted')
  expect(await attempt(org, owner, act)).toBe('accepted')
  expect(await attempt(org, manager, act)).toBe('not-allowed')
  expect(await attempt(org, manager, grant(folder, toMember(editor), 'manage'))).toBe('not-allowed')
  expect(await attempt(org, manager, grant(child, toMember(outsider), 'manage'))).toBe('accepted')
  expect(await attempt(org, manager, grant(folder, toMember(above), 'read'))).toBe('not-allowed')
  const second = await newMember(org)
  await accept(org, above, grant(folder, toMember(second), 'manage'))
  expect(await attempt(org, manager, revoke(folder, toMember(second)))).toBe('not-allowed')
  expect(await attempt(org, manager, grant(folder, toMember(second), 'edit'))).toBe('not-allowed')
  expect(await attempt(org, above, grant(folder, toMember(second), 'edit'))).toBe('accepted')
})

test('at the top an owner gives and takes manage, and only one who manages there gives it', async () => {
  const at = await newOrg()
  const [second, person] = [await newMember(at, 'owner'), await newMember(at)]
  const root = await newFolder(at, at.owner)
  await accept(at, at.owner, grant(root, toMember(person), 'manage'))
  expect(await attempt(at, person, grant(root, toMember(second), 'manage'))).toBe('not-allowed')
  expect(await attempt(at, person, grant(root, toMember(second), 'edit'))).toBe('accepted')
  expect(await attempt(at, second, grant(root, toMember(second), 'manage'))).toBe('not-allowed')
  expect(await attempt(at, second, revoke(root, toMember(person)))).toBe('cut-missing')
  expect(await attempt(at, person, revoke(root, toMember(at.owner)))).toBe('not-allowed')
})

test('S3 S14: nobody grants to themselves, and an editor not through a team of theirs either', async () => {
  for (const given of levels) {
    expect(await attempt(org, owner, grant(folder, toMember(owner), given))).toBe('to-oneself')
    expect(await attempt(org, manager, grant(folder, toMember(manager), given))).toBe(
      given === 'manage' ? 'not-allowed' : 'to-oneself',
    )
  }
  const own = await newFolder(org, owner)
  await accept(org, owner, grant(own, toMember(editor), 'manage'))
  const team = await newTeam(org, editor, own)
  for (const given of levels) expect(await attempt(org, editor, grant(folder, toTeam(team), given))).toBe('not-allowed')
})

test('S14: an owner cannot raise themselves over a folder that they do not manage, by a team of their own neither', async () => {
  const at = await newOrg()
  const [second, person] = [await newMember(at, 'owner'), await newMember(at)]
  const root = await newFolder(at, at.owner)
  await accept(at, at.owner, grant(root, toMember(person), 'manage'))
  const own = await newFolder(at, second)
  const team = await newTeam(at, second, own)
  for (const to of [toMember(second), toTeam(team)])
    for (const given of levels) expect(await attempt(at, second, grant(root, to, given))).toBe('not-allowed')
  expect(await attempt(at, second, await creation(at, root))).toBe('not-allowed')
})

test('a manager grants to a team whose home they can read, to no other', async () => {
  const home = await newFolder(org, owner)
  const team = await newTeam(org, owner, home)
  const withHome = async (given: Level) => {
    await accept(org, owner, grant(home, toMember(manager), given))
    return attempt(org, manager, grant(folder, toTeam(team), 'read'))
  }
  expect(await attempt(org, manager, grant(folder, toTeam(team), 'read'))).toBe('not-allowed')
  expect(await withHome('fill')).toBe('not-allowed')
  expect(await withHome('read')).toBe('accepted')
  expect(await attempt(org, manager, grant(folder, toTeam(newTeamId()), 'read'))).toBe('unknown-team')
})

test('S3: a grant goes to members of the org only', async () => {
  const gone = await newMember(org)
  await accept(org, owner, remove(gone))
  expect(await attempt(org, owner, grant(folder, toMember(gone), 'read'))).toBe('not-a-member')
  expect(await attempt(org, owner, grant(folder, toMember(await newPerson()), 'read'))).toBe('not-a-member')
  expect(await attempt(org, owner, grant(newFolderId(), toMember(reader), 'read'))).toBe('unknown-folder')
})

test('a grant changes something, a revocation takes something back', async () => {
  expect(await attempt(org, manager, grant(folder, toMember(reader), 'read'))).toBe('nothing-to-do')
  expect(await attempt(org, manager, revoke(folder, toMember(outsider)))).toBe('nothing-to-do')
  expect(await attempt(org, manager, revoke(child, toMember(reader)))).toBe('nothing-to-do')
  expect(await attempt(org, manager, revoke(newFolderId(), toMember(reader)))).toBe('unknown-folder')
})

test('a new level takes the place of the old one, for one grantee', async () => {
  const at = await newFolder(org, owner)
  await accept(org, owner, grant(at, toMember(reader), 'read'), grant(at, toMember(editor), 'edit'))
  const state = await accept(org, owner, grant(at, toMember(reader), 'edit'))
  expect(get(state.folders, at)?.grants.map(({ to, level: given }) => [to.id, given])).toEqual([
    [owner.id, 'manage'],
    [editor.id, 'edit'],
    [reader.id, 'edit'],
  ])
})

test('P5 S6: a folder is renamed by who manages it, one revision at a time', async () => {
  expect(await attempt(org, manager, await described(2))).toBe('accepted')
  for (const one of [editor, reader, filler, outsider, admin])
    expect(await attempt(org, one, await described(2))).toBe('not-allowed')
  for (const revision of [0, 1, 3])
    expect(await attempt(org, manager, await described(revision))).toBe('wrong-revision')
  const state = await accept(org, manager, await described(2))
  expect(get(state.folders, folder)?.description).toMatchObject({
    revision: 2,
    author: manager.id,
    folderGeneration: 1,
  })
  expect(await attempt(org, manager, await described(2, newFolderId()))).toBe('unknown-folder')
})

test('no folder is left without a manager by revoking or lowering; a removal is never held up, and orphans it', async () => {
  const at = await newOrg()
  const person = await newMember(at)
  const root = await newFolder(at, at.owner)
  expect(await attempt(at, at.owner, revoke(root, toMember(at.owner)))).toBe('last-manager')
  await accept(at, at.owner, grant(root, toMember(person), 'manage'))
  await accept(at, at.owner, revoke(root, toMember(at.owner)))
  expect(await attempt(at, at.owner, revoke(root, toMember(person)))).toBe('last-manager')
  expect(hasManager(await accept(at, at.owner, remove(person)), root)).toBe(false)
})

test('who manages above manages below: the last manager by name may go', async () => {
  const at = await newFolder(org, owner)
  const below = await newFolder(org, owner, at)
  const state = await accept(org, owner, revoke(below, toMember(owner)))
  expect(get(state.folders, below)?.grants).toEqual([])
  expect(levelOf(state, owner.id, below)).toBe('manage')
})

test('a team counts as manager for as long as anybody is in it', async () => {
  const at = await newOrg()
  const person = await newMember(at)
  const [root, home] = [await newFolder(at, at.owner), await newFolder(at, at.owner)]
  const team = await newTeam(at, at.owner, home, [person])
  await accept(at, at.owner, grant(root, toTeam(team), 'manage'))
  await accept(at, at.owner, revoke(root, toMember(at.owner)))
  const leave = (...out: (typeof person)[]): Act => ({
    act: 'team members set',
    team,
    added: [],
    removed: out.map(({ id }) => id),
  })
  expect(await attempt(at, at.owner, leave(person, at.owner))).toBe('last-manager')
  expect(await attempt(at, at.owner, revoke(root, toTeam(team)))).toBe('last-manager')
  await accept(at, at.owner, leave(at.owner))
  expect(hasManager(at.state, root)).toBe(true)
  expect(hasManager(await accept(at, at.owner, remove(person)), root)).toBe(false)
})
