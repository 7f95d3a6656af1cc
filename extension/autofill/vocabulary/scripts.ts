import { hearing, remembered, type Hears } from './hearing.ts'
import { folded } from './plain.ts'
import type { Vocabulary } from './words.ts'

const WRITTEN_WITHOUT_SPACES = /[\u1100-\u11ff\u3040-\ud7af]/
const ARABIC = /[\u0621-\u064a]/

/** Hears the words of languages in other letters, some without blanks between words, some with prefixes and endings to them. */
export function hearingScripts(languages: Vocabulary[]): Hears {
  const patterns: [RegExp, string][] = []
  const read = ([concept, list]: [string, string]): [string, string] => {
    const words = list.split(',').flatMap((one) => {
      const word = folded(one).trim()
      if (ARABIC.test(word)) {
        patterns.push([new RegExp(` ${word.replaceAll('*', '').split(' ').map(inArabic).join(' ')} `), concept])
        return []
      }
      // A button's two characters are often set apart: `登 录`.
      return WRITTEN_WITHOUT_SPACES.test(word) ? `*${[...word.replace(/[ *]/g, '')].join(' ')} *` : word
    })
    return [concept, words.join(',')]
  }
  let hears: Hears | undefined
  return remembered((text) => {
    hears ??= hearing(languages.map((language) => Object.fromEntries(Object.entries(language).map(read))))
    const inScript = ARABIC.test(text) ? patterns.filter(([pattern]) => pattern.test(` ${text} `)) : []
    return new Set([...hears(text), ...inScript.map(([, concept]) => concept)])
  })
}

/** And, for, with, the are prefixes in Arabic, your and his are endings: `وبشركتك` is "and with your company". */
function inArabic(word: string): string {
  const feminine = word.endsWith('ه') ? `${word.slice(0, -1)}[هت]` : word
  return `(?:[وف]?(?:[بك]?ال|لل|[بل]))?${feminine}(?:كم?|ها?|نا)?`
}
