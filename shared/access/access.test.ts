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
  setMembers,
  toMember,
  toTeam,
} from '../ledger/testing/org.ts'
import { reachChanges } from './review.ts'
import type { LedgerState } from '../ledger/replay/state.ts'
import { foldersToRekey, managersOf, rekeyersOfTeam, teamsToRekey } from './stale.ts'
import { teamsOf, visibleFolders, visiblePath, namedTeams } from './visible.ts'

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
  expect(namedTeams(org.state, agent.id)).toEqual([team])
  expect(namedTeams(org.state, owner.id)).toEqual([team])
  expect(namedTeams(org.state, manager.id)).toEqual([])
})

test('a review tells who gains and who loses what, and leaves the others out', async () => {
  const before = org.state
  const after = await accept(org, owner, grant(top, toMember(outsider), 'read'), grant(child, toMember(agent), 'edit'))
  const both = reachChanges(before, after)
  expect(both.map(({ member }) => member).toSorted()).toEqual([agent.id, outsider.id].toSorted())
  const gained = both.find(({ member }) => member === outsider.id)
  expect(gained?.gains.map(({ folder, level }) => [folder, level]).toSorted()).toEqual(
    [
      [top, 'read'],
      [child, 'read'],
      [grandchild, 'read'],
    ].toSorted(),
  )
  expect(reachChanges(after, before).find(({ member }) => member === outsider.id)?.loses).toHaveLength(3)
  expect(reachChanges(after, after)).toEqual([])
  const back = reachChanges(after, before).find(({ member }) => member === agent.id)
  expect([back?.gains, back?.loses], 'a lower level is no gain').toEqual([[], []])
  expect(back?.lowers.map(({ level }) => level)).toEqual(['fill', 'fill'])
})

test('a review finds whoever a new folder, a move, a team’s new member or a removal reaches', async () => {
  const org = await newOrg()
  const { owner } = org
  const [joiner, reader] = [await newMember(org), await newMember(org)]
  const [from, to] = [await newFolder(org, owner), await newFolder(org, owner)]
  const readers = await newTeam(org, owner, to, [reader])
  await accept(org, owner, grant(to, toTeam(readers), 'read'))
  const of = (before: LedgerState, after: LedgerState) =>
    new Map(reachChanges(before, after).map(({ member, gains, loses }) => [member, { gains, loses }]))
  let before = org.state
  const below = await newFolder(org, owner, to)
  expect(of(before, org.state)).toEqual(
    new Map([
      [owner.id, { gains: [{ folder: below, level: 'manage' }], loses: [] }],
      [reader.id, { gains: [{ folder: below, level: 'read' }], loses: [] }],
    ]),
  )
  before = org.state
  await accept(org, owner, { act: 'folder moved', folder: below, parent: from }, await rekeyFolder(org, below))
  expect(of(before, org.state)).toEqual(new Map([[reader.id, { gains: [], loses: [below] }]]))
  before = org.state
  await accept(org, owner, setMembers(readers, [joiner]))
  expect(of(before, org.state)).toEqual(new Map([[joiner.id, { gains: [{ folder: to, level: 'read' }], loses: [] }]]))
  before = org.state
  await accept(org, owner, remove(joiner))
  expect(of(before, org.state)).toEqual(new Map([[joiner.id, { gains: [], loses: [to] }]]))
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
  await accept(org, owner, grant(beside, toMember(outsider), 'manage'))
  expect(managersOf(org.state, beside).toSorted()).toEqual([owner.id, outsider.id].toSorted())
  expect(rekeyersOfTeam(org.state, team), 'who is in the team has its seed').toEqual([owner.id])
  expect(managersOf(org.state, grandchild).toSorted()).toEqual([owner.id, manager.id].toSorted())
  await accept(org, owner, await rekeyTeam(org, team), await rekeyFolder(org, child))
  expect(teamsToRekey(org.state, owner.id)).toEqual([])
  expect(foldersToRekey(org.state, manager.id)).toEqual([grandchild])
})
