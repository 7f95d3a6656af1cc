import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { languageOf } from './language.ts'
import { counting, words } from './say.ts'
import { sayFailure } from './failures.ts'
import { french } from './typeset.ts'

/** Words that are the same in both languages because they are. Keys, not sentences. */
const SAME_IN_BOTH = new Set([
  'pinCloison',
  'minutes',
  'seconds',
  'version',
  'product',
  'messages',
  'notes',
  'note',
  'message',
  'code',
  'client',
  'clients',
  'contact',
  'page',
  'type',
])

interface Sentence {
  readonly key: string
  readonly text: string
}

function call(of: unknown): string {
  if (typeof of === 'string') return of
  if (typeof of !== 'function') throw new TypeError('neither a sentence nor a function')
  try {
    return String(
      Reflect.apply(
        of,
        null,
        Array.from({ length: of.length }, () => 2),
      ),
    )
  } catch {
    return String(
      Reflect.apply(
        of,
        null,
        Array.from({ length: of.length }, () => 'Zoé'),
      ),
    )
  }
}

function sentences(dictionary: object, under = ''): Sentence[] {
  const entries: [string, unknown][] = Object.entries(dictionary)
  return entries.flatMap(([name, entry]) => {
    const key = under + name
    return typeof entry === 'object' && entry !== null ? sentences(entry, `${key}.`) : [{ key, text: call(entry) }]
  })
}

function isArea(value: unknown): value is { en: object; fr: object } {
  return typeof value === 'function' && 'en' in value && 'fr' in value
}

const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
const modules: object[] = await Promise.all(
  files.map((file): Promise<object> => import(/* @vite-ignore */ `./${file}`)),
)
const areas = modules.flatMap((module) => {
  const exported: [string, unknown][] = Object.entries(module)
  return exported.flatMap(([name, value]) => (isArea(value) ? [{ name, en: value.en, fr: value.fr }] : []))
})

test('the areas of words are found', () => {
  expect(areas.map((area) => area.name)).toEqual(expect.arrayContaining(['common', 'failures']))
})

describe.each(areas)('the words of $name', ({ en, fr }) => {
  const english = sentences(en)
  const french = sentences(fr)

  test('have the same keys in French and in English', () => {
    expect(french.map((each) => each.key).sort()).toEqual(english.map((each) => each.key).sort())
  })

  test('are never empty', () => {
    expect([...english, ...french].filter((each) => each.text.trim() === '')).toEqual([])
  })

  test('keep a French sign of punctuation on the line of its word', () => {
    expect(french.filter((each) => /[ \u00a0][;:!?»]|«[ \u00a0]/.test(each.text))).toEqual([])
  })

  test('do not shout, and carry no straight apostrophe', () => {
    expect([...english, ...french].filter((each) => /!|\p{L}'\p{L}/u.test(each.text))).toEqual([])
  })

  test('leave no English on a French screen', () => {
    const known = new Map(english.map((each) => [each.key, each.text]))
    const same = french.filter((each) => each.text === known.get(each.key) && /\p{L}{3}/u.test(each.text))
    expect(same.filter((each) => !SAME_IN_BOTH.has(each.key.split('.').at(-1) ?? ''))).toEqual([])
  })
})

test('a French sentence gets narrow no-break spaces where it had spaces, and an address stays as it is', () => {
  expect(french("l'accès : « Nord » ?")).toBe('l’accès\u202f: «\u202fNord\u202f»\u202f?')
  expect(french('https://a.example:8443/?x=1')).toBe('https://a.example:8443/?x=1')
})

test('a count takes the plural of its language: none is singular in French and plural in English', () => {
  expect(counting('fr')(0, '# essai', '# essais')).toBe('0 essai')
  expect(counting('en')(0, '# try', '# tries')).toBe('0 tries')
  expect(counting('fr')(1500, '# essai', '# essais')).toBe('1\u202f500 essais')
})

test('what a function says is set as printed, too', () => {
  const area = words({ of: (name: string) => `Of ${name}` }, { of: (name) => `C'est : ${name}` })
  expect(area.fr.of('x')).toBe('C’est\u202f: x')
})

test('the language is the first one asked for that we write', () => {
  expect(languageOf(null, 'de-DE', 'fr-CA', 'en')).toBe('fr')
  expect(languageOf('xx')).toBe('en')
})

test('a failure that nobody wrote a sentence for is still told in one', () => {
  expect(sayFailure('no-such-code')).toEqual(sayFailure('unknown'))
  expect(sayFailure('toString')).toEqual(sayFailure('unknown'))
})
