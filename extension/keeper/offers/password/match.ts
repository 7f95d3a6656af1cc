import type { Pattern } from './pattern.ts'

/** So many steps may one match take: far more than any real pattern needs. */
const PATIENCE = 20_000

/** The match took too many steps: the answer is unknown. */
class TooMuch extends Error {}

/**
 * Returns whether a pattern matches this whole text; null where the answer would take too long. All alternatives are followed at once, by
 * the set of places where each part can end, so no pattern causes backtracking.
 */
export function matchesPattern(pattern: Pattern, text: string): boolean | null {
  let spent = 0

  /** Returns the places where `part` can end if it begins at one of these. */
  function ends(part: Pattern, from: ReadonlySet<number>): ReadonlySet<number> {
    spent += from.size + 1
    if (spent > PATIENCE) throw new TooMuch()
    switch (part.is) {
      case 'set':
        return new Set(
          [...from].filter((at) => at < text.length && part.of.includes(text.charAt(at))).map((at) => at + 1),
        )
      case 'start':
        return new Set([...from].filter((at) => at === 0))
      case 'end':
        return new Set([...from].filter((at) => at === text.length))
      case 'sequence':
        return part.of.reduce((at, next) => ends(next, at), from)
      case 'choice':
        return new Set(part.of.flatMap((way) => [...ends(way, from)]))
      case 'ahead':
        return new Set([...from].filter((at) => ends(part.of, new Set([at])).size > 0 !== part.isNot))
      case 'repeat':
        return repeats(part, from)
    }
  }

  function repeats({ of, min, max }: Extract<Pattern, { is: 'repeat' }>, from: ReadonlySet<number>) {
    const found = new Set(min === 0 ? from : [])
    let at = from
    for (let count = 1; count <= max && at.size > 0; count += 1) {
      const next = ends(of, at)
      const before = found.size
      if (count >= min) for (const place of next) found.add(place)
      // No new place: further repetitions add none either.
      if (count > min && found.size === before) break
      // The same places again, as for a part that may be empty: it stays so up to the minimum count.
      if (count < min && next.size === at.size && [...next].every((place) => at.has(place))) count = min - 1
      at = next
    }
    return found
  }

  try {
    return ends(pattern, new Set([0])).has(text.length)
  } catch (error) {
    if (error instanceof TooMuch) return null
    throw error
  }
}
