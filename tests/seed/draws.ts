/** Draws that depend on a seed and a label alone, so that one organisation can be made again. Never used for anything secret. */
export type Draws = {
  /** A whole number from 0 to below `below`. */
  whole(below: number): number
  /** One of a list, which must not be empty. */
  of<T>(list: readonly T[]): T
  /** True so many times in a hundred. */
  percent(chance: number): boolean
  /** The list in another order. */
  shuffled<T>(list: readonly T[]): T[]
}

/** Returns 32 bits that depend on every letter of a text (FNV-1a). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}

/** Returns the numbers from 0 to below 1 that follow from a text (mulberry32). */
function numbersFrom(text: string): () => number {
  let state = hashOf(text)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
}

/** Returns the draws that follow from a seed and a label: another label has others, whatever was drawn before. */
export function drawsFrom(seed: number, label: string): Draws {
  const next = numbersFrom(`${String(seed)} ${label}`)
  const whole = (below: number) => Math.floor(next() * below)
  return {
    whole,
    of<T>(list: readonly T[]): T {
      const found = list[whole(list.length)]
      if (found === undefined) throw new Error('a draw from an empty list')
      return found
    },
    percent: (chance) => next() * 100 < chance,
    shuffled<T>(list: readonly T[]): T[] {
      const order = list.map((one) => ({ one, at: next() }))
      return order.sort((a, b) => a.at - b.at).map(({ one }) => one)
    },
  }
}
