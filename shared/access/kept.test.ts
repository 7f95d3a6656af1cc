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
import { findKept } from './kept.ts'
import type { LedgerState } from '../ledger/replay/state.ts'

const org = await newOrg()
const { owner } = org
const [ana, bo, cy] = [await newMember(org), await newMember(org), await newMember(org)]
const top = await newFolder(org, owner)
const child = await newFolder(org, owner, top)
const home = await newFolder(org, owner)
const team = await newTeam(org, owner, home, [ana, bo])
const names = new Map([
  [ana.id, 'ana'],
  [bo.id, 'bo'],
  [cy.id, 'cy'],
])
const places = new Map([
  [top, 'top'],
  [child, 'child'],
  [home, 'home'],
])
const kept = (before: LedgerState, after = org.state) =>
  findKept(before, after)
    // The owner manages all of it, and made the team: in it, and never touched.
    .filter(({ member }) => member !== owner.id)
    .map(({ member, folder, way }) => `${names.get(member) ?? ''} ${places.get(folder) ?? ''}: ${way.grant.level}`)
    .toSorted()

test('who has as much already is found for a grant, and nobody who gains by it', async () => {
  await accept(org, owner, grant(top, toMember(ana), 'edit'))
  const before = org.state
  await accept(org, owner, grant(top, toTeam(team), 'fill'))
  expect(kept(before)).toEqual(['ana top: edit'])
})

test('for a grant that is taken: who keeps the level by another grant, or keeps a folder below', async () => {
  await accept(org, owner, grant(child, toMember(bo), 'fill'))
  const before = org.state
  await accept(org, owner, revoke(top, toTeam(team)))
  expect(kept(before)).toEqual(['ana top: edit', 'bo child: fill'])
  await accept(org, owner, grant(top, toTeam(team), 'fill'))
})

test('a lower level counts as taken: who keeps the higher one by another grant is found', async () => {
  await accept(org, owner, grant(top, toTeam(team), 'edit'))
  const before = org.state
  await accept(org, owner, grant(top, toTeam(team), 'read'))
  expect(kept(before)).toEqual(['ana top: edit'])
})

test('a seat in a team: who comes has it already by name, who goes keeps it by name, who leaves keeps nothing', async () => {
  await accept(org, owner, grant(top, toMember(cy), 'read'))
  let before = org.state
  await accept(org, owner, setMembers(team, [cy]))
  expect(kept(before)).toEqual(['cy top: read'])
  before = org.state
  await accept(org, owner, setMembers(team, [], [cy]))
  expect(kept(before)).toEqual(['cy top: read'])
  before = org.state
  await accept(org, owner, remove(cy))
  expect(kept(before)).toEqual([])
})

test('a folder that moves is kept by whoever has a grant on it', async () => {
  const before = org.state
  await accept(org, owner, { act: 'folder moved', folder: child, parent: home }, await rekeyFolder(org, child))
  expect(kept(before)).not.toContain('ana child: edit')
  expect(findKept(org.state, org.state)).toEqual([])
})
