import type { Concept } from './concepts.ts'
import { hearing, type Hears } from './hearing.ts'
import { OWN } from './own.ts'

export type { Concept } from './concepts.ts'
export { plain } from './plain.ts'

/** What a script of ours may bring besides English and French, packed: words in Latin letters, and in others. */
export type Words = { latin?: string; other?: string }

let latin: Hears[] = [hearing(OWN)]
/** Most pages are in Latin letters: those do not hear the words of other scripts. */
let other: Hears | undefined

/** From now on these words are heard too. English and French always are: a page is loaded with no more than it needs. */
export function learn(words: Words): void {
  latin = [OWN, words.latin ?? ''].map(hearing)
  other = hearing(words.other ?? '')
}

/** True when `text`, already plain, holds a word of this concept in any language. */
export function says(concept: Concept, text: string): boolean {
  return latin.some((hears) => hears(text).has(concept)) || (/[^ -~]/.test(text) && other?.(text).has(concept) === true)
}
