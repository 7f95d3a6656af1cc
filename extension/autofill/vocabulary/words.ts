import { en } from './en.ts'
import { fr } from './fr.ts'

/** What a text near a field can tell. A language's file lists the words for each; `*` at an end lets the word go on there. */
export type Concept =
  | 'username' // a login id of any sort, e-mail aside
  | 'email'
  | 'phone'
  | 'password'
  | 'current' // old or present password
  | 'fresh' // new, chosen password
  | 'confirm' // typed a second time
  | 'rules' // "at least 8 characters": a password is being chosen
  | 'otp'
  | 'companyCode'
  | 'notPassword' // masked, but no password: card, social security, answer, key
  | 'card' // of payment
  | 'captcha'
  | 'search'
  | 'newsletter'
  | 'person' // what one tells about oneself when registering
  | 'signIn'
  | 'signUp'
  | 'reset' // asks for help with a lost password, as the page's purpose
  | 'forgot' // the link beside a login
  | 'change'
  | 'remember'
  | 'terms'
  | 'next'
  | 'save'
  | 'manage' // administration of users
  | 'settings' // mail servers, directories, proxies

/** The words of a language, apart by a comma; `/` parts what may stand in one place, an end of it that nothing need stand there. */
export type Vocabulary = Partial<Record<Concept, string>>

/** Words by the letters that they are written in, as a script of ours may bring them besides English and French. */
export type Words = { latin?: Vocabulary[]; other?: Vocabulary[] }

const OWN = [en, fr]
let learnt: Required<Words> = { latin: [], other: [] }

/** From now on words of these languages are heard too. English and French always are: a page is loaded with no more than it needs. */
export function learn({ latin = [], other = [] }: Words): void {
  learnt = { latin, other }
  compiled.latin.clear()
  compiled.all.clear()
}

/** Letters that people type either way, and that no accent sets apart. */
const ALIKE: Record<string, string> = { ı: 'i', ł: 'l', ة: 'ه', ى: 'ي' }
const compiled = { latin: new Map<Concept, RegExp>(), all: new Map<Concept, RegExp>() }

/** Lower case without accents; Arabic loses its vowel marks, its hamzas and the stroke that only stretches a word. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\u0640|[\u0300-\u036f\u064b-\u065f\u0670]/g, '')
    .toLowerCase()
    .replace(/[ıłةى]/g, (letter) => ALIKE[letter] ?? letter)

/** Text as the word lists see it: folded, words of letters or digits apart by one space, camelCase parted. */
export function plain(text: string): string {
  return folded(text.slice(0, 300).replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2'))
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
}

/** True when `text`, already plain, holds a word of this concept in any language. */
export function says(concept: Concept, text: string): boolean {
  if (text === '') return false
  // Most pages are in Latin letters, plain by now: for those the words of other scripts need not be compiled.
  const script = /^[ -~]*$/.test(text) ? 'latin' : 'all'
  const pattern = compiled[script].get(concept) ?? compile(concept, script)
  return pattern.test(` ${text} `)
}

function compile(concept: Concept, script: 'latin' | 'all'): RegExp {
  const lists = [...OWN, ...learnt.latin, ...(script === 'latin' ? [] : learnt.other)]
  // Thousands of words, in each document anew: they are made plain together.
  const source = folded(lists.map((language) => language[concept] ?? '').join(','))
    .replaceAll("'", ' ')
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)
    .map(toPattern)
    .join('|')
  const pattern = new RegExp(source || '(?!)', 'u')
  compiled[script].set(concept, pattern)
  return pattern
}

const WRITTEN_WITHOUT_SPACES = /[\u1100-\u11ff\u3040-\ud7af]/
const ARABIC = /[\u0621-\u064a]/

/** A word, already folded, as a pattern. */
function toPattern(word: string): string {
  if (ARABIC.test(word)) return ` ${word.replaceAll('*', '').split(' ').map(inArabic).join(' ')} `
  // A button's two characters are often set apart: `登 录`.
  if (WRITTEN_WITHOUT_SPACES.test(word)) return [...word.replace(/[ *]/g, '')].join(' ?')
  const start = word.startsWith('*') ? 1 : 0
  const end = word.endsWith('*') ? -1 : undefined
  const body = word
    .slice(start, end)
    .split(' ')
    .map((part) => (part.includes('/') ? `(?:${part.replaceAll('/', '|')})` : part))
    .join(' ?')
  return `${start === 1 ? '' : ' '}${body}${end === -1 ? '' : ' '}`
}

/** And, for, with, the are prefixes in Arabic, your and his are endings: `وبشركتك` is "and with your company". */
function inArabic(word: string): string {
  const feminine = word.endsWith('ه') ? `${word.slice(0, -1)}[هت]` : word
  return `(?:[وف]?(?:[بك]?ال|لل|[بل]))?${feminine}(?:كم?|ها?|نا)?`
}
