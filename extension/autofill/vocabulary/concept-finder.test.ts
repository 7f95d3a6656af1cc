import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CONCEPTS, type Concept, type Vocabulary } from './concepts.ts'
import { createConceptFinder } from './concept-finder.ts'
import { pack } from './pack.ts'
import { normalize } from './plain.ts'

const LISTS = readdirSync(import.meta.dirname).filter((name) => /^(?:[a-z]{2}|few.*)\.ts$/.test(name))

const ARABIC = /[\u0621-\u064a]/

/** Returns a word as a page may write it, with the last alternative in each place. */
const written = (word: string): string =>
  normalize(
    word
      .replaceAll('*', '')
      .replaceAll("'", ' ')
      .trim()
      .split(' ')
      .map((place) => place.split('/').findLast(Boolean))
      .join(' '),
  )

/** Returns a phrase written as one word, except in Arabic, which never does so. */
const together = (word: string): string => (ARABIC.test(word) ? written(word) : written(word).replaceAll(' ', ''))

const wordsOf = (language: Vocabulary): [Concept, string][] =>
  CONCEPTS.flatMap((concept) => (language[concept] ?? '').split(',').map((word): [Concept, string] => [concept, word]))

describe('packed words', () => {
  it.each(LISTS)('of %s are all found: alone, between other words, and written as one word', async (name) => {
    const module: Record<string, Vocabulary> = await import(`./${name.slice(0, -3)}.ts`)
    const languages = Object.values(module)
    const hears = createConceptFinder(pack(languages))
    const words = languages.flatMap(wordsOf).filter(([, word]) => word.trim() !== '')
    expect(words.length).toBeGreaterThan(20)
    for (const [concept, word] of words)
      for (const text of [written(word), `x ${written(word)} x`, together(word)])
        expect([name, word, text, [...hears(text)]]).toEqual([name, word, text, expect.arrayContaining([concept])])
  })

  it.each([
    ['mail', 'gmail', false],
    ['mail', 'mails', false],
    ['mail*', 'mails', true],
    ['*mail', 'gmail', true],
    ['*mail', 'gmails', false],
    ['e mail', 'email', true],
    ['e mail', 'em ail', false],
    ['my/your mail', 'your mail', true],
    ['my/your mail', 'yourmail', true],
    ['my/your mail/post', 'my post', true],
    ['my/your mail/post', 'my', false],
    ['mail l/ box', 'mail box', true],
    ['mail l/ box', 'mail l box', true],
    ['*邮箱', '请输入邮 箱地址', true],
    ['بريد', 'وبالبريد', true],
    ['بريد', 'ابريد', false],
  ])('%j in %j: %s', (word, text, heard) => {
    expect(createConceptFinder(pack([{ email: word }]))(text).has('email')).toBe(heard)
  })

  it('throws for a word with too few letters to be looked up', () => {
    expect(() => pack([{ email: 'm*' }])).toThrow('too short to be found: m*')
    expect(() => pack([{ email: 'my/ mail' }])).toThrow('too short to be found')
  })

  it('remembers the answers for some thousand texts, and answers the same after forgetting them', () => {
    const hears = createConceptFinder(pack([{ email: 'mail' }]))
    const first = hears('mail')
    expect(hears('mail')).toBe(first)
    for (let nth = 0; nth < 5000; nth += 1) hears(`mail ${String(nth)}`)
    expect(hears('mail')).not.toBe(first)
    expect(hears('mail')).toEqual(first)
    expect(first.has('email')).toBe(true)
  })
})
