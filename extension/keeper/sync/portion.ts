/** Sealed or signed text in one request, in letters: well under what the server takes. */
const LETTERS = 4_000_000

/** As many from the start, up to `most`, as one request bears; one at least. */
export function portion<T>(all: readonly T[], most: number, lettersOf: (one: T) => number): T[] {
  const taken: T[] = []
  let letters = 0
  for (const one of all.slice(0, most)) {
    letters += lettersOf(one)
    if (taken.length > 0 && letters > LETTERS) break
    taken.push(one)
  }
  return taken
}
