import { get } from '../../bytes/table.ts'
import { expect, test } from 'vitest'
import { newFolderId, newTeamId } from '../../bytes/ids.ts'
import type { Act } from '../acts.ts'
import {
  accept,
  attempt,
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
  teamCreation,
  toMember,
  toTeam,
} from '../testing/org.ts'
import { newPerson, someHash } from '../testing/person.ts'
import { levelOf } from './level.ts'

const org = await newOrg()
const { owner } = org
const [manager, editor, agent, outsider] = [
  await newMember(org),
  await newMember(org),
  await newMember(org),
  await newMember(org),
]
const top = await newFolder(org, owner)
const home = await newFolder(org, owner, top)
await accept(org, owner, grant(home, toMember(manager), 'manage'), grant(home, toMember(editor), 'edit'))
const team = await newTeam(org, manager, home, [agent])

const described = async (revision: number, id = team): Promise<Act> => ({
  act: 'team described',
  team: id,
  revision,
  description: await someHash(),
})

test('who manages the home makes a team there, and is in it: whoever holds the seed is listed', async () => {
  const act = await teamCreation(org, home, [manager, agent])
  expect(await attempt(org, manager, act)).toBe('accepted')
  expect(await attempt(org, owner, await teamCreation(org, home, [owner]))).toBe('accepted')
  expect(await attempt(org, editor, await teamCreation(org, home, [editor]))).toBe('not-allowed')
  expect(await attempt(org, manager, { ...act, members: [agent.id] })).toBe('malformed')
  expect(await attempt(org, manager, { ...act, members: [] })).toBe('malformed')
  expect(await attempt(org, manager, { ...act, members: [manager.id, agent.id, agent.id] })).toBe('malformed')
  expect(await attempt(org, manager, { ...act, team })).toBe('already-there')
  expect(await attempt(org, manager, { ...act, home: newFolderId() })).toBe('unknown-folder')
  expect(await attempt(org, manager, { ...act, home: top })).toBe('not-allowed')
})

test('S3: a team holds no ghost: everybody listed is a member of the org', async () => {
  const gone = await newMember(org)
  await accept(org, owner, remove(gone))
  expect(await attempt(org, manager, await teamCreation(org, home, [manager, gone]))).toBe('not-a-member')
  expect(await attempt(org, manager, await teamCreation(org, home, [manager, await newPerson()]))).toBe('not-a-member')
  expect(await attempt(org, manager, setMembers(team, [gone]))).toBe('not-a-member')
  expect(await attempt(org, manager, setMembers(team, [await newPerson()]))).toBe('not-a-member')
})

test('who manages the home adds and takes out members; an editor there does not', async () => {
  expect(await attempt(org, manager, setMembers(team, [outsider]))).toBe('accepted')
  expect(await attempt(org, manager, setMembers(team, [], [agent]))).toBe('accepted')
  expect(await attempt(org, editor, setMembers(team, [outsider]))).toBe('not-allowed')
  expect(await attempt(org, agent, setMembers(team, [], [manager]))).toBe('not-allowed')
  expect(await attempt(org, manager, setMembers(newTeamId(), [outsider]))).toBe('unknown-team')
})

test('members are set as they are: no empty change, nobody twice, nobody out who is not in', async () => {
  expect(await attempt(org, manager, setMembers(team, []))).toBe('nothing-to-do')
  expect(await attempt(org, manager, setMembers(team, [agent]))).toBe('already-there')
  expect(await attempt(org, manager, setMembers(team, [], [outsider]))).toBe('not-a-member')
  expect(await attempt(org, manager, setMembers(team, [outsider, outsider]))).toBe('malformed')
  expect(await attempt(org, manager, setMembers(team, [outsider], [outsider]))).toBe('malformed')
  expect(await attempt(org, manager, setMembers(team, [], [agent, agent]))).toBe('malformed')
})

test('nobody adds themselves to a team, an owner who manages its home neither', async () => {
  expect(await attempt(org, owner, setMembers(team, [owner]))).toBe('to-oneself')
  expect(await attempt(org, owner, setMembers(team, [outsider, owner]))).toBe('to-oneself')
})

test('S14: who manages only through a team appoints nobody beside them in it, and dismisses nobody', async () => {
  const at = await newOrg()
  const [above, first, second, third] = [
    await newMember(at),
    await newMember(at),
    await newMember(at),
    await newMember(at),
  ]
  const root = await newFolder(at, at.owner)
  await accept(at, at.owner, grant(root, toMember(above), 'manage'))
  const folder = await newFolder(at, above, root)
  const below = await newFolder(at, above, folder)
  await accept(at, above, grant(folder, toMember(third), 'manage'))
  for (const where of [folder, below]) {
    const peers = await newTeam(at, above, where, [first, second])
    expect(await attempt(at, third, setMembers(peers, [at.owner]))).toBe('accepted')
    await accept(at, above, grant(folder, toTeam(peers), 'manage'))
    for (const beside of [first, third]) {
      expect(await attempt(at, beside, setMembers(peers, [at.owner]))).toBe('not-allowed')
      expect(await attempt(at, beside, setMembers(peers, [], [second]))).toBe('not-allowed')
    }
    expect(await attempt(at, above, setMembers(peers, [at.owner]))).toBe('accepted')
    await accept(at, above, revoke(folder, toTeam(peers)), await rekeyFolder(at, folder), await rekeyFolder(at, below))
  }
})

test('S14: a team that manages a top folder, its home, takes members from owners only', async () => {
  const at = await newOrg()
  const [first, other] = [await newMember(at), await newMember(at)]
  const root = await newFolder(at, at.owner)
  const peers = await newTeam(at, at.owner, root, [first])
  await accept(at, at.owner, grant(root, toTeam(peers), 'manage'))
  expect(await attempt(at, first, setMembers(peers, [other]))).toBe('not-allowed')
  expect(await attempt(at, at.owner, setMembers(peers, [other]))).toBe('accepted')
})

test('P7: who left still holds the seed: the team is stale, and takes nobody and no name until it is re-keyed', async () => {
  const left = await newTeam(org, manager, home, [agent])
  const state = await accept(org, manager, setMembers(left, [], [agent]))
  expect(get(state.teams, left)?.staleSince).toBe(state.head.sequence)
  expect(await attempt(org, manager, setMembers(left, [agent]))).toBe('stale')
  expect(await attempt(org, manager, await described(2, left))).toBe('stale')
  expect(await attempt(org, owner, grant(top, toTeam(left), 'read'))).toBe('stale')
  expect(await attempt(org, manager, await rekeyTeam(org, left), setMembers(left, [agent]))).toBe('accepted')
})

test('P7: a second leaver keeps the first date; members may leave a stale team', async () => {
  const left = await newTeam(org, manager, home, [agent, outsider])
  const since = (await accept(org, manager, setMembers(left, [], [agent]))).head.sequence
  const state = await accept(org, manager, setMembers(left, [], [outsider]))
  expect(get(state.teams, left)).toMatchObject({ staleSince: since, members: { count: 1 } })
})

test('a team is re-keyed by a member of it who manages its home, one generation at a time, with a new key', async () => {
  const rekey = await rekeyTeam(org, team)
  expect(await attempt(org, manager, rekey)).toBe('accepted')
  expect(await attempt(org, owner, rekey)).toBe('not-allowed')
  expect(await attempt(org, agent, rekey)).toBe('not-allowed')
  expect(await attempt(org, manager, { ...rekey, team: newTeamId() })).toBe('unknown-team')
  for (const generation of [0, 1, 3])
    expect(await attempt(org, manager, { ...rekey, generation })).toBe('wrong-generation')
  const receive = get(org.state.teams, team)?.generations.nth(0)?.receive ?? (await someHash())
  expect(await attempt(org, manager, { ...rekey, receive })).toBe('nothing-to-do')
  const state = await accept(org, manager, rekey)
  expect(get(state.teams, team)?.generations.nth(1)?.commitment).toBe(rekey.commitment)
  expect(get(state.teams, team)?.staleSince).toBeNull()
})

test('P5 S6: a team is renamed by who manages its home, one revision at a time, under the newest keys', async () => {
  const fresh = await newTeam(org, manager, home)
  expect(await attempt(org, editor, await described(2, fresh))).toBe('not-allowed')
  for (const revision of [0, 1, 3])
    expect(await attempt(org, manager, await described(revision, fresh))).toBe('wrong-revision')
  await accept(org, manager, await rekeyTeam(org, fresh))
  const act = await described(2, fresh)
  const state = await accept(org, manager, act)
  expect(get(state.teams, fresh)?.description).toMatchObject({ revision: 2, author: manager.id, teamGeneration: 2 })
  expect(await attempt(org, manager, await described(2, fresh))).toBe('wrong-revision')
  expect(await attempt(org, manager, await described(3, newTeamId()))).toBe('unknown-team')
})

test('P7: nothing is sealed under a stale home: no new team, no new name', async () => {
  const at = await newFolder(org, owner, top)
  await accept(org, owner, grant(at, toMember(agent), 'read'))
  const there = await newTeam(org, owner, at)
  await accept(org, owner, revoke(at, toMember(agent)))
  expect(await attempt(org, owner, await teamCreation(org, at, [owner]))).toBe('stale')
  expect(await attempt(org, owner, await described(2, there))).toBe('stale')
})

test('H1 S14: nobody joins a team by re-keying it; where nobody in it manages its home, one of the others does that', async () => {
  const at = await newOrg()
  const [mallory, lead, agent, other] = [
    await newMember(at),
    await newMember(at),
    await newMember(at),
    await newMember(at),
  ]
  const teams = await newFolder(at, at.owner)
  await accept(at, at.owner, grant(teams, toMember(mallory), 'manage'), grant(teams, toMember(lead), 'manage'))
  const agents = await newTeam(at, lead, teams, [agent])
  const client = await newFolder(at, at.owner)
  await accept(at, at.owner, grant(client, toTeam(agents), 'edit'))
  expect(await attempt(at, mallory, setMembers(agents, [mallory]))).toBe('to-oneself')
  await accept(at, mallory, setMembers(agents, [], [lead]))
  for (const outside of [mallory, lead, at.owner])
    expect(await attempt(at, outside, await rekeyTeam(at, agents))).toBe('not-allowed')
  expect(await attempt(at, mallory, setMembers(agents, [other]))).toBe('stale')
  const state = await accept(at, agent, await rekeyTeam(at, agents))
  expect(get(state.teams, agents)).toMatchObject({ staleSince: null, members: { count: 1 } })
  expect(levelOf(state, mallory.id, client)).toBeNull()
  expect(await attempt(at, agent, await rekeyTeam(at, agents))).toBe('not-allowed')
})

test('H1: a team that nobody is left in takes somebody else in, who makes its next seed', async () => {
  const at = await newOrg()
  const [lead, agent] = [await newMember(at), await newMember(at)]
  const where = await newFolder(at, at.owner)
  await accept(at, at.owner, grant(where, toMember(lead), 'manage'))
  const empty = await newTeam(at, at.owner, where)
  await accept(at, lead, setMembers(empty, [], [at.owner]))
  expect(await attempt(at, lead, await rekeyTeam(at, empty))).toBe('not-allowed')
  expect(await attempt(at, lead, setMembers(empty, [lead]))).toBe('to-oneself')
  await accept(at, lead, setMembers(empty, [agent]))
  expect(await attempt(at, lead, setMembers(empty, [at.owner]))).toBe('stale')
  expect(await attempt(at, agent, await rekeyTeam(at, empty))).toBe('accepted')
})

test('H2 S14: who joins a team that manages folders is for those above these, wherever its home is moved to', async () => {
  const at = await newOrg()
  const [boss, mallory, agent] = [await newMember(at), await newMember(at), await newMember(at)]
  const above = await newFolder(at, at.owner)
  const middle = await newFolder(at, at.owner, above)
  const home = await newFolder(at, at.owner, middle)
  const elsewhere = await newFolder(at, at.owner)
  const bosses = await newTeam(at, at.owner, home, [boss])
  await accept(
    at,
    at.owner,
    grant(above, toTeam(bosses), 'manage'),
    grant(middle, toMember(mallory), 'manage'),
    grant(elsewhere, toMember(mallory), 'manage'),
  )
  const move: Act = { act: 'folder moved', folder: home, parent: elsewhere }
  await accept(at, mallory, move, await rekeyFolder(at, home))
  for (const act of [setMembers(bosses, [agent]), setMembers(bosses, [], [at.owner]), setMembers(bosses, [], [boss])])
    expect(await attempt(at, mallory, act)).toBe('not-allowed')
  expect(await attempt(at, at.owner, setMembers(bosses, [agent]))).toBe('accepted')
})
