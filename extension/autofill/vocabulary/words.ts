import { ca } from './ca.ts'
import { cs } from './cs.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fa } from './fa.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import { ja } from './ja.ts'
import { ko } from './ko.ts'
import { nl } from './nl.ts'
import { pl } from './pl.ts'
import { pt } from './pt.ts'
import { ru } from './ru.ts'
import { zh } from './zh.ts'

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

/** The words of a language, apart by a comma. */
export type Vocabulary = Partial<Record<Concept, string>>

const LANGUAGES = [en, fr, de, es, it, pt, nl, pl, cs, ca, ru, fa, ja, zh, ko]
const compiled = new Map<Concept, RegExp>()

/** Text as the word lists see it: lower case, no accents, words of letters or digits apart by one space, camelCase parted. */
export function plain(text: string): string {
  return text
    .slice(0, 300)
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
}

/** True when `text`, already plain, holds a word of this concept in any language. */
export function says(concept: Concept, text: string): boolean {
  if (text === '') return false
  const pattern = compiled.get(concept) ?? compile(concept)
  return pattern.test(` ${text} `)
}

function compile(concept: Concept): RegExp {
  const words = LANGUAGES.flatMap((language: Vocabulary) => (language[concept] ?? '').split(','))
    .map((word) => word.trim())
    .filter(Boolean)
  const pattern = new RegExp(words.length === 0 ? '(?!)' : words.map(toPattern).join('|'), 'u')
  compiled.set(concept, pattern)
  return pattern
}

const WRITTEN_WITHOUT_SPACES = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/

function toPattern(word: string): string {
  const body = plain(word).replaceAll(' ', ' ?')
  if (WRITTEN_WITHOUT_SPACES.test(word)) return body
  return `${word.startsWith('*') ? '' : ' '}${body}${word.endsWith('*') ? '' : ' '}`
}
