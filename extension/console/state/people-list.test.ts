import { expect, test } from 'vitest'
import { newMemberId, newTeamId } from '../../../shared/bytes/ids.ts'
import type { PersonView } from '../../messages/views.ts'
import { countParts, everybody, filterPeople, orderPeople } from './people-list.ts'

const DAY = 86_400_000
const now = Date.parse('2026-12-03')
const night = newTeamId()

const person = (name: string, role: PersonView['role'] = 'member', teams: PersonView['teams'] = []): PersonView => ({
  member: newMemberId(),
  name,
  email: null,
  role,
  removed: false,
  erased: false,
  teams,
  unseen: { teams: 0, folders: 0 },
  maySetProfile: false,
  mayErase: false,
  canTakeKeys: true,
})
const ana = person('Ana', 'owner')
const bao = person('Bao', 'member', [night])
const cem = person('Cem', 'member', [night])
const dia = person('Dia', 'admin')
const all = [ana, bao, cem, dia]
const use = new Map([
  [String(ana.member), { keys: 2, usedAt: now - DAY }],
  [String(bao.member), { keys: 1, usedAt: now - 40 * DAY }],
  [String(cem.member), { keys: 1, usedAt: null }],
])
const names = (people: readonly PersonView[]) => people.map(({ name }) => name).join(' ')
const filtered = (part: Partial<typeof everybody>, of: typeof use | null = use) =>
  names(filterPeople(all, { ...everybody, ...part }, of, now))

test('people are filtered by role, team, keys and last unlock', () => {
  expect(filtered({})).toBe('Ana Bao Cem Dia')
  expect(filtered({ role: 'admin' })).toBe('Dia')
  expect(filtered({ team: night })).toBe('Bao Cem')
  expect(filtered({ keys: 'one' })).toBe('Bao Cem')
  expect(filtered({ keys: 'none' })).toBe('Dia')
  expect(filtered({ unlock: '30' })).toBe('Bao Cem Dia')
  expect(filtered({ unlock: '90' })).toBe('Cem Dia')
  expect(filtered({ unlock: 'never', team: night })).toBe('Cem')
  expect(countParts({ ...everybody, unlock: 'never', team: night })).toBe(2)
})

test('where nothing is known of keys, nobody is left out for them', () => {
  expect(filtered({ keys: 'one', unlock: 'never' }, null)).toBe('Ana Bao Cem Dia')
})

test('people are ordered by each column, equals by name', () => {
  const ordered = (by: Parameters<typeof orderPeople>[1]['by'], backwards = false) =>
    names(orderPeople(all, { by, backwards }, use))
  expect(ordered('name', true)).toBe('Dia Cem Bao Ana')
  expect(ordered('role')).toBe('Ana Dia Bao Cem')
  expect(ordered('teams', true)).toBe('Bao Cem Ana Dia')
  expect(ordered('keys')).toBe('Dia Bao Cem Ana')
  expect(ordered('unlock')).toBe('Cem Dia Bao Ana')
})
