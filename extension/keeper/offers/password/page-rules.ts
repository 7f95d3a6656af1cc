import { Failure } from '../../../../shared/bytes/failure.ts'
import type { FieldRules } from '../../../messages/new-password.ts'
import { readPasswordRules } from './apple-rules.ts'
import { generate, type GeneratedPassword } from './generate.ts'
import { matchesPattern } from './match.ts'
import { isPattern, readPattern, type Pattern } from './pattern.ts'
import { hintsOf } from './pattern-hints.ts'
import { noRules, combineRules, type PasswordRules } from './rules.ts'

/** A longer pattern is refused: no real one is that long. */
const LONGEST = 1_000

/**
 * Returns a password that meets the rules of all these fields.
 * @throws Failure `page-rules` where none does, or where nobody can tell
 */
export function generateFor(fields: readonly FieldRules[]): GeneratedPassword {
  const patterns: Pattern[] = []
  let rules: PasswordRules = noRules
  for (const { passwordrules, minlength, maxlength, pattern } of fields) {
    if (pattern.length > LONGEST) throw new Failure('page-rules')
    rules = combineRules(rules, readPasswordRules(passwordrules))
    rules = combineRules(rules, { ...noRules, min: minlength ?? 0, max: maxlength })
    const { rest, maxConsecutive } = withoutRuns(pattern)
    rules = combineRules(rules, { ...noRules, maxConsecutive })
    // A browser ignores a pattern that is not valid, and accepts anything.
    if (rest === '' || !isPattern(pattern)) continue
    const read = readPattern(rest)
    if (read === null) throw new Failure('page-rules')
    rules = combineRules(rules, hintsOf(read))
    patterns.push(read)
  }
  return generate(rules, undefined, (password) =>
    answerOf(patterns.map((pattern) => matchesPattern(pattern, password))),
  )
}

/** Takes out of a pattern the rule against repeated characters, which needs a back-reference; instead no character may follow itself. */
function withoutRuns(pattern: string): { rest: string; maxConsecutive: number | null } {
  const rest = pattern.replaceAll(/\(\?!\.\*\??\(\.\)\\1(?:\{\d+(?:,\d*)?\}|\+)?\)/g, '')
  return { rest, maxConsecutive: rest === pattern ? null : 1 }
}

const answerOf = (answers: readonly (boolean | null)[]): boolean | null =>
  answers.includes(null) ? null : answers.every((answer) => answer === true)
