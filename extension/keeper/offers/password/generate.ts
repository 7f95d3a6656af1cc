import { Failure } from '../../../../shared/bytes/failure.ts'
import { randomPicks } from '../../../../shared/crypto/random.ts'
import { common, kinds, ofKind, printable, united, without } from './characters.ts'
import type { PasswordWish } from '../../../messages/new-password.ts'
import type { PasswordRules } from './rules.ts'

/** How a person likes passwords, as far as the page's rules leave it to them. */
export const usual: PasswordWish = { length: 20, kinds: [...kinds], withAlike: false }

/** `isShort`: the rules leave less than a password that nobody can try out. */
export type Made = { password: string; isShort: boolean }

/** Bits below which a password is told to be a weak one, and above which each is made that may be. */
const ENOUGH = 70
const LONGEST = 256
const TRIES = 200
/** As many tries for all the kinds that are wished for; after them those that the rules ask for will do. */
const FOR_WISHES = 100

/**
 * A password that meets the rules and is taken by `isTaken` (true, false; null for what nobody can tell), drawn from the browser's
 * randomness. As long as wished for, and longer where that were too little.
 * @throws Failure `page-rules` where none was found that meets them
 */
export function generate(
  rules: PasswordRules,
  wish: PasswordWish = usual,
  isTaken: (password: string) => boolean | null = () => true,
): Made {
  const alphabet = alphabetOf(rules, wish)
  const most = Math.min(rules.max ?? LONGEST, LONGEST)
  const asked = rules.required.map((set) => preferred(set, alphabet))
  let length = Math.min(Math.max(wish.length, rules.min, asked.length), most)
  if (length < Math.max(rules.min, asked.length, 1) || alphabet === '') throw new Failure('page-rules')
  const wanted = rules.wanted.map((set) => common(set, alphabet)).filter((set) => set !== '')
  const sets = [...asked, ...wanted].slice(0, Math.max(asked.length, length))
  while (bitsOf(length, alphabet, sets) < ENOUGH && length < most) length += 1
  const wishes = wish.kinds.map((kind) => common(ofKind(kind, true), alphabet)).filter((set) => set !== '')
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const password = draw(length, alphabet, sets)
    if (longestRun(password) > (rules.maxConsecutive ?? Infinity)) continue
    if (tries <= FOR_WISHES && !wishes.every((set) => hasOf(password, set))) continue
    const answer = isTaken(password)
    if (answer === null) break
    // Whatever made us draw again has made it likelier to guess.
    if (answer) return { password, isShort: bitsOf(length, alphabet, sets) - Math.log2(tries) < ENOUGH }
  }
  throw new Failure('page-rules')
}

/** What goes well everywhere and was wished for, as far as it is allowed; whatever is allowed where that is nothing. */
function alphabetOf(rules: PasswordRules, wish: PasswordWish): string {
  const allowed = rules.allowed ?? printable
  const liked = common(united(...wish.kinds.map((kind) => ofKind(kind, wish.withAlike))), allowed)
  const base = liked === '' ? (without(allowed, ' ') === '' ? allowed : without(allowed, ' ')) : liked
  return united(base, ...rules.required.map((set) => preferred(set, base)))
}

/** Of a set that is asked for, the part that goes well; the whole where there is none. */
function preferred(set: string, alphabet: string): string {
  const liked = common(set, alphabet)
  const seen = without(set, ' ')
  return liked !== '' ? liked : seen !== '' ? seen : set
}

/** One character of each set, at places that are drawn too, and evenly drawn ones between them. */
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

/** At least so many bits are left to who knows the rules, and even the places of what they ask for. */
const bitsOf = (length: number, alphabet: string, sets: readonly string[]): number =>
  sets.reduce((sum, set) => sum + Math.log2(set.length), 0) + (length - sets.length) * Math.log2(alphabet.length)

/** How often the same character stands in a row, at most. */
function longestRun(password: string): number {
  let [longest, run] = [0, 0]
  for (const [at, letter] of [...password].entries()) {
    run = letter === password.charAt(at - 1) ? run + 1 : 1
    longest = Math.max(longest, run)
  }
  return longest
}
