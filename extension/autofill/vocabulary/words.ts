import { en } from './en.ts'
import { fr } from './fr.ts'
import { hearing, type Hears } from './hearing.ts'

export { plain } from './plain.ts'

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

/** What a script of ours may bring besides English and French: words in Latin letters, and what hears those in others. */
export type Words = { latin?: Vocabulary[]; other?: Hears }

const OWN = [en, fr]
let latin = hearing(OWN)
/** Most pages are in Latin letters: for those the words of other scripts are not even read. */
let other: Hears | undefined

/** From now on words of these languages are heard too. English and French always are: a page is loaded with no more than it needs. */
export function learn(words: Words): void {
  latin = hearing([...OWN, ...(words.latin ?? [])])
  other = words.other
}

/** True when `text`, already plain, holds a word of this concept in any language. */
export function says(concept: Concept, text: string): boolean {
  return latin(text).has(concept) || (/[^ -~]/.test(text) && other?.(text).has(concept) === true)
}
