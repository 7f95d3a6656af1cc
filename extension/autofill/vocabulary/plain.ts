/** Letters that people type either way, although Unicode does not decompose them into a letter and an accent. */
const ALIKE: Record<string, string> = { ı: 'i', ł: 'l', ة: 'ه', ى: 'ي' }

/** Removes accents, and from Arabic the vowel marks, hamzas and the stroke (tatweel) that only stretches a word. */
const bare = (text: string): string => text.normalize('NFKD').replace(/\u0640|[\u0300-\u036f\u064b-\u065f\u0670]/g, '')

const lower = (text: string): string => text.toLowerCase().replace(/[ıłةى]/g, (letter) => ALIKE[letter] ?? letter)

/** Returns the text without accents and in lower case. */
export const folded = (text: string): string => lower(bare(text))

/** Patterns for a camelCase boundary, the start of a number, and all that is neither letter nor digit. */
const IN_ASCII = [/([a-z\d])([A-Z])/g, /([a-z])(\d)/g, /[^a-z\d]+/g] as const
const anywhere = (): typeof IN_ASCII => [/(\p{Ll}|\d)(\p{Lu})/gu, /(\p{L})(\d)/gu, /[^\p{L}\p{N}\p{M}]+/gu]

/**
 * Returns a text normalised for the word lists: without accents, in lower case, words and numbers separated by one space, camelCase split.
 * Compiling the patterns for all scripts costs a browser 2 ms in each document, so pure ASCII, after quotes and dashes, avoids them.
 */
export function normalize(text: string): string {
  const said = bare(text.slice(0, 300)).replace(/[\u00a1-\u00bf\u2000-\u2bff]/g, ' ')
  const [parts, numbers, signs] = /[^\s!-~]/.test(said) ? anywhere() : IN_ASCII
  return lower(said.replace(parts, '$1 $2')).replace(numbers, '$1 $2').replace(signs, ' ').trim()
}
