import type { CharacterKind } from '../../../messages/new-password.ts'

/** Sets of characters, each as a string of all its members: printable ASCII, which is what password rules are about. */

const PRINTABLE = Array.from({ length: 95 }, (_, at) => String.fromCharCode(0x20 + at))
export const printable = PRINTABLE.join('')
export const upper = charactersLike(printable, /[A-Z]/)
export const lower = charactersLike(printable, /[a-z]/)
export const digit = charactersLike(printable, /\d/)
/** Letters, digits and the underscore: \w in patterns. */
export const wordy = charactersLike(printable, /\w/)
/** The class `special` of Apple's password rules. */
export const special = charactersLike(printable, /[^A-Za-z\d/\\]/)

/** Signs that every site accepts. */
const signs = '!#%+:=?@-_*'
/** Characters that are easily misread for each other. */
const alike = '0Oo1lI'

export const kinds: readonly CharacterKind[] = ['upper', 'lower', 'digit', 'sign']

/** Returns the characters of a kind that every site accepts; look-alikes only if `withAlike`. */
export function ofKind(kind: CharacterKind, withAlike: boolean): string {
  const all = { upper, lower, digit, sign: signs }[kind]
  return withAlike ? all : subtract(all, alike)
}

/** Returns the characters of a set that match a one-character pattern. */
function charactersLike(set: string, one: RegExp): string {
  return [...set].filter((each) => one.test(each)).join('')
}

export const intersect = (one: string, other: string): string =>
  [...one].filter((each) => other.includes(each)).join('')
export const subtract = (one: string, other: string): string =>
  [...one].filter((each) => !other.includes(each)).join('')
/** Returns the union of the sets, each character once, in the order of their codes. */
export const unite = (...sets: readonly string[]): string => [...new Set(sets.join(''))].sort().join('')
