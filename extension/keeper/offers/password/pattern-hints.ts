import { printable, unite } from './characters.ts'
import type { Pattern } from './pattern.ts'
import { smallerBound, noRules, combineRules, type PasswordRules } from './rules.ts'

/** More characters of one kind than any page requires. */
const MOST_TIMES = 8

/**
 * Returns what a pattern seems to require, so that a random password has a chance to match: its length, its characters, and the sets that
 * need at least one. This is a guess: the pattern itself decides whether a password matches.
 */
export function hintsOf(pattern: Pattern): PasswordRules {
  const { min, max } = lengthOf(pattern)
  const allowed = unite(...consumed(pattern))
  let hints: PasswordRules = { ...noRules, min, max, allowed: allowed === '' ? null : allowed }
  for (const ahead of aheads(pattern)) {
    const length = lengthOf(ahead)
    const isWhole = ahead.is === 'sequence' && ahead.of.at(-1)?.is === 'end'
    hints = combineRules(hints, {
      ...noRules,
      min: length.min,
      max: isWhole ? length.max : null,
      wanted: needed(ahead),
    })
  }
  return hints
}

type Length = { min: number; max: number | null }

function lengthOf(part: Pattern): Length {
  switch (part.is) {
    case 'set':
      return { min: 1, max: 1 }
    case 'sequence':
      return part.of
        .map(lengthOf)
        .reduce<Length>(
          (sum, { min, max }) => ({ min: sum.min + min, max: sum.max === null || max === null ? null : sum.max + max }),
          { min: 0, max: 0 },
        )
    case 'choice': {
      const ways = part.of.map(lengthOf)
      const longest = ways.map(({ max }) => max ?? Infinity).reduce((one, other) => Math.max(one, other), 0)
      return { min: Math.min(...ways.map(({ min }) => min)), max: longest === Infinity ? null : longest }
    }
    case 'repeat': {
      const { min, max } = lengthOf(part.of)
      const longest = max === 0 ? 0 : max === null || part.max === Infinity ? null : max * part.max
      return { min: min * part.min, max: longest }
    }
    default:
      return { min: 0, max: 0 }
  }
}

/** Returns every set that consumes a character, so none that is only inside a look-ahead. */
function consumed(part: Pattern): string[] {
  switch (part.is) {
    case 'set':
      return [part.of]
    case 'sequence':
    case 'choice':
      return part.of.flatMap(consumed)
    case 'repeat':
      return consumed(part.of)
    default:
      return []
  }
}

/** Returns the content of all positive look-aheads. */
function aheads(part: Pattern): Pattern[] {
  switch (part.is) {
    case 'ahead':
      return part.isNot ? [] : [part.of]
    case 'sequence':
      return part.of.flatMap(aheads)
    default:
      return []
  }
}

/** Returns the sets of which a match always has at least one character. */
function needed(part: Pattern): string[] {
  switch (part.is) {
    case 'set':
      return part.of === printable ? [] : [part.of]
    case 'sequence':
      return part.of.flatMap(needed)
    case 'repeat':
      return Array.from({ length: smallerBound(part.min, MOST_TIMES) ?? 0 }, () => needed(part.of)).flat()
    default:
      return []
  }
}
