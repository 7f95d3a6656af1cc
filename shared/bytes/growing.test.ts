import { expect, test } from 'vitest'
import { Growing } from './growing.ts'

test('what is grown twice holds two branches, and stays as it was', () => {
  const one = Growing.of('a')
  const [left, right] = [one.grown('b'), one.grown('c')]
  const longer = left.grown('d')
  expect([one, left, right, longer].map((list) => [...list].join(''))).toEqual(['a', 'ab', 'ac', 'abd'])
  expect([one, left, right, longer].map(({ length, last }) => [length, last])).toEqual([
    [1, 'a'],
    [2, 'b'],
    [2, 'c'],
    [3, 'd'],
  ])
})

test('nothing is at a place outside, though a longer list has grown there', () => {
  const one = Growing.of('a')
  one.grown('b')
  expect([one.nth(-1), one.nth(0), one.nth(1), Growing.of().last]).toEqual([undefined, 'a', undefined, undefined])
})
