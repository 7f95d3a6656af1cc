import type { Kind } from '../../../messages/new-password.ts'

/** Sets of characters, each written out: of printable ASCII, which is what password rules are about. */

const PRINTABLE = Array.from({ length: 95 }, (_, at) => String.fromCharCode(0x20 + at))
export const printable = PRINTABLE.join('')
export const upper = only(printable, /[A-Z]/)
export const lower = only(printable, /[a-z]/)
export const digit = only(printable, /\d/)
/** Letters, digits and the underscore, which patterns call \w. */
export const wordy = only(printable, /\w/)
/** What Apple's password rules call special. */
export const special = only(printable, /[^A-Za-z\d/\\]/)

/** Signs that every portal takes. */
const signs = '!#%+:=?@-_*'
/** What one reads for another. */
const alike = '0Oo1lI'

export const kinds: readonly Kind[] = ['upper', 'lower', 'digit', 'sign']

/** The characters of a kind that go well everywhere; those that look alike only where they are wanted. */
export function ofKind(kind: Kind, withAlike: boolean): string {
  const all = { upper, lower, digit, sign: signs }[kind]
  return withAlike ? all : without(all, alike)
}

/** The characters of a set that the pattern, of one character, takes. */
function only(set: string, one: RegExp): string {
  return [...set].filter((each) => one.test(each)).join('')
}

export const common = (one: string, other: string): string => [...one].filter((each) => other.includes(each)).join('')
export const without = (one: string, other: string): string => [...one].filter((each) => !other.includes(each)).join('')
/** Both together, each character once, in the order of their codes. */
export const united = (...sets: readonly string[]): string => [...new Set(sets.join(''))].sort().join('')
