import { CONCEPTS, type Concept } from './concepts.ts'
import { KEY_LENGTH } from './pack.ts'

/** Returns the concepts that a normalised text expresses. */
export type FindConcepts = (text: string) => ReadonlySet<Concept | undefined>

/** A word or phrase: the alternatives for each place, whether its last word may have any ending, and its concept. */
type Phrase = [places: string[], goesOn: boolean, concept: Concept | undefined]

/** The most texts to remember: a page that keeps changing always has new ones. */
const TEXTS_KEPT = 2000
const ARABIC = /[\u0621-\u064a]/

/** Returns a function that finds concepts by these packed words. Unpacks them at the first text, and remembers its answers. */
export function createConceptFinder(packed: string): FindConcepts {
  const known = new Map<string, ReturnType<FindConcepts>>()
  let findIn: FindConcepts | undefined
  return (text) => {
    const found = known.get(text) ?? (findIn ??= unpack(packed))(` ${text} `)
    if (known.size > TEXTS_KEPT) known.clear()
    known.set(text, found)
    return found
  }
}

const conceptOf = (entry: string): Concept | undefined => CONCEPTS[entry.charCodeAt(0) - 65]
const namesConcept = (entry: string): boolean => entry >= 'A' && entry < 'a'

/** Returns a function for texts that begin and end with a space. Unpacks the words of pack.ts only when a text has their first letters. */
function unpack(packed: string): FindConcepts {
  const [lists = [], several = [], [prefix = '', ending = '', ...inflected] = []] = packed
    .split('\n')
    .map((line) => line.split(';'))
  const words = new Map(lists.map((list) => [list.slice(0, KEY_LENGTH), list.slice(KEY_LENGTH)]))
  const phrasesByKey = new Map<string, Phrase[]>()
  let patterns: [RegExp, Concept | undefined][] | undefined

  const phrasesOf = (key: string, list: string): Phrase[] => {
    let concept: Concept | undefined
    return list.split(',').map((entry) => {
      if (namesConcept(entry)) concept = conceptOf(entry)
      const rest = namesConcept(entry) ? entry.slice(1) : entry
      const word = (rest.startsWith('#') ? several[Number(rest.slice(1))] : undefined) ?? key.trimEnd() + rest
      const goesOn = word.endsWith('*')
      return [word.slice(word.startsWith('*') ? 1 : 0, goesOn ? -1 : undefined).split(' '), goesOn, concept]
    })
  }

  return (text) => {
    const found = new Set<Concept | undefined>()
    const matchKey = (key: string, at: number): void => {
      const list = words.get(key)
      if (list === undefined) return
      const phrases = phrasesByKey.get(key) ?? phrasesOf(key, list)
      phrasesByKey.set(key, phrases)
      for (const phrase of phrases) if (!found.has(phrase[2]) && matches(phrase, text, at)) found.add(phrase[2])
    }
    for (let at = 1; at < text.length; at += 1)
      for (let length = 1; length <= KEY_LENGTH; length += 1) {
        const key = text.slice(at, at + length).padEnd(KEY_LENGTH)
        matchKey('*' + key.slice(0, KEY_LENGTH - 1), at)
        if (text[at - 1] === ' ') matchKey(key, at)
      }
    if (!ARABIC.test(text)) return found
    patterns ??= inflected.map((word) => [
      new RegExp(word.slice(1).replaceAll('<', prefix).replaceAll('>', ending)),
      conceptOf(word),
    ])
    for (const [pattern, concept] of patterns) if (pattern.test(text)) found.add(concept)
    return found
  }
}

/** Returns true if the phrase is in the text at this index, with or without spaces between its words. `from`: the first place to match. */
function matches(phrase: Phrase, text: string, at: number, from = 0): boolean {
  const place = phrase[0][from]
  if (place === undefined) return phrase[1] || text[at] === ' ' || text[at - 1] === ' '
  return place.split('/').some((word) => {
    const end = at + word.length
    return text.startsWith(word, at) && matches(phrase, text, end + (text[end] === ' ' ? 1 : 0), from + 1)
  })
}
