import { folded } from './plain.ts'
import type { Vocabulary } from './words.ts'

/** What a plain text tells. */
export type Hears = (text: string) => ReadonlySet<string>

/** A word, what it tells, and the word found before it under the same letters. */
type Told = [word: string, concept: string, before: Told | undefined]

/** A page that goes on changing has ever new texts. */
const TEXTS_KEPT = 2000
const KEY = 3

/**
 * Hears the words of these languages in plain texts. They are read at the first question, in each document anew, and that must be quick: a
 * pattern of as many words takes a browser five times as long to make.
 */
export function hearing(languages: Vocabulary[]): Hears {
  let index: Map<string, Told> | undefined
  return remembered((text) => listen(` ${text} `, (index ??= read(languages))))
}

/** Hears each text once. */
export function remembered(hears: Hears): Hears {
  const known = new Map<string, ReadonlySet<string>>()
  return (text) => {
    const told = known.get(text) ?? hears(text)
    if (known.size > TEXTS_KEPT) known.clear()
    known.set(text, told)
    return told
  }
}

/** Words by the first letters of what may begin them, a `*` among these where they may stand inside a word of the text. */
function read(languages: Vocabulary[]): Map<string, Told> {
  const index = new Map<string, Told>()
  for (const language of languages)
    for (const [concept, words] of Object.entries(language))
      for (const one of folded(words).replaceAll("'", ' ').split(',')) {
        const word = one.trim()
        // What stands in a later place is listed too, to no harm: to look where a place ends would take longer.
        for (const start of word.split('/')) {
          const blank = start.indexOf(' ')
          const key = start.slice(0, blank < 0 ? KEY : Math.min(blank, KEY))
          index.set(key, [word, concept, index.get(key)])
        }
      }
  return index
}

/** `text` begins and ends with a blank. */
function listen(text: string, index: Map<string, Told>): ReadonlySet<string> {
  const told = new Set<string>()
  const hear = (key: string, at: number): void => {
    for (let one = index.get(key); one !== undefined; one = one[2])
      if (!told.has(one[1]) && fits(one[0], text, at)) told.add(one[1])
  }
  for (let at = 1; at < text.length; at += 1)
    for (let length = 1; length <= KEY; length += 1) {
      const key = text.slice(at, at + length)
      hear('*' + key, at)
      if (text[at - 1] === ' ') hear(key, at)
    }
  return told
}

/** Whether a word or phrase stands at this place of the text, apart or written together. */
function fits(word: string, text: string, at: number): boolean {
  const goesOn = word.endsWith('*')
  return stands(word.slice(word.startsWith('*') ? 1 : 0, goesOn ? -1 : undefined).split(' '), goesOn, text, at)
}

function stands(places: string[], goesOn: boolean, text: string, at: number, from = 0): boolean {
  const place = places[from]
  if (place === undefined) return goesOn || text[at] === ' ' || text[at - 1] === ' '
  return place.split('/').some((word) => {
    const end = at + word.length
    return text.startsWith(word, at) && stands(places, goesOn, text, end + (text[end] === ' ' ? 1 : 0), from + 1)
  })
}
