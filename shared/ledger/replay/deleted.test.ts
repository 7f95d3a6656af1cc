import { get, has } from '../../bytes/table.ts'
import { newFolderId, newInvitationId, newTeamId } from '../../bytes/ids.ts'
import type { FolderId, TeamId } from '../../bytes/ids.ts'
import { expect, test } from 'vitest'
import type { Act } from '../acts.ts'
import { accept, attempt, creation, cutOf, grant, newFolder, newMember, newOrg, newTeam } from '../testing/org.ts'
import { rekeyFolder, remove, revoke, setMembers, teamCreation, toMember, toTeam } from '../testing/org.ts'
import { signJournalEntry } from '../sign-entry.ts'
import { invitationFor, joinOf, newPerson, someHash } from '../testing/person.ts'
import { emptyJournal } from './journal-state.ts'
import { replayJournalEntry } from './journal.ts'
import { judge } from './ledger.ts'
import { levelOf } from './level.ts'
import { Refused } from './state.ts'

const endTeam = (team: TeamId): Act => ({ act: 'team deleted', team })
const endFolder = (folder: FolderId): Act => ({ act: 'folder deleted', folder })

test('P7: who was in a deleted team loses what they reached by it, and those folders wait for new keys', async () => {
  const org = await newOrg()
  const agent = await newMember(org)
  const [home, client] = [await newFolder(org, org.owner), await newFolder(org, org.owner)]
  const below = await newFolder(org, org.owner, client)
  const team = await newTeam(org, org.owner, home, [agent])
  await accept(org, org.owner, grant(client, toTeam(team), 'edit'))
  const place = { author: org.owner.id, sequence: org.state.head.sequence + 1, time: org.state.time + 1 }
  expect(judge(org.state, [endTeam(team)], place).touched).toEqual(new Set([client, below]))
  expect(await attempt(org, org.owner, endTeam(team))).toBe('cut-missing')
  const after = await accept(org, org.owner, endTeam(team))
  for (const folder of [client, below]) {
    expect(levelOf(after, agent.id, folder)).toBe(null)
    expect(get(after.folders, folder)?.staleSince).toBe(after.head.sequence)
  }
  expect(get(after.folders, client)?.grants.map(({ to }) => to.kind)).toEqual(['member'])
  expect(has(after.teams, team)).toBe(false)
  expect(get(after.members, agent.id)?.teams.count).toBe(0)
  expect(await attempt(org, org.owner, grant(client, toTeam(team), 'read'))).toBe('stale')
  await accept(org, org.owner, await rekeyFolder(org, client))
  expect(await attempt(org, org.owner, grant(client, toTeam(team), 'read'))).toBe('unknown-team')
})

test('the id of a deleted team or folder is used for good', async () => {
  const org = await newOrg()
  const [home, other] = [await newFolder(org, org.owner), await newFolder(org, org.owner)]
  const team = await newTeam(org, org.owner, home)
  await accept(org, org.owner, endTeam(team), endFolder(other))
  expect(await attempt(org, org.owner, await teamCreation(org, home, [org.owner], team))).toBe('already-there')
  expect(await attempt(org, org.owner, await creation(org, null, other))).toBe('already-there')
  const personal = { ...(await creation(org, null, other)), act: 'personal folder created' as const }
  expect(await attempt(org, org.owner, personal)).toBe('already-there')
})

test('S14: one deletes a team whose members one may set, and no other', async () => {
  const org = await newOrg()
  const lead = await newMember(org)
  const [home, client] = [await newFolder(org, org.owner), await newFolder(org, org.owner)]
  await accept(org, org.owner, grant(home, toMember(lead), 'manage'))
  const team = await newTeam(org, org.owner, home)
  expect(await attempt(org, await newMember(org), endTeam(team))).toBe('not-allowed')
  expect(await attempt(org, lead, endTeam(team))).toBe('accepted')
  await accept(org, org.owner, grant(client, toTeam(team), 'manage'))
  expect(await attempt(org, lead, endTeam(team)), 'the team manages what they do not stand above').toBe('not-allowed')
  expect(await attempt(org, org.owner, endTeam(newTeamId()))).toBe('unknown-team')
})

test('a team that alone manages a folder is not deleted', async () => {
  const org = await newOrg()
  const other = await newMember(org)
  const home = await newFolder(org, org.owner)
  const top = await newFolder(org, org.owner)
  const team = await newTeam(org, org.owner, home, [other])
  await accept(org, org.owner, grant(top, toTeam(team), 'manage'))
  await accept(org, org.owner, revoke(top, toMember(org.owner)))
  expect(await attempt(org, org.owner, endTeam(team))).toBe('last-manager')
})

test('S14: a folder is deleted with its grants by who stands above it, and nothing more can be done there', async () => {
  const org = await newOrg()
  const [lead, agent] = [await newMember(org), await newMember(org)]
  const top = await newFolder(org, org.owner)
  const child = await newFolder(org, org.owner, top)
  await accept(org, org.owner, grant(child, toMember(lead), 'manage'), grant(child, toMember(agent), 'edit'))
  expect(await attempt(org, lead, endFolder(child)), 'manages it, and stands not above').toBe('not-allowed')
  expect(await attempt(org, org.owner, endFolder(newFolderId()))).toBe('unknown-folder')
  const after = await accept(org, org.owner, endFolder(child))
  expect(has(after.folders, child)).toBe(false)
  expect(get(after.folders, top)?.children.count).toBe(0)
  expect(get(after.members, agent.id)?.grants.count).toBe(0)
  expect(levelOf(after, agent.id, child)).toBe(null)
  expect(await attempt(org, org.owner, grant(child, toMember(agent), 'read'))).toBe('unknown-folder')
  expect(await attempt(org, org.owner, remove(agent)), 'nothing of it is owed').toBe('accepted')
})

test('a folder that holds a folder, or a team, is not deleted; nor one that is closed, or personal', async () => {
  const org = await newOrg()
  const top = await newFolder(org, org.owner)
  const child = await newFolder(org, org.owner, top)
  const team = await newTeam(org, org.owner, child)
  expect(await attempt(org, org.owner, endFolder(top))).toBe('not-empty')
  expect(await attempt(org, org.owner, endFolder(child))).toBe('not-empty')
  expect(await attempt(org, org.owner, endTeam(team), endFolder(child), endFolder(top))).toBe('accepted')
  const closed = await newFolder(org, org.owner)
  await accept(org, org.owner, { act: 'folder closed', folder: closed })
  expect(await attempt(org, org.owner, endFolder(closed))).toBe('closed')
  const personal = { ...(await creation(org, null)), act: 'personal folder created' as const }
  await accept(org, org.owner, personal)
  expect(await attempt(org, org.owner, endFolder(personal.folder))).toBe('personal')
})

test('P5: a cut that is owed for a folder is owed no more once it is deleted, and none is taken', async () => {
  const org = await newOrg()
  const agent = await newMember(org)
  const folder = await newFolder(org, org.owner)
  await accept(org, org.owner, grant(folder, toMember(agent), 'edit'))
  const acts = [revoke(folder, toMember(agent)), endFolder(folder)]
  expect(await attempt(org, org.owner, ...acts)).toBe('accepted')
  expect(await attempt(org, org.owner, ...acts, cutOf(org, folder))).toBe('unknown-folder')
})

test('P5: nothing is written any more in a deleted folder, not even on a ledger from before', async () => {
  const org = await newOrg()
  const folder = await newFolder(org, org.owner)
  const before = org.state
  const { entry } = await signJournalEntry(org.owner.keys.sign, {
    org: before.org,
    folder,
    sequence: 1,
    previous: emptyJournal(before.org, folder).head.hash,
    time: before.time,
    author: org.owner.id,
    ledger: before.head,
    generation: 1,
    changes: [],
    snapshot: await someHash(),
  })
  const written = async () => {
    const result = await replayJournalEntry(emptyJournal(before.org, folder), entry, {
      at: () => before,
      now: org.state,
    })
    return result instanceof Refused ? result.code : 'accepted'
  }
  expect(await written(), 'all but its content is right').toBe('wrong-snapshot')
  await accept(org, org.owner, endFolder(folder))
  expect(await written()).toBe('unknown-folder')
})

test('S1: a cancelled invitation lets nobody in, and who may not invite so does not cancel', async () => {
  const org = await newOrg()
  const [admin, other] = [await newMember(org, 'admin'), await newMember(org, 'admin')]
  const outsider = await newMember(org)
  const expires = org.state.time + 1_000
  const [first, byOwner] = [await invitationFor('member', expires), await invitationFor('admin', expires)]
  await accept(org, admin, first.act)
  await accept(org, org.owner, byOwner.act)
  const end = (of: typeof first): Act => ({ act: 'invitation cancelled', invitation: of.act.invitation })
  expect(await attempt(org, outsider, end(first))).toBe('not-allowed')
  expect(await attempt(org, admin, end(byOwner)), 'an admin for the role of member alone').toBe('not-allowed')
  expect(await attempt(org, other, end(first))).toBe('accepted')
  const unknown: Act = { act: 'invitation cancelled', invitation: newInvitationId() }
  expect(await attempt(org, org.owner, unknown)).toBe('invitation-unknown')
  await accept(org, admin, end(first))
  expect(await attempt(org, admin, end(first))).toBe('nothing-to-do')
  const join = await joinOf(org.state.org, await newPerson(), first)
  expect(await attempt(org, org.owner, join)).toBe('invitation-cancelled')
  await accept(org, org.owner, await joinOf(org.state.org, await newPerson(), byOwner))
  expect(await attempt(org, org.owner, end(byOwner))).toBe('invitation-used')
})

test('who made an invitation cancels it, whatever their role is by then, and after it has expired', async () => {
  const org = await newOrg()
  const admin = await newMember(org, 'admin')
  const invitation = await invitationFor('member', org.state.time + 2)
  await accept(org, admin, invitation.act)
  await accept(org, org.owner, { act: 'member role set', member: admin.id, role: 'member' })
  await newFolder(org, org.owner)
  expect(org.state.time).toBeGreaterThan(invitation.act.expires)
  expect(await attempt(org, admin, { act: 'invitation cancelled', invitation: invitation.act.invitation })).toBe(
    'accepted',
  )
})

test('D3 S14: an auditor is in no team and is granted nothing', async () => {
  const org = await newOrg()
  const auditor = await newMember(org, 'auditor')
  const folder = await newFolder(org, org.owner)
  const team = await newTeam(org, org.owner, folder)
  expect(await attempt(org, org.owner, await teamCreation(org, folder, [org.owner, auditor]))).toBe('auditor')
  expect(await attempt(org, org.owner, setMembers(team, [auditor]))).toBe('auditor')
  expect(await attempt(org, org.owner, grant(folder, toMember(auditor), 'fill'))).toBe('auditor')
  const invitation = await invitationFor('auditor', org.state.time + 1_000)
  expect(await attempt(org, org.owner, { ...invitation.act, teams: [team] })).toBe('auditor')
  expect(await attempt(org, org.owner, invitation.act)).toBe('accepted')
  const personal = { ...(await creation(org, null)), act: 'personal folder created' as const }
  expect(await attempt(org, auditor, personal), 'what is theirs alone stays possible').toBe('accepted')
})

test('D3: who becomes an auditor is out of every team and grant before, or in the same entry', async () => {
  const org = await newOrg()
  const agent = await newMember(org)
  await accept(org, agent, { ...(await creation(org, null)), act: 'personal folder created' })
  const folder = await newFolder(org, org.owner)
  const team = await newTeam(org, org.owner, folder, [agent])
  await accept(org, org.owner, grant(folder, toMember(agent), 'read'))
  const becomes: Act = { act: 'member role set', member: agent.id, role: 'auditor' }
  const [leaves, loses] = [setMembers(team, [], [agent]), revoke(folder, toMember(agent))]
  for (const acts of [[becomes], [leaves, becomes], [loses, becomes]])
    expect(await attempt(org, org.owner, ...acts)).toBe('auditor')
  const after = await accept(org, org.owner, leaves, loses, becomes)
  expect(get(after.members, agent.id)?.role).toBe('auditor')
})
