import { expect, test } from 'vitest'
import { aaguidIn } from '../bytes/aaguid.ts'
import type { Policy } from '../ledger/acts.ts'
import { isSamePolicy, isWeaker } from './policy.ts'

const models = ['1', '2', '3'].flatMap((digit) => aaguidIn(`${digit.repeat(8)}-0000-0000-0000-000000000000`) ?? [])
const middle: Policy = {
  shiftHours: 2,
  keepDays: 30,
  unlockedHours: 8,
  withoutServerHours: 24,
  twoKeys: true,
  recovery: false,
  attested: true,
  managersInvite: false,
  plainExport: 'folder',
  forms: 'manage',
  authenticators: models.slice(0, 2),
}

const weaker: Partial<Policy>[] = [
  { shiftHours: 3 },
  { keepDays: 31 },
  { unlockedHours: 9 },
  { withoutServerHours: 25 },
  { twoKeys: false },
  { recovery: true },
  { managersInvite: true },
  { plainExport: 'bulk' },
  { forms: 'off' },
  { attested: false, authenticators: [] },
  { authenticators: models },
  { authenticators: [] },
  { authenticators: models.slice(1) },
  { shiftHours: 0, keepDays: 1, unlockedHours: 9 },
]

test.each(weaker)('S14: %o is weaker, whatever else it makes stricter', (change) => {
  expect(isWeaker(middle, { ...middle, ...change })).toBe(true)
})

const stricter: Partial<Policy>[] = [
  { shiftHours: 1 },
  { keepDays: 29 },
  { unlockedHours: 7 },
  { withoutServerHours: 23 },
  { plainExport: 'never' },
  { forms: 'always' },
  { authenticators: models.slice(0, 1) },
]

test.each(stricter)('%o is stricter: neither weaker nor the same', (change) => {
  expect(isWeaker(middle, { ...middle, ...change })).toBe(false)
  expect(isSamePolicy(middle, { ...middle, ...change })).toBe(false)
})

test('a policy is the same as its copy, and not weaker', () => {
  const copy = { ...middle, authenticators: [...middle.authenticators] }
  expect(isSamePolicy(middle, copy)).toBe(true)
  expect(isWeaker(middle, copy)).toBe(false)
})
