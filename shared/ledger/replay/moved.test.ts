/** Moving, closing, witnessing and adopting folders. */
import { emptyTable, get, idSet } from '../../bytes/table.ts'
import { expect, test } from 'vitest'
import { newFolderId } from '../../bytes/ids.ts'
import type { FolderId, MemberId } from '../../bytes/ids.ts'
import type { Act, OwnersAct } from '../acts.ts'
import {
  accept,
  attempt,
  creation,
  cutOf,
  grant,
  newFolder,
  newMember,
  newOrg,
  newTeam,
  rekeyFolder,
  remove,
  revoke,
  teamCreation,
  toMember,
  toTeam,
} from '../testing/org.ts'
import type { Org } from '../testing/org.ts'
import { attemptByTwo, byTwo, setRole, threeOwners } from '../testing/owners.ts'
import { hasManager, isClosed, levelOf } from './level.ts'

const move = (folder: FolderId, parent: FolderId | null): Act => ({ act: 'folder moved', folder, parent })
const close = (folder: FolderId): Act => ({ act: 'folder closed', folder })
const reopen = (folder: FolderId): OwnersAct => ({ act: 'folder reopened', folder })
const adopt = (folder: FolderId, by: MemberId): OwnersAct => ({ act: 'folder adopted', folder, by })
const isStale = ({ state }: Org, folder: FolderId) => get(state.folders, folder)?.staleSince !== null

/** Two trees of the owner's: a top with a middle and a leaf below it, and another top; a manager of the middle. */
async function trees() {
  const org = await newOrg()
  const { owner } = org
  const manager = await newMember(org)
  const top = await newFolder(org, owner)
  const middle = await newFolder(org, owner, top)
  const leaf = await newFolder(org, owner, middle)
  const other = await newFolder(org, owner)
  await accept(org, owner, grant(middle, toMember(manager), 'manage'))
  return { org, owner, manager, top, middle, leaf, other }
}

test('P7 S6: a moved folder and all below it are stale, with a cut each: who managed above it held its key', async () => {
  const { org, owner, top, middle, leaf, other } = await trees()
  expect(await attempt(org, owner, move(middle, other))).toBe('cut-missing')
  expect(await attempt(org, owner, move(middle, other), cutOf(org, middle))).toBe('cut-missing')
  const state = await accept(org, owner, move(middle, other))
  expect([top, middle, leaf, other].map((one) => isStale(org, one))).toEqual([false, true, true, false])
  expect(get(state.folders, middle)?.parent).toBe(other)
  expect(get(state.folders, top)?.children).toEqual(emptyTable)
  expect(get(state.folders, other)?.children).toEqual(idSet([middle]))
})

test('levels follow a moved folder: what came from the old parent goes, what the new one gives comes', async () => {
  const { org, owner, middle, leaf, other, top } = await trees()
  const [before, after] = [await newMember(org), await newMember(org)]
  await accept(org, owner, grant(top, toMember(before), 'edit'), grant(other, toMember(after), 'read'))
  const state = await accept(org, owner, move(middle, other))
  expect([before, after].map(({ id }) => levelOf(state, id, leaf))).toEqual([null, 'read'])
})

test('who moves a folder manages it, its old parent and its new one; at the top an owner', async () => {
  const { org, owner, manager, top, middle, leaf, other } = await trees()
  expect(await attempt(org, manager, move(middle, other))).toBe('not-allowed')
  await accept(org, owner, grant(other, toMember(manager), 'manage'))
  expect(await attempt(org, manager, move(middle, other))).toBe('not-allowed')
  expect(await attempt(org, manager, move(leaf, other))).toBe('cut-missing')
  await accept(org, owner, grant(other, toMember(manager), 'edit'))
  expect(await attempt(org, manager, move(leaf, other))).toBe('not-allowed')
  expect(await attempt(org, manager, move(leaf, null))).toBe('not-allowed')
  expect(await attempt(org, owner, move(leaf, null))).toBe('cut-missing')
  expect(await attempt(org, owner, move(newFolderId(), top))).toBe('unknown-folder')
  expect(await attempt(org, owner, move(leaf, newFolderId()))).toBe('not-allowed')
})

test('an owner who manages neither moves no folder at the top', async () => {
  const { org, owner, manager, top } = await trees()
  const admin = await newMember(org)
  await accept(org, owner, grant(top, toMember(manager), 'manage'))
  await accept(org, owner, setRole(admin, 'owner'))
  const home = await newFolder(org, admin)
  expect(await attempt(org, admin, move(top, home))).toBe('not-allowed')
})

test('S6: no folder is moved below itself, nor to where it is', async () => {
  const { org, owner, middle, leaf, top } = await trees()
  expect(await attempt(org, owner, move(middle, leaf))).toBe('cycle')
  expect(await attempt(org, owner, move(middle, middle))).toBe('cycle')
  expect(await attempt(org, owner, move(middle, top))).toBe('nothing-to-do')
  expect(await attempt(org, owner, move(top, null))).toBe('nothing-to-do')
})

test('no folder is moved into one that is stale or closed, nor out of a closed one', async () => {
  const { org, owner, middle, leaf, other } = await trees()
  await accept(org, owner, move(middle, other))
  expect(await attempt(org, owner, move(await newFolder(org, owner), middle))).toBe('stale')
  const [shut, open] = [await newFolder(org, owner), await newFolder(org, owner)]
  await accept(org, owner, close(shut))
  expect(await attempt(org, owner, move(open, shut))).toBe('closed')
  await accept(org, owner, close(other))
  expect(await attempt(org, owner, move(leaf, open))).toBe('closed')
})

test('no path is longer than 32 folders, made or moved', async () => {
  const org = await newOrg()
  const { owner } = org
  const path = [await newFolder(org, owner)]
  while (path.length < 32) path.push(await newFolder(org, owner, path.at(-1)))
  const [last = newFolderId(), before = newFolderId()] = path.toReversed()
  expect(await attempt(org, owner, await creation(org, last))).toBe('too-deep')
  const single = await newFolder(org, owner)
  expect(await attempt(org, owner, move(single, last))).toBe('too-deep')
  expect(await attempt(org, owner, move(single, before))).toBe('cut-missing')
  await newFolder(org, owner, single)
  expect(await attempt(org, owner, move(single, before))).toBe('too-deep')
})

test('a move leaves no folder below without a manager', async () => {
  const { org, owner, manager, top, middle, other } = await trees()
  const inner = await newFolder(org, owner, middle)
  await accept(org, owner, revoke(inner, toMember(owner)), revoke(middle, toMember(owner)))
  const team = await newTeam(org, owner, other)
  await accept(org, owner, grant(top, toTeam(team), 'manage'), revoke(top, toMember(owner)))
  await accept(org, owner, revoke(middle, toMember(manager)))
  const orphanage = await newFolder(org, owner)
  await accept(org, owner, grant(orphanage, toMember(manager), 'read'))
  expect(await attempt(org, owner, move(middle, null))).toBe('last-manager')
  expect(await attempt(org, owner, move(middle, orphanage))).toBe('cut-missing')
})

test('a moved folder is re-keyed in the same entry, parents first', async () => {
  const { org, owner, middle, leaf, other } = await trees()
  await accept(org, owner, move(middle, other), await rekeyFolder(org, middle), await rekeyFolder(org, leaf))
  expect([middle, leaf].map((one) => isStale(org, one))).toEqual([false, false])
})

test('a closed folder takes nothing new, here and below; grants are taken and lowered', async () => {
  const { org, owner, manager, middle, leaf } = await trees()
  const agent = await newMember(org)
  await accept(org, owner, grant(leaf, toMember(agent), 'edit'))
  expect(await attempt(org, agent, close(leaf))).toBe('not-allowed')
  expect(await attempt(org, owner, close(newFolderId()))).toBe('not-allowed')
  const state = await accept(org, manager, close(middle))
  expect([middle, leaf].map((one) => isClosed(state, one))).toEqual([true, true])
  expect(get(state.folders, middle)?.closedSince).toBe(state.head.sequence)
  for (const folder of [middle, leaf]) {
    expect(await attempt(org, owner, await creation(org, folder))).toBe('closed')
    expect(await attempt(org, owner, await teamCreation(org, folder, [owner]))).toBe('closed')
    expect(await attempt(org, owner, grant(folder, toMember(await newMember(org)), 'fill'))).toBe('closed')
    expect(await attempt(org, owner, close(folder))).toBe('nothing-to-do')
  }
  expect(await attempt(org, owner, grant(leaf, toMember(agent), 'read'))).toBe('cut-missing')
  expect(await attempt(org, owner, revoke(leaf, toMember(agent)))).toBe('cut-missing')
})

test('S14: two owners reopen what was closed, one alone does not', async () => {
  const { org, owner, second } = await threeOwners()
  const manager = await newMember(org)
  const folder = await newFolder(org, owner)
  await accept(org, owner, grant(folder, toMember(manager), 'manage'))
  expect(await attemptByTwo(org, owner, second, reopen(folder))).toBe('nothing-to-do')
  await accept(org, manager, close(folder))
  expect(await attempt(org, manager, reopen(folder))).toBe('not-allowed')
  expect(await attempt(org, owner, reopen(folder))).toBe('needs-two-owners')
  expect(await attemptByTwo(org, owner, second, reopen(newFolderId()))).toBe('unknown-folder')
  const state = await byTwo(org, owner, second, reopen(folder))
  expect(isClosed(state, folder)).toBe(false)
  expect(await attempt(org, owner, await creation(org, folder))).toBe('accepted')
})

test('M5: who manages a folder has its use witnessed; who stands above ends it; what is made below is witnessed too', async () => {
  const { org, owner, manager, middle, leaf } = await trees()
  const witness = (witnessed: boolean): Act => ({ act: 'folder witnessed', folder: middle, witnessed })
  const agent = await newMember(org)
  await accept(org, owner, grant(middle, toMember(agent), 'edit'))
  expect(await attempt(org, agent, witness(true))).toBe('not-allowed')
  expect(await attempt(org, owner, witness(false))).toBe('nothing-to-do')
  expect(get((await accept(org, manager, witness(true))).folders, middle)?.witnessed).toBe(true)
  expect(await attempt(org, manager, witness(true))).toBe('nothing-to-do')
  const below = await newFolder(org, manager, middle)
  expect([leaf, below].map((one) => get(org.state.folders, one)?.witnessed)).toEqual([false, true])
  expect(await attempt(org, manager, witness(false))).toBe('not-allowed')
  expect(get((await accept(org, owner, witness(false))).folders, middle)?.witnessed).toBe(false)
})

test('S14: two owners adopt what nobody manages, for one of them; nothing else, and nobody else', async () => {
  const { org, owner, second, third } = await threeOwners()
  const [leaver, stays] = [await newMember(org), await newMember(org)]
  const folder = await newFolder(org, owner)
  await accept(org, owner, grant(folder, toMember(leaver), 'manage'), grant(folder, toMember(second), 'read'))
  await accept(org, owner, grant(folder, toMember(stays), 'edit'), revoke(folder, toMember(owner)))
  expect(await attemptByTwo(org, owner, third, adopt(folder, second.id))).toBe('has-manager')
  await accept(org, owner, remove(leaver))
  expect(hasManager(org.state, folder)).toBe(false)
  expect(await attempt(org, owner, adopt(folder, owner.id))).toBe('needs-two-owners')
  expect(await attemptByTwo(org, owner, third, adopt(folder, stays.id))).toBe('not-a-member')
  const state = await byTwo(org, owner, third, adopt(folder, second.id))
  expect(get(state.folders, folder)?.grants.map(({ to, level }) => [to.id, level])).toEqual([
    [stays.id, 'edit'],
    [second.id, 'manage'],
  ])
  expect(isStale(org, folder)).toBe(true)
})
