import type { PageLanguage } from '../../messages/frame.ts'

/** The files of words that each language needs besides English. A language that is not listed has no words. */
const FILES: Readonly<Record<string, readonly string[]>> = {
  en: [],
  fr: [],
  de: ['de'],
  es: ['es'],
  it: ['it'],
  pt: ['pt'],
  nl: ['nl'],
  pl: ['pl'],
  ro: ['ro'],
  tr: ['tr'],
  cs: ['cs'],
  sk: ['cs'],
  ca: ['ca', 'es'],
  gl: ['es', 'pt'],
  af: ['nl'],
  lb: ['de'],
  sv: ['few'],
  da: ['few'],
  no: ['few'],
  nb: ['few'],
  nn: ['few'],
  fi: ['few'],
  hu: ['few'],
  id: ['few'],
  ms: ['few'],
  vi: ['few'],
  hr: ['few'],
  bs: ['few'],
  ar: ['ar'],
  fa: ['ar', 'fa'],
  ru: ['ru'],
  uk: ['ru', 'fewOther'],
  bg: ['ru', 'fewOther'],
  be: ['ru', 'fewOther'],
  ja: ['ja'],
  zh: ['zh'],
  ko: ['ko'],
  el: ['fewOther'],
  he: ['fewOther'],
  iw: ['fewOther'],
}

/** The files that a page needs by its letters, whatever language it declares. `from` and `to`: blocks of 128 code units. */
const LETTERS: readonly (readonly [from: number, to: number, files: readonly string[]])[] = [
  [7, 7, ['fewOther']], // Greek
  [8, 10, ['ru']],
  [11, 11, ['fewOther']], // Hebrew
  [12, 13, ['ar']],
  [97, 97, ['ja']], // kana; the block before it holds signs that are Chinese as well
  [156, 319, ['zh']],
  [344, 431, ['ko']],
]

/**
 * Returns the word files that a page seems to need, by its declared language, the language detected in its text, and its letters. French
 * is left out only if the page declares another language. If neither says anything, all languages in Latin letters are loaded.
 */
export function wordScriptsFor({ said, heard, letters }: PageLanguage): string[] {
  const named = FILES[languageCode(said)]
  const sounds = heard.map(languageCode).filter((one) => one in FILES)
  const isForeign = named !== undefined && named.length > 0 && !sounds.includes('fr')
  const written = LETTERS.filter(([from, to]) => letters.some((block) => block >= from && block <= to))
  const isJapanese = written.some(([, , [file]]) => file === 'ja')
  const needed = new Set([
    isForeign ? 'en' : 'own',
    ...(named ?? []),
    ...sounds.flatMap((one) => FILES[one] ?? []),
    ...written.flatMap(([, , files]) => files).filter((file) => file !== 'zh' || !isJapanese),
    ...(named === undefined && sounds.length === 0 ? ['latin'] : []),
  ])
  return [...needed].map((name) => `/words-${name}.js`)
}

const languageCode = (code: string): string => code.slice(0, 2).toLowerCase()
