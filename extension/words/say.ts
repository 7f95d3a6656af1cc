import { language, type Language } from './language.ts'
import { english, french, typeset } from './typeset.ts'

/** The shape of a dictionary: the same keys, functions of the same values. `const fr: Words<typeof en> = { … }` */
export type Words<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...values: infer V) => string
      ? (...values: V) => string
      : Words<T[K]>
}

/** One area's words: call it for the dictionary of the language now shown. */
export interface Area<T> {
  (): Words<T>
  readonly en: Words<T>
  readonly fr: Words<T>
}

/**
 * Makes an area of words from its two dictionaries, set as printed (see `typeset.ts`): write plain spaces and plain
 * apostrophes. Values are strings, or functions of strings and numbers. A component that calls the area is drawn again
 * when the language changes:
 *
 *     const t = common()
 *     <Button>{t.cancel}</Button>
 */
export function words<T extends object>(en: T & Words<T>, fr: Words<T>): Area<T> {
  typeset(en, english)
  typeset(fr, french)
  return Object.assign(() => (language.value === 'fr' ? fr : en), { en, fr })
}

/**
 * Counts in words: picks the form for n and puts the number, written as the language writes it, in place of `#`.
 * `const count = counting('fr')`, then `count(3, '# essai', '# essais')`.
 */
export function counting(of: Language): (n: number, one: string, other: string) => string {
  let rules: Intl.PluralRules | undefined
  let digits: Intl.NumberFormat | undefined
  return (n, one, other) => {
    rules ??= new Intl.PluralRules(of)
    digits ??= new Intl.NumberFormat(of)
    return (rules.select(n) === 'one' ? one : other).replace('#', digits.format(n))
  }
}
