import type { Concept } from './concepts.ts'
import { hearing, type Hears } from './hearing.ts'

export type { Concept } from './concepts.ts'
export { plain } from './plain.ts'

/** `isOther`: words of other scripts, which need not be looked for in the many texts in Latin letters. */
let all: [hears: Hears, isOther: boolean][] = []

/** Replaces the word lists by these packed ones. A page loads only those that it needs. */
export function learn(packed: readonly string[]): void {
  all = packed.map((words) => [hearing(words), /[^\0-\u036f]/.test(words)])
}

/** Returns true when `text`, normalised by `plain`, has a word of this concept in any loaded language. */
export function says(concept: Concept, text: string): boolean {
  return all.some(([hears, isOther]) => (!isOther || /[^ -~]/.test(text)) && hears(text).has(concept))
}
