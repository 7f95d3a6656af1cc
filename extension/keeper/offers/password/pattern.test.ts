import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchesPattern } from './match.ts'
import { isPattern, readPattern } from './pattern.ts'

const takes = (pattern: string, text: string) => {
  const read = readPattern(pattern)
  return read === null ? 'not read' : matchesPattern(read, text)
}
/**
 * Answers as a browser does; used only for patterns that we wrote ourselves. With the flag `u`, which gives the same for these: with `v`,
 * Node 20 wrongly matches `aa` with `(?:[^a]a)+`.
 */
const browser = (pattern: string, text: string) => new RegExp(`^(?:${pattern})$`, 'u').test(text)

const USUAL = [
  '(?=.*\\d)(?=.*[a-z])(?=.*[A-Z]).{8,}',
  '^(?=.*[A-Za-z])(?=.*\\d)(?=.*[@$!%*#?&])[A-Za-z\\d@$!%*#?&]{8,}$',
  '(?=^.{8,}$)((?=.*\\d)|(?=.*\\W+))(?![.\\n])(?=.*[A-Z])(?=.*[a-z]).*$',
  '[A-Za-z0-9]{6,12}',
  '\\S{6,}',
  '.{10,}',
  '^[a-zA-Z]\\w{3,14}$',
  '(?!.*\\s)(?=.*?[#?!@$%^&*\\-]).{8,72}',
  '(?:[a-z]+-){2}[0-9]{1,3}?',
  '[^\\x20-\\x2f]+|\\u0061*',
  '(?=(?:.*\\d){2,})(a?){3}.*',
  '(a|b)?c{2}|d{1,}',
]

test('the usual patterns are read, and answer as a browser answers', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme-ascii', maxLength: 24 }),
    fc.stringMatching(/^[A-Za-z0-9!@#$%&*?-]{0,24}$/),
    fc.stringMatching(/^[abcd1-]{0,9}$/),
  )
  for (const pattern of USUAL) {
    expect([pattern, isPattern(pattern)]).toEqual([pattern, true])
    fc.assert(
      fc.property(text, (password) => takes(pattern, password) === browser(pattern, password)),
      { numRuns: 400 },
    )
  }
})

test('patterns put together at random answer as a browser answers', () => {
  const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
    pattern: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom('a', 'b', '[ab]', '[^a]', '.', '\\d', '^', '$', 'ab?', 'a*'),
      fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => `${one}${other}`),
      fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => `(${one}|${other})`),
      tie('pattern').map((one) => `(?=${one})`),
      tie('pattern').map((one) => `(?!${one})`),
      fc
        .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '{2,}', '*?'))
        .map(([one, times]) => `(?:${one})${times}`),
    ),
  }))
  fc.assert(
    fc.property(pattern, fc.stringMatching(/^[ab1]{0,6}$/), (made, text) => takes(made, text) === browser(made, text)),
    { numRuns: 3_000 },
  )
})

test('nothing that is left out of a set is taken for it, in a loop either', () => {
  expect(['aa', 'ba', 'baba', 'b'].map((text) => takes('(?:[^a]a)+', text))).toEqual([false, true, true, false])
})

test('Syntax that we do not read is refused, not guessed', () => {
  for (const pattern of [
    '(a)\\1',
    '(?<=a)b',
    '(?<name>a)',
    '\\bword\\b',
    '\\p{L}+',
    '[[a-z]--[aeiou]]',
    '[a&&b]',
    '(?i:a)',
    'a{2',
    '(',
    ')',
    '[a',
    '(?:'.repeat(40) + ')'.repeat(40),
    'a'.repeat(2_000),
  ])
    expect([pattern, readPattern(pattern)]).toEqual([pattern, null])
})

test('a hostile pattern is answered at once, or not at all', () => {
  const hostile = [
    '(([a-zA-Z0-9]+)*)*!',
    '(a+)+$b',
    '(.*)*(.*)*(.*)*(.*)*x{3}',
    '(?:(?:(?:(?:(?:a?){9999}){9999}){9999}){9999}){9999}',
    '(?=(?:(?:.*)*)*z)'.repeat(20),
    '((((((.+)+)+)+)+)+)+\\d{999}',
    '(?!(?!(?!(?!(?!(.*)*x)*x)*x)*x)*x)',
    '(x|x|x|x|x|x)*'.repeat(40),
  ]
  for (const pattern of hostile) {
    const read = readPattern(pattern)
    const before = performance.now()
    for (let time = 0; time < 5; time += 1) if (read !== null) matchesPattern(read, 'aB3'.repeat(80))
    expect([pattern, performance.now() - before < 1_000]).toEqual([pattern, true])
  }
})

test('Where a match would take years, no answer is given', () => {
  let pattern = '.*'
  for (let level = 0; level < 5; level += 1) pattern = `(?:(?=${pattern}).)*`
  expect(takes(pattern, 'aB3'.repeat(80))).toBeNull()
  expect(takes(pattern, 'a')).toBe(true)
})
