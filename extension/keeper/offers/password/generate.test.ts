import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Failure } from '../../../../shared/bytes/failure.ts'
import type { FieldRules } from '../../../messages/new-password.ts'
import { digit, lower, printable, special, upper } from './characters.ts'
import { generate, usualWish } from './generate.ts'
import { generateFor } from './page-rules.ts'
import { noRules, type PasswordRules } from './rules.ts'

const field: FieldRules = { passwordrules: '', minlength: null, maxlength: null, pattern: '' }
const has = (password: string, set: string) => [...password].some((letter) => set.includes(letter))
const codeOf = (work: () => unknown) => {
  try {
    work()
    return null
  } catch (error) {
    return error instanceof Failure ? error.code : error
  }
}

/** Written down once more, and otherwise: what the rules mean. */
function meets(password: string, { min, max, required, allowed, maxConsecutive }: PasswordRules): boolean {
  const runs = password.match(/(.)\1*/gs) ?? []
  return (
    password.length >= min &&
    password.length <= (max ?? Infinity) &&
    required.every((set) => has(password, set)) &&
    [...password].every((letter) => (allowed ?? printable).includes(letter) || required.join('').includes(letter)) &&
    runs.every((run) => run.length <= (maxConsecutive ?? Infinity))
  )
}

test('Without rules: 20 characters of every kind, without look-alikes', () => {
  const many = Array.from({ length: 300 }, () => generate(noRules))
  expect(new Set(many.map(({ password }) => password)).size).toBe(300)
  for (const { password, isShort } of many) {
    expect(password).toMatch(/^[A-HJ-NP-Za-km-np-z2-9!#%+:=?@_*-]{20}$/)
    expect([upper, lower, digit, special].map((set) => has(password, set))).toEqual([true, true, true, true])
    expect(isShort).toBe(false)
  }
})

test('Whatever the rules, a password meets them, or none is made', () => {
  const set = fc.constantFrom(upper, lower, digit, special, '!', '~é'.slice(0, 1), '01', 'lI1O0', ' ', '-_.')
  const rules: fc.Arbitrary<PasswordRules> = fc.record({
    min: fc.nat({ max: 40 }),
    max: fc.option(fc.nat({ max: 60 })),
    required: fc.uniqueArray(set, { maxLength: 5 }),
    wanted: fc.array(set, { maxLength: 5 }),
    allowed: fc.option(set),
    maxConsecutive: fc.option(fc.integer({ min: 1, max: 3 })),
  })
  let made = 0
  fc.assert(
    fc.property(rules, (one) => {
      const failed = codeOf(() => {
        const { password } = generate(one)
        made += 1
        if (!meets(password, one)) throw new Error(password)
      })
      return failed === null || failed === 'page-rules'
    }),
    { numRuns: 1_000 },
  )
  expect(made).toBeGreaterThan(400)
})

test('If the rules can be met, a password is made every time', () => {
  const possible: Partial<PasswordRules>[] = [
    { min: 64 },
    { max: 8 },
    { max: 4, required: [upper, lower, digit, special] },
    { allowed: digit },
    { allowed: 'ab', max: 16 },
    { required: ['~', '^', '`', '|', '{'], max: 8 },
    { required: ['0'], allowed: digit, maxConsecutive: 1 },
    { maxConsecutive: 1, min: 100 },
  ]
  for (const one of possible)
    for (let time = 0; time < 200; time += 1) {
      const rules = { ...noRules, ...one }
      expect(meets(generate(rules).password, rules)).toBe(true)
    }
})

test('If the rules cannot be met, it fails with page-rules', () => {
  for (const one of [{ min: 9, max: 8 }, { max: 0 }, { max: 2, required: [upper, lower, digit] }, { min: 300 }])
    expect(codeOf(() => generate({ ...noRules, ...one }))).toBe('page-rules')
  expect(codeOf(() => generate(noRules, usualWish, () => false))).toBe('page-rules')
  expect(codeOf(() => generate(noRules, usualWish, () => null))).toBe('page-rules')
})

test('A password is longer where few characters are allowed, and marked as short where the page allows too little', () => {
  expect(generate({ ...noRules, allowed: digit })).toMatchObject({ isShort: false })
  expect(generate({ ...noRules, allowed: digit }).password.length).toBeGreaterThanOrEqual(22)
  expect(generate({ ...noRules, max: 8 })).toMatchObject({ isShort: true })
  expect(generate({ ...noRules, allowed: digit, max: 20 })).toMatchObject({ isShort: true })
  expect(generate({ ...noRules, max: 14 })).toMatchObject({ isShort: false })
})

test('the attributes of both fields are met together', () => {
  for (let time = 0; time < 200; time += 1) {
    const { password } = generateFor([
      { ...field, passwordrules: 'required: lower; required: [~]', maxlength: 30 },
      { ...field, minlength: 25, pattern: '[a-z~]+' },
    ])
    expect(password).toMatch(/^(?=.*~)(?=.*[a-z])[a-z~]{25,30}$/)
  }
})

test('A password matches the page’s pattern', () => {
  for (const pattern of [
    '(?=.*\\d)(?=.*[a-z])(?=.*[A-Z]).{8,}',
    '^(?=.*[A-Za-z])(?=.*\\d)(?=.*[@$!%*#?&])[A-Za-z\\d@$!%*#?&]{8,16}$',
    '(?=^.{8,12}$)(?=.*\\d)(?![.\\n])(?=.*[A-Z])(?=.*[a-z]).*$',
    '^[a-zA-Z]\\w{3,14}$',
    '\\d{6}',
    '[A-Za-z0-9]{6,12}',
    '(?=(?:.*\\d){3})(?=(?:.*[^A-Za-z0-9\\s]){2}).{10,20}',
    '(?!.*\\s)[\\x21-\\x7e]{32}',
    '(?=.*[A-Z])(?!.*(.)\\1{2,})[A-Za-z0-9]{8,32}',
  ])
    for (let time = 0; time < 50; time += 1)
      expect(generateFor([{ ...field, pattern }]).password).toMatch(new RegExp(`^(?:${pattern})$`, 'v'))
})

test('a pattern that no browser takes asks for nothing, and one that we do not read is not guessed at', () => {
  expect(generateFor([{ ...field, pattern: '[a-' }]).password).toHaveLength(20)
  expect(codeOf(() => generateFor([{ ...field, pattern: `${'.?'.repeat(600)}[a-` }]))).toBe('page-rules')
  expect(codeOf(() => generateFor([{ ...field, pattern: '(a)(b)\\2' }]))).toBe('page-rules')
  expect(codeOf(() => generateFor([{ ...field, pattern: '(([a-z]+)+)+[^\\s\\S]' }]))).toBe('page-rules')
})
