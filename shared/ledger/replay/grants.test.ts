/** Dates of grants, and whose grant is whose. */
import { get, idSet } from '../../bytes/table.ts'
import { expect, test } from 'vitest'
import { newTeamId, parseId, teamId } from '../../bytes/ids.ts'
import type { Act, Level } from '../acts.ts'
import {
  accept,
  attempt,
  grant,
  newFolder,
  newMember,
  newOrg,
  newTeam,
  remove,
  revoke,
  teamCreation,
  toMember,
  toTeam,
} from '../testing/org.ts'
import type { Person } from '../testing/person.ts'
import { everLevelOf, levelOf } from './level.ts'
import { asOf } from './state.ts'

const HOUR = 3_600_000
const org = await newOrg()
const { owner } = org
const [agent, manager] = [await newMember(org), await newMember(org)]
const top = await newFolder(org, owner)
const child = await newFolder(org, owner, top)
await accept(org, owner, grant(child, toMember(manager), 'manage'))

const dated = (to: Person, from: number | null, until: number | null, level: Level = 'read'): Act => ({
  act: 'folder granted',
  folder: child,
  to: toMember(to),
  level,
  from,
  until,
})

test('P4: a dated grant counts from its first millisecond to just before its end, here and below', async () => {
  const at = await newOrg()
  const person = await newMember(at)
  const [folder] = [await newFolder(at, at.owner)]
  const below = await newFolder(at, at.owner, folder)
  const [from, until] = [at.state.time + HOUR, at.state.time + 2 * HOUR]
  const state = await accept(at, at.owner, { ...dated(person, from, until), folder } as Act)
  const on = (now: number) => [folder, below].map((one) => levelOf(asOf(state, now), person.id, one))
  expect(on(from - 1)).toEqual([null, null])
  expect(on(from)).toEqual(['read', 'read'])
  expect(on(until - 1)).toEqual(['read', 'read'])
  expect(on(until)).toEqual([null, null])
  expect(everLevelOf(asOf(state, until), person.id, below)).toBe('read')
})

test('a grant’s end comes after its start and after now; `manage` has no dates: what it made would outlive it', async () => {
  const now = org.state.time + 1
  expect(await attempt(org, owner, dated(agent, now + 5, now + 6))).toBe('accepted')
  expect(await attempt(org, owner, dated(agent, null, now + 1))).toBe('accepted')
  expect(await attempt(org, owner, dated(agent, now - 9, null))).toBe('accepted')
  expect(await attempt(org, owner, dated(agent, now + 5, now + 5))).toBe('malformed')
  expect(await attempt(org, owner, dated(agent, null, now))).toBe('malformed')
  expect(await attempt(org, owner, dated(agent, now - 9, now))).toBe('malformed')
  expect(await attempt(org, owner, dated(agent, null, now + 9, 'manage'))).toBe('malformed')
  expect(await attempt(org, owner, dated(agent, now, null, 'manage'))).toBe('malformed')
})

test('other dates are another grant; the same again is nothing', async () => {
  const until = org.state.time + 9 * HOUR
  await accept(org, owner, dated(agent, null, until))
  expect(await attempt(org, owner, dated(agent, null, until))).toBe('nothing-to-do')
  expect(await attempt(org, owner, dated(agent, null, until + 1))).toBe('accepted')
  expect(await attempt(org, owner, dated(agent, 5, until))).toBe('accepted')
  expect(await attempt(org, owner, dated(agent, null, null))).toBe('accepted')
})

test('P7: a grant that has ended or not begun still makes stale when it goes: its key may be out', async () => {
  const at = await newOrg()
  const people = [await newMember(at), await newMember(at)] as const
  const folder = await newFolder(at, at.owner)
  const later = at.state.time + HOUR
  await accept(at, at.owner, { ...dated(people[0], later, null), folder } as Act)
  expect(await attempt(at, at.owner, revoke(folder, toMember(people[0])))).toBe('cut-missing')
  await accept(at, at.owner, remove(people[0]))
  expect(get(at.state.folders, folder)?.staleSince).not.toBeNull()
})

test('S14: who manages here but not above gives and takes all but `manage`, also in the place of it', async () => {
  const at = await newOrg()
  const [here, peer, other] = [await newMember(at), await newMember(at), await newMember(at)]
  const above = await newFolder(at, at.owner)
  const folder = await newFolder(at, at.owner, above)
  await accept(at, at.owner, grant(folder, toMember(here), 'manage'), grant(folder, toMember(peer), 'manage'))
  expect(await attempt(at, here, grant(folder, toMember(other), 'edit'))).toBe('accepted')
  expect(await attempt(at, here, grant(folder, toMember(other), 'manage'))).toBe('not-allowed')
  expect(await attempt(at, here, grant(folder, toMember(peer), 'read'))).toBe('not-allowed')
  expect(await attempt(at, here, revoke(folder, toMember(peer)))).toBe('not-allowed')
  expect(await attempt(at, at.owner, revoke(folder, toMember(peer)))).toBe('cut-missing')
})

test('P7 S3: a team under a member’s id is another grantee: what goes with one leaves the other', async () => {
  const at = await newOrg()
  const [leaver, stays] = [await newMember(at), await newMember(at)]
  const folder = await newFolder(at, at.owner)
  const team = parseId(teamId, leaver.id)
  await accept(at, at.owner, await teamCreation(at, folder, [at.owner, stays], team))
  await accept(at, at.owner, grant(folder, toTeam(team), 'read'), grant(folder, toMember(leaver), 'read'))
  const state = await accept(at, at.owner, remove(leaver))
  expect(get(state.folders, folder)?.grants.map(({ to }) => to.kind)).toEqual(['member', 'team'])
  expect(levelOf(state, stays.id, folder)).toBe('read')
  expect(get(state.teams, team)?.grants).toEqual(idSet([folder]))
})

test('a team under the author’s own id is not the author: it may be granted to', async () => {
  const at = await newOrg()
  const folder = await newFolder(at, at.owner)
  const team = parseId(teamId, at.owner.id)
  await accept(at, at.owner, await teamCreation(at, folder, [at.owner], team))
  expect(await attempt(at, at.owner, grant(folder, toTeam(team), 'read'))).toBe('accepted')
  expect(await attempt(at, at.owner, grant(folder, toMember(at.owner), 'read'))).toBe('to-oneself')
})

test('who reads a team’s home grants to it; an unknown team is none', async () => {
  const home = await newFolder(org, owner)
  const team = await newTeam(org, owner, home)
  expect(await attempt(org, manager, grant(child, toTeam(team), 'read'))).toBe('not-allowed')
  await accept(org, owner, grant(home, toMember(manager), 'fill'))
  expect(await attempt(org, manager, grant(child, toTeam(team), 'read'))).toBe('not-allowed')
  await accept(org, owner, grant(home, toMember(manager), 'read'))
  expect(await attempt(org, manager, grant(child, toTeam(team), 'read'))).toBe('accepted')
  expect(await attempt(org, manager, grant(child, toTeam(newTeamId()), 'read'))).toBe('unknown-team')
})
