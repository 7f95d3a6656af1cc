import { expect, test } from 'vitest'
import { readPasswordRules } from './apple-rules.ts'
import { digit, lower, printable, special, upper } from './characters.ts'
import { noRules } from './rules.ts'

const all = (...sets: string[]) => [...new Set(sets.join(''))].sort().join('')

test('Apple’s published examples are read as Apple documents them', () => {
  expect(
    readPasswordRules('required: upper; required: lower; required: digit; max-consecutive: 2; minlength: 20;'),
  ).toEqual({
    ...noRules,
    required: [upper, lower, digit],
    allowed: all(upper, lower, digit),
    maxConsecutive: 2,
    min: 20,
  })
  expect(readPasswordRules('required: upper, lower; required: digit; allowed: [-().&@?\'#,/"+]; minlength: 8')).toEqual(
    {
      ...noRules,
      required: [all(upper, lower), digit],
      allowed: all(upper, lower, digit, '-().&@?\'#,/"+'),
      min: 8,
    },
  )
  expect(
    readPasswordRules('allowed: upper, lower, digit, [-]; maxlength: 16; maxlength: 12; minlength: 6; minlength: 8'),
  ).toMatchObject({ allowed: all(upper, lower, digit, '-'), max: 12, min: 8, required: [] })
  expect(readPasswordRules('max-consecutive: 3; max-consecutive: 2').maxConsecutive).toBe(2)
})

test('Without an allowed rule only the required characters are allowed; without either, there is no rule', () => {
  expect(readPasswordRules('required: lower').allowed).toBe(lower)
  expect(readPasswordRules('minlength: 12').allowed).toBeNull()
  expect(readPasswordRules('allowed: ascii-printable').allowed).toBe(printable)
  expect(readPasswordRules('allowed: unicode').allowed).toBe(printable)
  expect(readPasswordRules('allowed: special').allowed).toBe(special)
  expect(special).toHaveLength(31)
})

test('a set in brackets holds what separates rules, and a closing bracket at its end', () => {
  expect(readPasswordRules('required: [;,:]; minlength: 9')).toMatchObject({ required: [',:;'], min: 9 })
  expect(readPasswordRules('required: []]; minlength: 9')).toMatchObject({ required: [']'], min: 9 })
  expect(readPasswordRules('required: [a]]; minlength: 9')).toMatchObject({ required: [']a'], min: 9 })
  expect(readPasswordRules('required: [a-c]').required).toEqual(['ac'])
  expect(readPasswordRules('required: [é€a]').required).toEqual(['a'])
})

test('capitals and spaces do not matter, and what cannot be read is passed over', () => {
  expect(readPasswordRules('  REQUIRED :UPPER ;MinLength:10').required).toEqual([upper])
  expect(readPasswordRules('minlength: ten; required: emoji; colour: red; maxlength: 20')).toEqual({
    ...noRules,
    max: 20,
  })
  for (const text of [
    '',
    ';',
    ':',
    '[',
    'required: [',
    'required',
    ';;;:::',
    'max-consecutive: 0',
    'x'.repeat(100_000),
  ])
    expect(readPasswordRules(text)).toEqual(noRules)
})
