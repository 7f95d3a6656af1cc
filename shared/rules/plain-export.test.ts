import { expect, test } from 'vitest'
import { allowsMoreInClear, mayExportInClear, plainExports } from './plain-export.ts'

test('S14: a file in clear holds nothing, one folder, or many, as the policy says', () => {
  const allowed = plainExports.map((policy) => [1, 2, 2_000].map((folders) => mayExportInClear(policy, folders)))
  expect(allowed).toEqual([
    [false, false, false],
    [true, false, false],
    [true, true, true],
  ])
})

test('S14: each step lets more out than the one before it, and no step more than itself', () => {
  const more = plainExports.map((before) => plainExports.map((after) => allowsMoreInClear(before, after)))
  expect(more).toEqual([
    [false, true, true],
    [false, false, true],
    [false, false, false],
  ])
})
