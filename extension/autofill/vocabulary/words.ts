import type { Concept } from './concepts.ts'
import { hearing, type Hears } from './hearing.ts'

export type { Concept } from './concepts.ts'
export { plain } from './plain.ts'

/** Most texts are in Latin letters: those do not hear the words of other scripts. */
let all: [hears: Hears, isOther: boolean][] = []

/** From now on these words, packed, are heard, and no others: a page is loaded with no more than it needs. */
export function learn(packed: readonly string[]): void {
  all = packed.map((words) => [hearing(words), /[^\0-\u036f]/.test(words)])
}

/** True when `text`, already plain, holds a word of this concept in any language. */
export function says(concept: Concept, text: string): boolean {
  return all.some(([hears, isOther]) => (!isOther || /[^ -~]/.test(text)) && hears(text).has(concept))
}
