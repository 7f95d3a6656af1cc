import { expect, test } from 'vitest'
import { codeAt } from './totp.ts'

// RFC 6238, appendix B: the same digits again and again, as many as the hash is long.
const seeds = {
  SHA1: '12345678901234567890',
  SHA256: '12345678901234567890123456789012',
  SHA512: '1234567890123456789012345678901234567890123456789012345678901234',
} as const
const seed = (algorithm: keyof typeof seeds, digits = 8, period = 30) => ({
  algorithm,
  digits,
  period,
  secret: new TextEncoder().encode(seeds[algorithm]),
})

test.each([
  [59, 'SHA1', '94287082'],
  [59, 'SHA256', '46119246'],
  [59, 'SHA512', '90693936'],
  [1111111109, 'SHA1', '07081804'],
  [1111111109, 'SHA256', '68084774'],
  [1111111109, 'SHA512', '25091201'],
  [1111111111, 'SHA1', '14050471'],
  [1111111111, 'SHA256', '67062674'],
  [1111111111, 'SHA512', '99943326'],
  [1234567890, 'SHA1', '89005924'],
  [1234567890, 'SHA256', '91819424'],
  [1234567890, 'SHA512', '93441116'],
  [2000000000, 'SHA1', '69279037'],
  [2000000000, 'SHA256', '90698825'],
  [2000000000, 'SHA512', '38618901'],
  [20000000000, 'SHA1', '65353130'],
  [20000000000, 'SHA256', '77737706'],
  [20000000000, 'SHA512', '47863826'],
] as const)('RFC 6238 appendix B: at %d s the code by %s is %s', (seconds, algorithm, code) => {
  expect(codeAt(seed(algorithm), seconds * 1_000).code).toBe(code)
})

test('six digits are the last six, with the zeros before them', () => {
  expect(codeAt(seed('SHA1', 6), 1111111109_000).code).toBe('081804')
  expect(codeAt(seed('SHA1', 7), 1111111109_000).code).toBe('7081804')
})

test('a code lasts to the end of its period', () => {
  expect(codeAt(seed('SHA1'), 59_999)).toEqual({ code: '94287082', until: 60_000 })
  expect(codeAt(seed('SHA1'), 60_000).until).toBe(90_000)
  expect(codeAt(seed('SHA1', 8, 60), 59_999).code).toBe(codeAt(seed('SHA1', 8, 60), 0).code)
})
