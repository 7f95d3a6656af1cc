import type { Concept } from './concepts.ts'
import { createConceptFinder, type FindConcepts } from './concept-finder.ts'

export type { Concept } from './concepts.ts'
export { normalize } from './plain.ts'

/** `isOther`: words of other scripts, which need not be looked for in the many texts in Latin letters. */
let all: [hears: FindConcepts, isOther: boolean][] = []

/** Replaces the word lists by these packed ones. A page loads only those that it needs. */
export function loadWords(packed: readonly string[]): void {
  all = packed.map((words) => [createConceptFinder(words), /[^\0-\u036f]/.test(words)])
}

/** Returns true when `text`, normalised by `normalize`, has a word of this concept in any loaded language. */
export function mentions(concept: Concept, text: string): boolean {
  return all.some(([hears, isOther]) => (!isOther || /[^ -~]/.test(text)) && hears(text).has(concept))
}
