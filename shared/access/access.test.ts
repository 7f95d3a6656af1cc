import { expect, test } from 'vitest'
import {
  accept,
  grant,
  newFolder,
  newMember,
  newOrg,
  newTeam,
  rekeyFolder,
  rekeyTeam,
  remove,
  revoke,
  toMember,
  toTeam,
} from '../ledger/testing/org.ts'
import { shifts } from './review.ts'
import { foldersToRekey, teamsToRekey } from './stale.ts'
import { teamsOf, visibleFolders, visiblePath, visibleTeams } from './visible.ts'

const org = await newOrg()
const { owner } = org
const [agent, manager, outsider] = [await newMember(org), await newMember(org), await newMember(org)]
// Made child first in id order or not: paths and lists must not depend on it.
const top = await newFolder(org, owner)
const child = await newFolder(org, owner, top)
const grandchild = await newFolder(org, owner, child)
const beside = await newFolder(org, owner)
const team = await newTeam(org, owner, beside, [agent])
await accept(org, owner, grant(child, toTeam(team), 'fill'), grant(child, toMember(manager), 'manage'))

test('a member sees the folders that something reaches, parents first, and none above or beside', () => {
  expect(visibleFolders(org.state, agent.id)).toEqual([child, grandchild])
  expect(visibleFolders(org.state, outsider.id)).toEqual([])
  const all = visibleFolders(org.state, owner.id)
  expect(all.toSorted()).toEqual([top, child, grandchild, beside].toSorted())
  expect(all.indexOf(top)).toBeLessThan(all.indexOf(child))
  expect(all.indexOf(child)).toBeLessThan(all.indexOf(grandchild))
})

test('P1: a path starts where the member’s sight does, not at the top', () => {
  expect(visiblePath(org.state, agent.id, grandchild)).toEqual([child, grandchild])
  expect(visiblePath(org.state, owner.id, grandchild)).toEqual([top, child, grandchild])
  expect(visiblePath(org.state, outsider.id, grandchild)).toEqual([])
})

test('a member sees their own teams, and those whose home they reach', () => {
  expect(teamsOf(org.state, agent.id)).toEqual([team])
  expect(visibleTeams(org.state, agent.id)).toEqual([team])
  expect(visibleTeams(org.state, owner.id)).toEqual([team])
  expect(visibleTeams(org.state, manager.id)).toEqual([])
})

test('a review tells who gains and who loses what, and leaves the others out', async () => {
  const before = org.state
  const after = await accept(org, owner, grant(top, toMember(outsider), 'read'), grant(child, toMember(agent), 'edit'))
  const both = shifts(before, after)
  expect(both.map(({ member }) => member).toSorted()).toEqual([agent.id, outsider.id].toSorted())
  const gained = both.find(({ member }) => member === outsider.id)
  expect(gained?.gains.map(({ folder, level }) => [folder, level]).toSorted()).toEqual(
    [
      [top, 'read'],
      [child, 'read'],
      [grandchild, 'read'],
    ].toSorted(),
  )
  expect(shifts(after, before).find(({ member }) => member === outsider.id)?.loses).toHaveLength(3)
  expect(shifts(after, after)).toEqual([])
})

test('P7: after a removal each manager’s client knows what it can re-key, parents first; nobody else has to', async () => {
  await accept(org, owner, revoke(top, toMember(outsider)))
  await accept(
    org,
    owner,
    await rekeyFolder(org, top),
    await rekeyFolder(org, child),
    await rekeyFolder(org, grandchild),
  )
  expect(foldersToRekey(org.state, owner.id)).toEqual([])
  await accept(org, owner, remove(agent))
  expect(teamsToRekey(org.state, owner.id)).toEqual([team])
  expect(foldersToRekey(org.state, owner.id)).toEqual([child, grandchild])
  expect(foldersToRekey(org.state, manager.id)).toEqual([child, grandchild])
  expect(teamsToRekey(org.state, manager.id)).toEqual([])
  expect(foldersToRekey(org.state, outsider.id)).toEqual([])
  await accept(org, owner, await rekeyTeam(org, team), await rekeyFolder(org, child))
  expect(teamsToRekey(org.state, owner.id)).toEqual([])
  expect(foldersToRekey(org.state, manager.id)).toEqual([grandchild])
})
