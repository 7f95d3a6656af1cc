import { CONCEPTS, type Concept } from './concepts.ts'
import { KEY } from './pack.ts'

/** What a plain text tells. */
export type Hears = (text: string) => ReadonlySet<Concept | undefined>

/** What may stand in each place of a word or phrase, whether its last word may go on, and what it tells. */
type Phrase = [places: string[], goesOn: boolean, concept: Concept | undefined]

/** A page that goes on changing has ever new texts. */
const TEXTS_KEPT = 2000
const ARABIC = /[\u0621-\u064a]/

/** Hears packed words in plain texts, and each text once. */
export function hearing(packed: string): Hears {
  const known = new Map<string, ReturnType<Hears>>()
  let hear: Hears | undefined
  return (text) => {
    const told = known.get(text) ?? (hear ??= unpacked(packed))(` ${text} `)
    if (known.size > TEXTS_KEPT) known.clear()
    known.set(text, told)
    return told
  }
}

const conceptOf = (entry: string): Concept | undefined => CONCEPTS[entry.charCodeAt(0) - 65]
const namesConcept = (entry: string): boolean => entry >= 'A' && entry < 'a'

/** Hears a text that begins and ends with a blank. Undoes what pack.ts does, of each word no sooner than its first letters are met. */
function unpacked(packed: string): Hears {
  const [lists = [], several = [], [prefix = '', ending = '', ...inflected] = []] = packed
    .split('\n')
    .map((line) => line.split(';'))
  const words = new Map(lists.map((list) => [list.slice(0, KEY), list.slice(KEY)]))
  const read = new Map<string, Phrase[]>()
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
    const told = new Set<Concept | undefined>()
    const hear = (key: string, at: number): void => {
      const list = words.get(key)
      if (list === undefined) return
      const phrases = read.get(key) ?? phrasesOf(key, list)
      read.set(key, phrases)
      for (const phrase of phrases) if (!told.has(phrase[2]) && stands(phrase, text, at)) told.add(phrase[2])
    }
    for (let at = 1; at < text.length; at += 1)
      for (let length = 1; length <= KEY; length += 1) {
        const key = text.slice(at, at + length).padEnd(KEY)
        hear('*' + key.slice(0, KEY - 1), at)
        if (text[at - 1] === ' ') hear(key, at)
      }
    if (!ARABIC.test(text)) return told
    patterns ??= inflected.map((word) => [
      new RegExp(word.slice(1).replaceAll('<', prefix).replaceAll('>', ending)),
      conceptOf(word),
    ])
    for (const [pattern, concept] of patterns) if (pattern.test(text)) told.add(concept)
    return told
  }
}

/** Whether a phrase stands at this place of the text, its words apart or written together. */
function stands(phrase: Phrase, text: string, at: number, from = 0): boolean {
  const place = phrase[0][from]
  if (place === undefined) return phrase[1] || text[at] === ' ' || text[at - 1] === ' '
  return place.split('/').some((word) => {
    const end = at + word.length
    return text.startsWith(word, at) && stands(phrase, text, end + (text[end] === ' ' ? 1 : 0), from + 1)
  })
}
