import { expect, test } from 'vitest'
import { newFolderId, newMemberId, newTeamId } from '../../../shared/bytes/ids.ts'
import type { Review } from '../../messages/review-view.ts'
import { enumerate, sayChanges, sayReview } from './say-changes.ts'

const [ana, bo, cy] = [newMemberId(), newMemberId(), newMemberId()]
const nothing: Review = {
  gains: [],
  loses: [],
  keeps: [],
  ways: [],
  stops: [],
  teamOf: null,
  rekeys: { teams: 0, folders: 0 },
  needsSecondOwner: false,
  passwordsToChange: [],
  orphans: [],
  personal: { kept: 0, lost: 0 },
}

test('each person counts once, however many lines they have, and those without a name are counted and not dropped', () => {
  const all = [
    { member: bo, who: 'Bo' },
    { member: ana, who: 'Ana' },
    { member: ana, who: 'Ana' },
    { member: cy, who: null },
  ]
  const said = sayChanges(all, () => 'Fill')
  expect(said.people).toBe(3)
  expect(said.unnamed).toBe(1)
  expect(said.lines.map(({ who }) => who)).toEqual(['Ana', 'Ana', 'Bo'])
  expect(new Set(said.lines.map(({ id }) => id)).size).toBe(3)
})

test('many folders are named in part and counted in whole', () => {
  const names = [...Array.from({ length: 14 }, (_, at) => `F${String(at)}`), null, null]
  expect(enumerate(names)).toMatch(/^F0, .*F11, 2 more folders, 2 folders that you do not see$/)
  expect(enumerate(['F0'], 245)).toBe('F0, 245 folders below')
})

test('what stays is said as kept where an act takes, and as there already where it gives', () => {
  const folder = newFolderId()
  const way = {
    level: 'edit' as const,
    on: folder,
    folder: 'Banque',
    to: { kind: 'member' as const, id: ana },
    team: null,
    people: 1,
    starts: null,
    ends: null,
  }
  const review = { ...nothing, ways: [way], keeps: [{ member: ana, who: 'Ana', way: 0, folders: ['Banque'] }] }
  const to = { kind: 'team' as const, id: newTeamId() }
  const given = sayReview({ do: 'grant', folder, to, level: 'fill' }, review)
  expect(given.keeps?.title).toBe('1 person has this already')
  expect(given.keeps?.who.lines[0]?.what).toBe('Edit, by a grant by name on Banque')
  const taken = sayReview({ do: 'revoke', folder, to }, review)
  expect(taken.keeps?.title).toBe('1 person keeps access another way')
  expect(sayReview({ do: 'revoke', folder, to }, nothing).keeps).toBe(null)
})
