import { expect, test } from 'vitest'
import { moveActive, windowOf } from './list-keys.ts'

test('arrows stop at the ends, page keys stop there too, and without an active row Down goes to the first', () => {
  expect(moveActive('ArrowDown', -1, 3, 10)).toBe(0)
  expect(moveActive('ArrowUp', 0, 3, 10)).toBe(0)
  expect(moveActive('ArrowDown', 2, 3, 10)).toBe(2)
  expect(moveActive('PageDown', 0, 100, 10)).toBe(10)
  expect(moveActive('PageUp', 3, 100, 10)).toBe(0)
  expect(moveActive('End', 0, 100, 10)).toBe(99)
})

test('an empty list does not move, nor does a list at any other key', () => {
  expect(moveActive('ArrowDown', -1, 0, 10)).toBeNull()
  expect(moveActive('Enter', 1, 3, 10)).toBeNull()
})

test('of ten thousand rows only the visible ones are drawn', () => {
  expect(windowOf(0, 480, 48, 10_000)).toEqual([0, 16])
  expect(windowOf(48_000, 480, 48, 10_000)).toEqual([994, 1016])
  expect(windowOf(480_000, 480, 48, 10_000)).toEqual([9994, 10_000])
  expect(windowOf(0, 480, 48, 2)).toEqual([0, 2])
})
