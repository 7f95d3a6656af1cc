import { CONCEPTS, type Concept, type Vocabulary } from './concepts.ts'
import { folded } from './plain.ts'

const WRITTEN_WITHOUT_SPACES = /[\u1100-\u11ff\u3040-\ud7af]/
const ARABIC = /[\u0621-\u064a]/

/** Patterns for what Arabic writes on to a word: "and", "for", "with", "the" before it, and "your", "his", "her", "our" after it. */
const PREFIX = '(?:[وف]?(?:[بك]?ال|لل|[بل]))?'
const ENDING = '(?:كم?|ها?|نا)?'

/** Words are looked up by this many first letters. A leading `*`, for a word that may begin inside another, counts as one. */
export const KEY_LENGTH = 3

/**
 * Packs languages into a string for concept-finder.ts, at build time, so that a page need not do it. Throws for a word with
 * too few letters to be looked up. The string has three lines:
 * 1. words by their first letters, as `useAr name,r id,Br;…`: the letters, a concept (A is the first), the rests of its
 * words, then the next concept;
 * 2. phrases with several beginnings: the first line refers to them as `#` and their index;
 * 3. patterns for Arabic: the prefix and the ending, then each word with `<` and `>` in their place.
 */
export function pack(languages: Vocabulary[]): string {
  const groups = new Map<string, Map<string, Set<string>>>()
  const several: string[] = []
  const patterns: string[] = []
  const put = (start: string, code: string, rest: (key: string) => string): void => {
    const key = start.slice(0, KEY_LENGTH)
    if (key === '' || /.\*/.test(key)) throw new Error(`too short to be found: ${start}`)
    const group = groups.get(key) ?? new Map<string, Set<string>>()
    groups.set(key, group.set(code, (group.get(code) ?? new Set()).add(rest(key))))
  }
  for (const [concept, word] of languages.flatMap(wordsOf)) {
    const code = String.fromCharCode(65 + CONCEPTS.indexOf(concept))
    const starts = word.split(' ', 1).join().split('/')
    if (ARABIC.test(word)) patterns.push(`${code} ${word.replaceAll('*', '').split(' ').map(inArabic).join(' ')} `)
    else if (starts.length === 1) put(starts.join(), code, (key) => word.slice(key.length))
    else {
      const place = several.push(word) - 1
      for (const start of starts) put(start, code, () => `#${String(place)}`)
    }
  }
  const listed = (group: Map<string, Set<string>>) =>
    [...group].map(([code, rests]) => code + [...rests].join(',')).join()
  const lists = [...groups].map(([key, group]) => key.padEnd(KEY_LENGTH) + listed(group))
  const arabic = patterns.length === 0 ? [] : [PREFIX, ENDING, ...patterns]
  return [lists, several, arabic].map((parts) => parts.join(';')).join('\n')
}

function wordsOf(language: Vocabulary): [Concept, string][] {
  return CONCEPTS.flatMap((concept) =>
    folded(language[concept] ?? '')
      .replaceAll("'", ' ')
      .split(',')
      .map((word): [Concept, string] => [concept, spaced(word.trim())])
      .filter(([, word]) => word !== ''),
  )
}

/** Allows a space between the characters of a Chinese, Japanese or Korean word, as buttons often have: `登 录`. */
function spaced(word: string): string {
  if (!WRITTEN_WITHOUT_SPACES.test(word)) return word
  return `*${[...word.replace(/[ *]/g, '')].join(' ')} *`
}

/** Returns the pattern of an Arabic word with prefix and ending: `وبشركتك` means "and with your company". */
const inArabic = (word: string): string => `<${word.replace(/ه$/, '[هت]')}>`
