import { CONCEPTS, type Concept, type Vocabulary } from './concepts.ts'
import { folded } from './plain.ts'

const WRITTEN_WITHOUT_SPACES = /[\u1100-\u11ff\u3040-\ud7af]/
const ARABIC = /[\u0621-\u064a]/

/** And, for, with, the, written on to a word in Arabic, and your, his, her, our. */
const PREFIX = '(?:[وف]?(?:[بك]?ال|لل|[بل]))?'
const ENDING = '(?:كم?|ها?|نا)?'

/** So many first letters lead to a word, a `*` among them where it may stand inside another. */
export const KEY = 3

/**
 * Packs languages for hearing.ts, when we are built, so that a page has nothing to make of them: words by their first letters, as
 * `useAr name,r id,Br;…`, a concept (A is the first) and the rests of its words, then the next concept; on a second line what begins in
 * several ways, which is listed as `#` and its place there; on a third, patterns, with `<` and `>` for the two that it begins with. Throws
 * for a word of too few letters to be found.
 */
export function pack(languages: Vocabulary[]): string {
  const groups = new Map<string, Map<string, Set<string>>>()
  const several: string[] = []
  const patterns: string[] = []
  const put = (start: string, code: string, rest: (key: string) => string): void => {
    const key = start.slice(0, KEY)
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
  const lists = [...groups].map(([key, group]) => key.padEnd(KEY) + listed(group))
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

/** A button's two characters are often set apart: `登 录`. */
function spaced(word: string): string {
  if (!WRITTEN_WITHOUT_SPACES.test(word)) return word
  return `*${[...word.replace(/[ *]/g, '')].join(' ')} *`
}

/** A word in Arabic with its prefix and its ending, as a pattern: `وبشركتك` is "and with your company". */
const inArabic = (word: string): string => `<${word.replace(/ه$/, '[هت]')}>`
