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
} from '../ledger/testing/org.ts'
import { revoke, setMembers, toMember, toTeam } from '../ledger/testing/org.ts'
import type { FolderId } from '../bytes/ids.ts'
import { emptyBook, lossesThatStand, successors, withLosses } from './losses.ts'

const org = await newOrg()
const { owner } = org
const [paul, lea, nora] = [await newMember(org), await newMember(org), await newMember(org)]
const home = await newFolder(org, owner)
const client = await newFolder(org, owner)
const below = await newFolder(org, owner, client)
const team = await newTeam(org, owner, home, [paul, lea])
await accept(org, owner, grant(client, toTeam(team), 'fill'), grant(below, toMember(nora), 'edit'))

const all = () => withLosses(emptyBook, null, org.states)
const standing = (folder: FolderId) =>
  lossesThatStand(org.state, all().byFolder.get(folder) ?? [], folder, successors(org.state)).map(({ at, members }) => [
    at,
    [...members].sort(),
  ])
const at = () => org.state.head.sequence

test('a seat taken is a loss in each folder of the team, and none once the person has it again', async () => {
  expect([standing(client), standing(below)]).toEqual([[], []])
  await accept(org, owner, setMembers(team, [], [paul]), await rekeyTeam(org, team), await rekeyFolder(org, client))
  const taken = at()
  expect([standing(client), standing(below)]).toEqual([[[taken, [paul.id]]], [[taken, [paul.id]]]])
  await accept(org, owner, await rekeyFolder(org, below))
  await accept(org, owner, setMembers(team, [paul]))
  expect([standing(client), standing(below)]).toEqual([[], []])
})

test('a lower level is no loss, a revoked grant is one in that folder alone', async () => {
  await accept(org, owner, grant(below, toMember(nora), 'fill'))
  expect(standing(below)).toEqual([])
  await accept(org, owner, revoke(below, toMember(nora)), await rekeyFolder(org, below))
  expect([standing(client), standing(below)]).toEqual([[], [[at(), [nora.id]]]])
})

test('a removal is a loss wherever the person had access; a deleted team, of all in it together', async () => {
  await accept(org, owner, remove(lea), await rekeyTeam(org, team), await rekeyFolder(org, client))
  const removed = at()
  expect(standing(client)).toEqual([[removed, [lea.id]]])
  await accept(org, owner, await rekeyFolder(org, below))
  await accept(org, owner, { act: 'team deleted', team }, await rekeyFolder(org, client))
  // Paul's seat taken long ago counts again: he has no way in now.
  expect(standing(client).slice(1)).toEqual([
    [removed, [lea.id]],
    [at(), [paul.id]],
  ])
})

test('the book read on from the middle is the same as the one read from the start', () => {
  const half = Math.floor(org.states.length / 2)
  const begun = withLosses(emptyBook, null, org.states.slice(0, half))
  expect(withLosses(begun, org.states[half - 1] ?? null, org.states.slice(half))).toEqual(all())
})
