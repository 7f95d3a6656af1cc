import { expect, test } from 'vitest'
import {
  accept,
  grant,
  newFolder,
  newMember,
  newOrg,
  newTeam,
  rekeyFolder,
  remove,
  revoke,
  setMembers,
  toMember,
  toTeam,
} from '../ledger/testing/org.ts'
import type { Act } from '../ledger/acts.ts'
import { findKept } from './kept.ts'

/** Ana and Bo in a team that fills a folder and what is below it; Ana edits it by name. `keptBy` says who keeps what through some acts. */
async function setting() {
  const org = await newOrg()
  const { owner } = org
  const [ana, bo, cy] = [await newMember(org), await newMember(org), await newMember(org)]
  const top = await newFolder(org, owner)
  const child = await newFolder(org, owner, top)
  const home = await newFolder(org, owner)
  const team = await newTeam(org, owner, home, [ana, bo])
  await accept(org, owner, grant(top, toMember(ana), 'edit'))
  const people = new Map([
    [ana.id, 'ana'],
    [bo.id, 'bo'],
    [cy.id, 'cy'],
  ])
  const places = new Map([
    [top, 'top'],
    [child, 'child'],
  ])
  const keptBy = async (...acts: Act[]) => {
    const before = org.state
    await accept(org, owner, ...acts)
    return (
      findKept(before, org.state)
        // Who made the team is in it, manages everything, and is no matter here.
        .filter(({ member }) => member !== owner.id)
        .map(({ member, folder, way }) =>
          [people.get(member), places.get(folder), way.grant.to.kind, way.grant.level].join(' '),
        )
        .toSorted()
    )
  }
  return { org, ana, bo, cy, top, child, home, team, keptBy }
}

test('who has as much already is found for a grant, and nobody who gains by it', async () => {
  const { top, team, keptBy } = await setting()
  expect(await keptBy(grant(top, toTeam(team), 'fill'))).toEqual(['ana top member edit'])
})

test('for a grant that is taken: who keeps the level by another grant, or keeps a folder below', async () => {
  const { bo, top, child, team, keptBy } = await setting()
  await keptBy(grant(top, toTeam(team), 'fill'), grant(child, toMember(bo), 'fill'))
  expect(await keptBy(revoke(top, toTeam(team)))).toEqual(['ana top member edit', 'bo child member fill'])
})

test('a lower level counts as taken: who keeps the higher one by another grant is found', async () => {
  const { top, team, keptBy } = await setting()
  await keptBy(grant(top, toTeam(team), 'edit'))
  expect(await keptBy(grant(top, toTeam(team), 'read'))).toEqual(['ana top member edit'])
})

test('who comes into a team has it already by name, and not by the seat; who goes keeps it by name', async () => {
  const { cy, top, team, keptBy } = await setting()
  await keptBy(grant(top, toTeam(team), 'read'), grant(top, toMember(cy), 'read'))
  expect(await keptBy(setMembers(team, [cy]))).toEqual(['cy top member read'])
  expect(await keptBy(setMembers(team, [], [cy]))).toEqual(['cy top member read'])
})

test('who leaves the organisation keeps nothing, and nobody else is aimed at', async () => {
  const { ana, top, team, keptBy } = await setting()
  await keptBy(grant(top, toTeam(team), 'read'))
  expect(await keptBy(remove(ana))).toEqual([])
})

test('a folder that moves is kept by whoever has a grant on it, and not by who reached it from above', async () => {
  const { org, bo, child, home, keptBy } = await setting()
  await keptBy(grant(child, toMember(bo), 'fill'))
  const moved = { act: 'folder moved' as const, folder: child, parent: home }
  expect(await keptBy(moved, await rekeyFolder(org, child))).toEqual([])
  expect(findKept(org.state, org.state)).toEqual([])
})
