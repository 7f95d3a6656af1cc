import { printable, united } from './characters.ts'
import type { Pattern } from './pattern.ts'
import { least, noRules, together, type PasswordRules } from './rules.ts'

/** More of one kind than any page asks for. */
const MOST_TIMES = 8

/**
 * What a pattern seems to ask for, so that what is drawn at random has a chance to match it: how long, of which characters, and of
 * which at least one. A guess: whether a password matches is asked of the pattern itself.
 */
export function hintsOf(pattern: Pattern): PasswordRules {
  const { min, max } = lengthOf(pattern)
  const allowed = united(...consumed(pattern))
  let hints: PasswordRules = { ...noRules, min, max, allowed: allowed === '' ? null : allowed }
  for (const ahead of aheads(pattern)) {
    const length = lengthOf(ahead)
    const isWhole = ahead.is === 'sequence' && ahead.of.at(-1)?.is === 'end'
    hints = together(hints, { ...noRules, min: length.min, max: isWhole ? length.max : null, wanted: needed(ahead) })
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

/** Every set that takes a character, those that only look ahead left aside. */
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

/** What must follow, wherever the pattern says so. */
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

/** The sets of which a sequence takes one at any rate. */
function needed(part: Pattern): string[] {
  switch (part.is) {
    case 'set':
      return part.of === printable ? [] : [part.of]
    case 'sequence':
      return part.of.flatMap(needed)
    case 'repeat':
      return Array.from({ length: least(part.min, MOST_TIMES) ?? 0 }, () => needed(part.of)).flat()
    default:
      return []
  }
}
