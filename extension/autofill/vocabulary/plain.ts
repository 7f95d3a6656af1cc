/** Letters that people type either way, and that no accent sets apart. */
const ALIKE: Record<string, string> = { ı: 'i', ł: 'l', ة: 'ه', ى: 'ي' }

/** Without accents; Arabic loses its vowel marks, its hamzas and the stroke that only stretches a word. */
const bare = (text: string): string => text.normalize('NFKD').replace(/\u0640|[\u0300-\u036f\u064b-\u065f\u0670]/g, '')

const lower = (text: string): string => text.toLowerCase().replace(/[ıłةى]/g, (letter) => ALIKE[letter] ?? letter)

/** Bare and in lower case. */
export const folded = (text: string): string => lower(bare(text))

/** Where camelCase parts, where a number begins, and what is neither letter nor digit. */
const IN_ASCII = [/([a-z\d])([A-Z])/g, /([a-z])(\d)/g, /[^a-z\d]+/g] as const
const anywhere = (): typeof IN_ASCII => [/(\p{Ll}|\d)(\p{Lu})/gu, /(\p{L})(\d)/gu, /[^\p{L}\p{N}\p{M}]+/gu]

/**
 * Text as the word lists see it: folded, words of letters or digits apart by one space, camelCase parted. A browser takes 2 ms to learn what
 * a letter is in all scripts, in each document anew: few pages need it, once their quotes and dashes are gone.
 */
export function plain(text: string): string {
  const said = bare(text.slice(0, 300)).replace(/[\u00a1-\u00bf\u2000-\u2bff]/g, ' ')
  const [parts, numbers, signs] = /[^\s!-~]/.test(said) ? anywhere() : IN_ASCII
  return lower(said.replace(parts, '$1 $2')).replace(numbers, '$1 $2').replace(signs, ' ').trim()
}
