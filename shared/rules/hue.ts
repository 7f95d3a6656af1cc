/** How many hues there are for clients. */
export const HUES = 12

/** Returns the hue by its id, 0 to 11, of a client for whom nobody chose one: the same on every desk, and it says nothing about it. */
export function hueOf(id: string): number {
  let hash = 0x811c9dc5
  for (const letter of id) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return ((hash ^ (hash >>> 15)) >>> 0) % HUES
}

/** Returns the hue for a new client beside others: its own by its id, or the next that none of them has, while there is one. */
export function hueBeside(id: string, taken: Iterable<number>): number {
  const own = hueOf(id)
  const used = new Set(taken)
  const round = Array.from({ length: HUES }, (_, step) => (own + step) % HUES)
  return round.find((hue) => !used.has(hue)) ?? own
}
