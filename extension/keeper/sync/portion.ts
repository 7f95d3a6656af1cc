/** The most text (base64url) in one request, in characters: well below the server's limit. */
const LETTERS = 4_000_000

/** Returns the longest start of `all`, up to `most` elements, that fits into one request; at least one element. */
export function takePortion<T>(all: readonly T[], most: number, lettersOf: (one: T) => number): T[] {
  const taken: T[] = []
  let letters = 0
  for (const one of all.slice(0, most)) {
    letters += lettersOf(one)
    if (taken.length > 0 && letters > LETTERS) break
    taken.push(one)
  }
  return taken
}
