import { expect, test } from 'vitest'
import { pickRange, togglePick } from './pick-rows.ts'

const ids = ['a', 'b', 'c', 'd', 'e']

test('a row is picked and let go', () => {
  const one = togglePick(new Set(), 'b')
  expect([...one]).toEqual(['b'])
  expect([...togglePick(one, 'b')]).toEqual([])
})

test('a range goes both ways, keeps what was picked, and needs rows that are there', () => {
  expect([...pickRange(new Set(['e']), ids, 'b', 'd')].sort()).toEqual(['b', 'c', 'd', 'e'])
  expect([...pickRange(new Set(), ids, 'd', 'b')]).toEqual(['b', 'c', 'd'])
  expect([...pickRange(new Set(), ids, null, 'c')]).toEqual(['c'])
  expect([...pickRange(new Set(['a']), ids, 'gone', 'c')]).toEqual(['a'])
})
