const PLAIN = /^[\0-\x7f]*$/

/** The text in the form that a search compares: without accents and ligatures, in lower case. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
}

/** Returns what folds `textOf` of a thing, once for each thing: a key typed over ten thousand rows then costs only the comparing. */
export function foldOnce<T extends object>(textOf: (one: T) => string): (one: T) => string {
  const known = new WeakMap<T, string>()
  return (one) => {
    const found = known.get(one) ?? fold(textOf(one))
    known.set(one, found)
    return found
  }
}

/** Returns what tells whether a folded text holds every word typed, in any order. */
export function holdsWords(typed: string): (folded: string) => boolean {
  const words = fold(typed).split(/\s+/).filter(Boolean)
  return (folded) => words.every((word) => folded.includes(word))
}
