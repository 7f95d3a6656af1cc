/** What a removal leaves behind (P7, S10): stale folders and teams, their re-keying, and the cuts of journals. */
import { emptyTable, get, idsIn } from '../../bytes/table.ts'
import { expect, test } from 'vitest'
import { newFolderId, zero32 } from '../../bytes/ids.ts'
import type { FolderId } from '../../bytes/ids.ts'
import type { Act } from '../acts.ts'
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
  rekeyTeam,
  remove,
  revoke,
  setMembers,
  teamCreation,
  toMember,
  toTeam,
} from '../testing/org.ts'
import type { Org } from '../testing/org.ts'
import { newPerson, someHash } from '../testing/person.ts'

/** A top folder with a child and a grandchild, another top folder, and two people with nothing. */
async function house() {
  const org = await newOrg()
  const [leaver, other] = [await newMember(org), await newMember(org)]
  const top = await newFolder(org, org.owner)
  const child = await newFolder(org, org.owner, top)
  const grandchild = await newFolder(org, org.owner, child)
  const beside = await newFolder(org, org.owner)
  return { org, owner: org.owner, leaver, other, top, child, grandchild, beside }
}

const stale = ({ state }: Org, ...folders: FolderId[]) =>
  folders.map((folder) => get(state.folders, folder)?.staleSince !== null)

test('P7 S10: a removal makes stale what was granted to the person, and all below it, and nothing else', async () => {
  const { org, owner, leaver, top, child, grandchild, beside } = await house()
  await accept(org, owner, grant(child, toMember(leaver), 'fill'))
  const state = await accept(org, owner, remove(leaver))
  expect(stale(org, top, child, grandchild, beside)).toEqual([false, true, true, false])
  expect(get(state.folders, child)?.staleSince).toBe(state.head.sequence)
  expect(get(state.folders, child)?.grants.map(({ to }) => to.id)).toEqual([owner.id])
  expect(get(state.members, leaver.id)?.removedAt).toBe(state.head.sequence)
})

test('P7 S10: a folder taken from a team is stale with all below though everybody in the team keeps it: a newcomer to the team would hold its key', async () => {
  const { org, owner, leaver, other, top, child, grandchild, beside } = await house()
  const team = await newTeam(org, owner, beside, [leaver])
  await accept(org, owner, grant(child, toTeam(team), 'read'), grant(child, toMember(leaver), 'read'))
  expect(await attempt(org, owner, revoke(child, toTeam(team)))).toBe('cut-missing')
  await accept(org, owner, revoke(child, toTeam(team)))
  expect(stale(org, top, child, grandchild, beside)).toEqual([false, true, true, false])
  await accept(org, owner, setMembers(team, [other]))
  expect(stale(org, child, grandchild)).toEqual([true, true])
})

test('P7 S10: a removal makes stale the person’s teams, and what reached the person through them', async () => {
  const { org, owner, leaver, top, child, grandchild, beside } = await house()
  const [team, idle] = [await newTeam(org, owner, beside, [leaver]), await newTeam(org, owner, beside)]
  await accept(org, owner, grant(child, toTeam(team), 'read'))
  const state = await accept(org, owner, remove(leaver))
  expect(stale(org, top, child, grandchild, beside)).toEqual([false, true, true, false])
  expect([get(state.teams, team)?.staleSince, get(state.teams, idle)?.staleSince]).toEqual([state.head.sequence, null])
  expect(idsIn(get(state.teams, team)?.members ?? emptyTable)).toEqual([owner.id])
})

test('P7: who leaves a team but keeps a folder another way leaves it as it is, until that way ends too', async () => {
  const { org, owner, leaver, top, child, grandchild, beside } = await house()
  const team = await newTeam(org, owner, beside, [leaver])
  await accept(org, owner, grant(child, toTeam(team), 'read'), grant(top, toMember(leaver), 'fill'))
  await accept(org, owner, setMembers(team, [], [leaver]))
  expect(stale(org, top, child, grandchild)).toEqual([false, false, false])
  expect(get(org.state.teams, team)?.staleSince).not.toBeNull()
  await accept(org, owner, revoke(top, toMember(leaver)))
  expect(stale(org, top, child, grandchild, beside)).toEqual([true, true, true, false])
})

test('P7: of two who leave a team, what only the one had by name stays as it is: neither lost it', async () => {
  const { org, owner, leaver, other, child, beside } = await house()
  const team = await newTeam(org, owner, beside, [leaver, other])
  await accept(org, owner, grant(child, toMember(leaver), 'read'))
  await accept(org, owner, setMembers(team, [], [leaver, other]))
  expect(stale(org, child)).toEqual([false])
})

test('P7: in a folder that nobody manages any more a reader still loses what they had', async () => {
  const { org, owner, leaver, other, beside } = await house()
  const orphan = await newFolder(org, owner)
  const team = await newTeam(org, owner, beside, [other])
  await accept(org, owner, grant(orphan, toTeam(team), 'read'), grant(orphan, toMember(leaver), 'manage'))
  await accept(org, owner, revoke(orphan, toMember(owner)))
  await accept(org, await newAdmin(org), remove(leaver))
  await accept(org, owner, setMembers(team, [], [other]))
  expect(stale(org, orphan)).toEqual([true])
})

const newAdmin = (org: Org) => newMember(org, 'admin')

test('P7: revoking above spares a folder below that the person has by name', async () => {
  const { org, owner, leaver, top, child, grandchild } = await house()
  await accept(org, owner, grant(top, toMember(leaver), 'edit'), grant(grandchild, toMember(leaver), 'read'))
  await accept(org, owner, revoke(top, toMember(leaver)))
  expect(stale(org, top, child, grandchild)).toEqual([true, true, false])
})

test('P7: no detour within one entry takes access away unnoticed', async () => {
  const { org, owner, leaver, other, child, beside } = await house()
  const team = await newTeam(org, owner, beside)
  await accept(org, owner, grant(child, toMember(leaver), 'read'), grant(child, toTeam(team), 'read'))
  const detour = [
    setMembers(team, [leaver, other]),
    revoke(child, toMember(leaver)),
    setMembers(team, [], [leaver, other]),
  ]
  const state = await accept(org, owner, ...detour)
  expect(stale(org, child)).toEqual([true])
  expect(get(state.teams, team)?.staleSince).toBe(state.head.sequence)
})

test('lowering a level leaves the key where it is: not stale, and cut only where writing ends', async () => {
  const { org, owner, leaver, top, child } = await house()
  await accept(org, owner, grant(top, toMember(leaver), 'edit'), grant(child, toMember(leaver), 'manage'))
  const lower = grant(top, toMember(leaver), 'read')
  expect(await attempt(org, owner, lower)).toBe('cut-missing')
  const state = await accept(org, owner, lower)
  expect(stale(org, top, child)).toEqual([false, false])
  expect([get(state.folders, top)?.cuts.length, get(state.folders, child)?.cuts.length]).toEqual([1, 0])
  expect(await attempt(org, owner, grant(top, toMember(leaver), 'fill'))).toBe('accepted')
  expect(await attempt(org, owner, grant(top, toMember(leaver), 'edit'))).toBe('accepted')
})

test('P7: a stale folder takes no child, no name, no team and no grant until it is re-keyed', async () => {
  const { org, owner, leaver, other, child } = await house()
  await accept(org, owner, grant(child, toMember(leaver), 'read'), grant(child, toMember(other), 'read'))
  await accept(org, owner, remove(leaver))
  const name: Act = { act: 'folder described', folder: child, revision: 2, description: await someHash() }
  const acts = [
    await creation(org, child),
    name,
    await teamCreation(org, child, [owner]),
    grant(child, toMember(other), 'edit'),
  ]
  for (const act of acts) expect(await attempt(org, owner, act)).toBe('stale')
  expect(await attempt(org, owner, revoke(child, toMember(other)))).toBe('cut-missing')
  await accept(org, owner, await rekeyFolder(org, child))
  expect(stale(org, child)).toEqual([false])
  for (const act of acts) expect(await attempt(org, owner, act)).toBe('accepted')
})

test('a folder is re-keyed by who manages it, one generation at a time, with a new key', async () => {
  const { org, owner, other, child } = await house()
  await accept(org, owner, grant(child, toMember(other), 'edit'))
  const rekey = await rekeyFolder(org, child)
  const cut = cutOf(org, child)
  expect(await attempt(org, owner, rekey, cut)).toBe('accepted')
  expect(await attempt(org, other, rekey, cut)).toBe('not-allowed')
  for (const generation of [0, 1, 3])
    expect(await attempt(org, owner, { ...rekey, generation })).toBe('wrong-generation')
  expect(await attempt(org, owner, { ...rekey, folder: newFolderId() })).toBe('unknown-folder')
  const receive = get(org.state.folders, child)?.generations.nth(0)?.receive ?? zero32
  expect(await attempt(org, owner, { ...rekey, receive })).toBe('nothing-to-do')
  const state = await accept(org, owner, rekey)
  expect(get(state.folders, child)?.generations.nth(1)).toMatchObject({
    receive: rekey.receive,
    since: state.head.sequence,
  })
})

test('P7 S10: parents are re-keyed before children, teams before what they are granted', async () => {
  const { org, owner, leaver, top, child, beside } = await house()
  const team = await newTeam(org, owner, beside, [leaver])
  await accept(org, owner, grant(top, toTeam(team), 'read'))
  await accept(org, owner, remove(leaver))
  const [rekeyTop, rekeyChild] = [await rekeyFolder(org, top), await rekeyFolder(org, child)]
  const cuts = [cutOf(org, top), cutOf(org, child)]
  expect(await attempt(org, owner, rekeyTop, ...cuts)).toBe('stale')
  expect(await attempt(org, owner, rekeyChild, ...cuts)).toBe('stale')
  const seed = await rekeyTeam(org, team)
  expect(await attempt(org, owner, seed, rekeyChild, rekeyTop, ...cuts)).toBe('stale')
  expect(await attempt(org, owner, seed, rekeyTop, rekeyChild, ...cuts)).toBe('accepted')
})

test('P7: an act after the re-key in the same entry makes stale again', async () => {
  const { org, owner, leaver, child } = await house()
  await accept(org, owner, grant(child, toMember(leaver), 'read'))
  const [rekey, cut] = [await rekeyFolder(org, child), cutOf(org, child)]
  expect(await attempt(org, owner, remove(leaver), rekey)).toBe('cut-missing')
  expect(await attempt(org, owner, rekey, cut, remove(leaver))).toBe('cut-missing')
  await accept(org, owner, rekey, remove(leaver))
  expect(stale(org, child)).toEqual([true])
})

test('P5 S14: an act that ends a write right owes one cut for each folder, no more, none elsewhere', async () => {
  const { org, owner, leaver, child, grandchild, beside } = await house()
  await accept(org, owner, grant(child, toMember(leaver), 'edit'))
  const gone = remove(leaver)
  const [one, two] = [cutOf(org, child), cutOf(org, grandchild)]
  expect(await attempt(org, owner, gone)).toBe('cut-missing')
  expect(await attempt(org, owner, gone, one)).toBe('cut-missing')
  expect(await attempt(org, owner, gone, one, two)).toBe('accepted')
  expect(await attempt(org, owner, one, two, gone)).toBe('cut-unasked')
  expect(await attempt(org, owner, gone, one, one, two)).toBe('cut-unasked')
  expect(await attempt(org, owner, gone, one, two, cutOf(org, beside))).toBe('cut-unasked')
  expect(await attempt(org, owner, cutOf(org, child))).toBe('cut-unasked')
  expect(await attempt(org, owner, gone, cutOf(org, newFolderId()))).toBe('unknown-folder')
})

test('H3 S14 P7: whatever a cut has said, everybody can be removed; two owners put another in its place', async () => {
  const { org, owner, leaver, other, grandchild } = await house()
  await accept(org, owner, grant(grandchild, toMember(leaver), 'edit'), grant(grandchild, toMember(other), 'read'))
  const cut = (sequence: number, head = zero32): Act => ({ act: 'journal cut', folder: grandchild, sequence, head })
  org.journals.set(grandchild, { sequence: Number.MAX_SAFE_INTEGER, hash: await someHash() })
  await accept(org, owner, revoke(grandchild, toMember(leaver)))
  for (const at of [cut(5), cut(0), cut(Number.MAX_SAFE_INTEGER, await someHash())]) {
    expect(await attempt(org, owner, remove(other), at)).toBe('accepted')
    expect(await attempt(org, owner, revoke(grandchild, toMember(other)), at)).toBe('accepted')
  }
  const anchor: Act = { act: 'journal anchored', folder: grandchild, sequence: 5, head: await someHash() }
  expect(await attempt(org, other, anchor)).toBe('not-allowed')
  expect(await attempt(org, owner, { ...anchor, folder: newFolderId() })).toBe('unknown-folder')
  const state = await accept(org, owner, anchor)
  const { sequence, head } = anchor
  expect([...(get(state.folders, grandchild)?.cuts ?? [])]).toMatchObject([
    { ledger: state.head.sequence, sequence, head },
  ])
})

test('an admin who sees no folder removes a member, and everything of theirs waits for its managers', async () => {
  const { org, owner, leaver, child, beside } = await house()
  const admin = await newMember(org, 'admin')
  const team = await newTeam(org, owner, beside, [leaver])
  await accept(org, owner, grant(child, toMember(leaver), 'edit'))
  await accept(org, admin, remove(leaver))
  expect(stale(org, child)).toEqual([true])
  expect(await attempt(org, admin, await rekeyFolder(org, child), cutOf(org, child))).toBe('not-allowed')
  expect(await attempt(org, admin, await rekeyTeam(org, team))).toBe('not-allowed')
  expect(await attempt(org, owner, await rekeyFolder(org, child), cutOf(org, child))).toBe('accepted')
})

test('who was never in has nothing to lose: a stranger’s removal is refused before anything is stale', async () => {
  const { org, owner } = await house()
  expect(await attempt(org, owner, remove(await newPerson()))).toBe('not-a-member')
})
