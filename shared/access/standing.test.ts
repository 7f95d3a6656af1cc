import { expect, test } from 'vitest'
import {
  accept,
  grant,
  newFolder,
  newMember,
  newOrg,
  newTeam,
  remove,
  toMember,
  toTeam,
} from '../ledger/testing/org.ts'
import { asOf } from '../ledger/replay/state.ts'
import { matchStanding } from './standing.ts'

const HOUR = 3_600_000
const org = await newOrg()
const { owner } = org
const [agent, gone] = [await newMember(org), await newMember(org)]
const top = await newFolder(org, owner)
const child = await newFolder(org, owner, top)
const other = await newFolder(org, owner)
const team = await newTeam(org, owner, other, [agent])
const until = org.state.time + HOUR
await accept(org, owner, grant(top, toTeam(team), 'read'), grant(child, toMember(agent), 'fill'))
await accept(org, owner, {
  act: 'folder granted',
  folder: child,
  to: toMember(agent),
  level: 'edit',
  from: null,
  until,
})
const granted = org.state.head.sequence
await accept(org, owner, grant(other, toMember(gone), 'fill'))
await accept(org, owner, remove(gone))

const accessTo = (now: number) =>
  matchStanding(asOf(org.state, now)).folders.find(({ folder }) => folder === child)?.access

test('a standing says who has which level on what, and by which grants', () => {
  expect(accessTo(until - 1)?.find(({ member }) => member === agent.id)).toEqual({
    member: agent.id,
    level: 'edit',
    why: [{ level: 'edit', on: child, team: null, since: granted, from: null, until }],
  })
})

test('P4: a dated grant is no reason any more once it is over', () => {
  expect(accessTo(until)?.find(({ member }) => member === agent.id)).toEqual({
    member: agent.id,
    level: 'read',
    why: [{ level: 'read', on: top, team, since: granted - 1, from: null, until: null }],
  })
})

test('parents come before their children, whole trees together; who left is told apart, and what is stale', () => {
  const { folders, members, left, teams, entry } = matchStanding(org.state)
  expect(folders.map(({ folder, depth, stale }) => [folder, depth, stale])).toEqual([
    [top, 0, null],
    [child, 1, null],
    [other, 0, entry],
  ])
  expect(members.map(({ member, role }) => [member, role])).toEqual([
    [owner.id, 'owner'],
    [agent.id, 'member'],
  ])
  expect(left).toEqual([{ member: gone.id, entry }])
  expect(teams.map(({ home, stale }) => [home, stale])).toEqual([[other, null]])
  expect(folders.flatMap(({ access }) => access).some(({ member }) => member === gone.id)).toBe(false)
})
