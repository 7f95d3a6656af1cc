import { Failure } from '../../../../shared/bytes/failure.ts'
import { randomPicks } from '../../../../shared/crypto/random.ts'
import { intersect, kinds, ofKind, printable, unite, subtract } from './characters.ts'
import type { PasswordWish } from '../../../messages/new-password.ts'
import type { PasswordRules } from './rules.ts'

/** The default wish for a password, as far as the page's rules allow it. */
export const usualWish: PasswordWish = { length: 20, kinds: [...kinds], withAlike: false }

/** `isShort`: the rules allow only a password that could be found by trying. */
export type GeneratedPassword = { password: string; isShort: boolean }

/** Bits of entropy: a password with fewer counts as short; each is made with at least so many where the rules allow it. */
const ENOUGH = 70
const LONGEST = 256
const TRIES = 200
/** So many tries with all the kinds that are wished for; after them only with those that the rules require. */
const FOR_WISHES = 100

/**
 * Returns a password that meets the rules and that `isTaken` accepts (true, false; null for unknown), drawn from the browser's randomness.
 * It is as long as wished for, or longer where that would have too little entropy.
 * @throws Failure `page-rules` where none was found that meets them
 */
export function generate(
  rules: PasswordRules,
  wish: PasswordWish = usualWish,
  isTaken: (password: string) => boolean | null = () => true,
): GeneratedPassword {
  const alphabet = alphabetOf(rules, wish)
  const most = Math.min(rules.max ?? LONGEST, LONGEST)
  const asked = rules.required.map((set) => preferAlphabet(set, alphabet))
  let length = Math.min(Math.max(wish.length, rules.min, asked.length), most)
  if (length < Math.max(rules.min, asked.length, 1) || alphabet === '') throw new Failure('page-rules')
  const wanted = rules.wanted.map((set) => intersect(set, alphabet)).filter((set) => set !== '')
  const sets = [...asked, ...wanted].slice(0, Math.max(asked.length, length))
  while (bitsOf(length, alphabet, sets) < ENOUGH && length < most) length += 1
  const wishes = wish.kinds.map((kind) => intersect(ofKind(kind, true), alphabet)).filter((set) => set !== '')
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const password = draw(length, alphabet, sets)
    if (longestRun(password) > (rules.maxConsecutive ?? Infinity)) continue
    if (tries <= FOR_WISHES && !wishes.every((set) => hasOf(password, set))) continue
    const answer = isTaken(password)
    if (answer === null) break
    // Every rejected draw makes the result a little easier to guess.
    if (answer) return { password, isShort: bitsOf(length, alphabet, sets) - Math.log2(tries) < ENOUGH }
  }
  throw new Failure('page-rules')
}

/** Returns the wished-for characters that the rules allow, or else all allowed ones, and those of each required set. */
function alphabetOf(rules: PasswordRules, wish: PasswordWish): string {
  const allowed = rules.allowed ?? printable
  const liked = intersect(unite(...wish.kinds.map((kind) => ofKind(kind, wish.withAlike))), allowed)
  const base = liked === '' ? (subtract(allowed, ' ') === '' ? allowed : subtract(allowed, ' ')) : liked
  return unite(base, ...rules.required.map((set) => preferAlphabet(set, base)))
}

/** Returns the part of a required set that is in the alphabet; where that is empty, the whole set, without the space if possible. */
function preferAlphabet(set: string, alphabet: string): string {
  const liked = intersect(set, alphabet)
  const seen = subtract(set, ' ')
  return liked !== '' ? liked : seen !== '' ? seen : set
}

/** Draws one character of each set, at random places, and the rest evenly from the alphabet. */
function draw(length: number, alphabet: string, sets: readonly string[]): string {
  const letters = randomPicks(length, alphabet.length).map((at) => alphabet.charAt(at))
  const places = Array.from({ length }, (_, at) => at)
  for (const set of sets) {
    const [at = 0] = randomPicks(1, places.length)
    const [place = 0] = places.splice(at, 1)
    const [which = 0] = randomPicks(1, set.length)
    letters[place] = set.charAt(which)
  }
  return letters.join('')
}

const hasOf = (password: string, set: string): boolean => [...password].some((letter) => set.includes(letter))

/** Returns a lower bound of the entropy in bits, for an attacker who knows the rules and the places of the required characters. */
const bitsOf = (length: number, alphabet: string, sets: readonly string[]): number =>
  sets.reduce((sum, set) => sum + Math.log2(set.length), 0) + (length - sets.length) * Math.log2(alphabet.length)

/** Returns the length of the longest run of one character. */
function longestRun(password: string): number {
  let [longest, run] = [0, 0]
  for (const [at, letter] of [...password].entries()) {
    run = letter === password.charAt(at - 1) ? run + 1 : 1
    longest = Math.max(longest, run)
  }
  return longest
}
