import { expect, test } from 'vitest'
import { moveActive, windowOf } from './list-keys.ts'

test('the arrows stop at the ends, pages land on them, and from nowhere down is the first row', () => {
  expect(moveActive('ArrowDown', -1, 3, 10)).toBe(0)
  expect(moveActive('ArrowUp', 0, 3, 10)).toBe(0)
  expect(moveActive('ArrowDown', 2, 3, 10)).toBe(2)
  expect(moveActive('PageDown', 0, 100, 10)).toBe(10)
  expect(moveActive('PageUp', 3, 100, 10)).toBe(0)
  expect(moveActive('End', 0, 100, 10)).toBe(99)
})

test('an empty list and a key of somebody else move nothing', () => {
  expect(moveActive('ArrowDown', -1, 0, 10)).toBeNull()
  expect(moveActive('Enter', 1, 3, 10)).toBeNull()
})

test('of ten thousand rows only those in sight are drawn', () => {
  expect(windowOf(0, 480, 48, 10_000)).toEqual([0, 16])
  expect(windowOf(48_000, 480, 48, 10_000)).toEqual([994, 1016])
  expect(windowOf(480_000, 480, 48, 10_000)).toEqual([9994, 10_000])
  expect(windowOf(0, 480, 48, 2)).toEqual([0, 2])
})
