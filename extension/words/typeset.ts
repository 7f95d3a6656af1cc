const NARROW = '\u202f'

/** Apostrophes between letters, as printed: ’ and not '. */
function curl(text: string): string {
  return text.replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
}

/**
 * French as printed: a narrow no-break space before ; : ? ! », after « and before %,
 * and a number that stays with what it counts. It replaces a space that was
 * written and adds none, so that addresses and times stay as they are.
 */
export function french(text: string): string {
  return curl(text)
    .replace(/[ \u00a0](?=[;:!?»%](?:\P{L}|$))/gu, NARROW)
    .replace(/(?<=\d) (?=\p{L})/gu, '\u00a0')
    .replace(/«[ \u00a0]/g, `«${NARROW}`)
}

/** English as printed. */
export function english(text: string): string {
  return curl(text)
}

/**
 * Sets every sentence of a dictionary, in place: strings, what its functions say, and dictionaries inside it. A sentence is set when
 * it is first said: of all that a page could say, in two languages, it says little.
 */
export function typeset(dictionary: object, set: (text: string) => string): void {
  const entries: [string, unknown][] = Object.entries(dictionary)
  for (const [key, entry] of entries) {
    if (typeof entry === 'string') setWhenSaid(dictionary, key, () => set(entry))
    else if (typeof entry === 'function')
      Reflect.set(dictionary, key, (...values: unknown[]) => set(String(Reflect.apply(entry, null, values))))
    else if (typeof entry === 'object' && entry !== null) typeset(entry, set)
  }
}

function setWhenSaid(dictionary: object, key: string, said: () => string): void {
  const property = { configurable: true, enumerable: true }
  const get = () => {
    const value = said()
    Object.defineProperty(dictionary, key, { ...property, value })
    return value
  }
  Object.defineProperty(dictionary, key, { ...property, get })
}
