import { language } from '../../words/language.ts'

const collators = { en: new Intl.Collator('en', { numeric: true }), fr: new Intl.Collator('fr', { numeric: true }) }

/** Compares two names as the reader's language orders them, with 2 before 10. */
export const compareNames = (one: string, other: string): number => collators[language.value].compare(one, other)

/** Compares two things by name, as the reader's language orders them and with 2 before 10; what has no name comes last. */
export function byName(one: { readonly name: string | null }, other: { readonly name: string | null }): number {
  if (one.name === null || other.name === null) return Number(one.name === null) - Number(other.name === null)
  return compareNames(one.name, other.name)
}
