import { expect, test } from 'vitest'
import { newFolderId, newMemberId, newTeamId } from '../../../shared/bytes/ids.ts'
import { orderTeams, type TeamColumn, type TeamRow } from './team-list.ts'

const row = (name: string, people: number, folders: number, home: string | null): TeamRow => ({
  team: {
    team: newTeamId(),
    name,
    home: newFolderId(),
    members: Array.from({ length: people }, newMemberId),
    stale: false,
    unseenFolders: 0,
  } as unknown as TeamRow['team'],
  name,
  folders,
  more: false,
  home,
})
const all = [row('Équipe 2', 3, 1, 'Pôle'), row('Équipe 10', 12, 0, null), row('Nuit', 5, 7, 'Atelier')]
const ordered = (by: TeamColumn, backwards = false) =>
  orderTeams(all, { by, backwards })
    .map(({ name }) => name)
    .join(', ')

test('teams are ordered by each column, and numbers by size', () => {
  expect(ordered('name')).toBe('Équipe 2, Équipe 10, Nuit')
  expect(ordered('name', true)).toBe('Nuit, Équipe 10, Équipe 2')
  expect(ordered('people')).toBe('Équipe 2, Nuit, Équipe 10')
  expect(ordered('folders', true)).toBe('Nuit, Équipe 2, Équipe 10')
})

test('a team whose home this person cannot name comes last, either way', () => {
  expect(ordered('home')).toBe('Nuit, Équipe 2, Équipe 10')
  expect(ordered('home', true)).toBe('Équipe 2, Nuit, Équipe 10')
})
