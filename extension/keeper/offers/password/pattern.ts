import { digit, printable, unite, subtract, wordy } from './characters.ts'

/**
 * A page's `pattern` as a tree. We never run the page's regular expression itself, since a page may write one that takes years. The sets
 * hold printable ASCII only.
 */
export type Pattern =
  /** One character of these. */
  | { is: 'set'; of: string }
  | { is: 'sequence' | 'choice'; of: readonly Pattern[] }
  | { is: 'repeat'; of: Pattern; min: number; max: number }
  /** A look-ahead, positive or negative. */
  | { is: 'ahead'; of: Pattern; isNot: boolean }
  | { is: 'start' | 'end' }

const LONGEST = 1_000
const DEEPEST = 20

/** Where the text of a pattern is read. */
type Reader = { text: string; at: number; depth: number }

/** Thrown for syntax that we do not read; the whole pattern is then unread. */
class Unreadable extends Error {}

/**
 * Returns the tree of a valid `pattern`. Null for what we do not read: look-behinds, back-references, Unicode properties, nested sets, and
 * patterns that are too long or too deep.
 */
export function readPattern(text: string): Pattern | null {
  if (text.length > LONGEST) return null
  const reader = { text, at: 0, depth: 0 }
  try {
    const read = choice(reader)
    return reader.at === text.length ? read : null
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}

/** Returns whether a browser accepts it as a pattern; browsers ignore an invalid one. The expression is compiled, never run. */
export function isPattern(text: string): boolean {
  try {
    return new RegExp(`^(?:${text})$`, 'v').source !== ''
  } catch {
    return false
  }
}

const peek = ({ text, at }: Reader) => text.charAt(at)

/** Skips `wanted` if the text continues with it. Returns whether it did. */
function skip(reader: Reader, wanted: string): boolean {
  const isHere = reader.text.startsWith(wanted, reader.at)
  if (isHere) reader.at += wanted.length
  return isHere
}

/** Returns what a sticky expression of ours matches here, and skips it. */
function take(reader: Reader, what: RegExp): RegExpExecArray | null {
  what.lastIndex = reader.at
  const found = what.exec(reader.text)
  if (found !== null) reader.at = what.lastIndex
  return found
}

function choice(reader: Reader): Pattern {
  reader.depth += 1
  if (reader.depth > DEEPEST) throw new Unreadable()
  const of = [sequence(reader)]
  while (skip(reader, '|')) of.push(sequence(reader))
  reader.depth -= 1
  const [only] = of
  return of.length === 1 && only !== undefined ? only : { is: 'choice', of }
}

function sequence(reader: Reader): Pattern {
  const of: Pattern[] = []
  while (reader.at < reader.text.length && peek(reader) !== '|' && peek(reader) !== ')') of.push(repeated(reader))
  return { is: 'sequence', of }
}

function repeated(reader: Reader): Pattern {
  const of = one(reader)
  const bounds = take(reader, /(?:([*+?])|\{(\d{1,4})(,?)(\d{0,4})\})\??/y)
  if (bounds === null) return of
  const [, sign, least = '', comma, most = ''] = bounds
  const min = sign === '+' ? 1 : Number(least)
  const max = sign === '?' ? 1 : sign === undefined && comma === '' ? min : most === '' ? Infinity : Number(most)
  return { is: 'repeat', of, min, max }
}

function one(reader: Reader): Pattern {
  if (skip(reader, '^')) return { is: 'start' }
  if (skip(reader, '$')) return { is: 'end' }
  if (skip(reader, '.')) return { is: 'set', of: printable }
  if (skip(reader, '(?=')) return { is: 'ahead', of: closed(reader), isNot: false }
  if (skip(reader, '(?!')) return { is: 'ahead', of: closed(reader), isNot: true }
  if (skip(reader, '(?:')) return closed(reader)
  if (peek(reader) === '(') {
    // A named group, a look-behind, or a group with its own flags.
    if (reader.text.startsWith('(?', reader.at)) throw new Unreadable()
    reader.at += 1
    return closed(reader)
  }
  if (skip(reader, '[')) return set(reader)
  if (skip(reader, '\\')) return { is: 'set', of: escaped(reader) }
  const letter = literal(reader)
  if ('*+?{}])'.includes(letter)) throw new Unreadable()
  return { is: 'set', of: letter }
}

function closed(reader: Reader): Pattern {
  const read = choice(reader)
  if (!skip(reader, ')')) throw new Unreadable()
  return read
}

/** Returns one character; '' for one outside printable ASCII, which we never generate. */
function literal(reader: Reader): string {
  const letter = String.fromCodePoint(reader.text.codePointAt(reader.at) ?? 0)
  reader.at += letter.length
  return printable.includes(letter) ? letter : ''
}

function escaped(reader: Reader): string {
  const code = take(reader, /x([\da-f]{2})|u([\da-f]{4})|u\{([\da-f]{1,6})\}/iy)
  if (code !== null) {
    const letter = String.fromCharCode(parseInt(code[1] ?? code[2] ?? code[3] ?? '', 16))
    return printable.includes(letter) ? letter : ''
  }
  const letter = literal(reader)
  const known = { d: digit, w: wordy, s: ' ', D: subtract(printable, digit), W: subtract(printable, wordy) }
  switch (letter) {
    case 'd':
    case 'w':
    case 's':
    case 'D':
    case 'W':
      return known[letter]
    case 'S':
      return subtract(printable, ' ')
    case 't':
    case 'n':
    case 'r':
    case 'f':
    case 'v':
      return ''
    default:
      if (letter === '' || wordy.includes(letter)) throw new Unreadable()
      return letter
  }
}

function set(reader: Reader): Pattern {
  const isNot = skip(reader, '^')
  let found = ''
  while (!skip(reader, ']')) {
    if (reader.at >= reader.text.length) throw new Unreadable()
    const from = member(reader)
    if (peek(reader) === '-' && reader.text.charAt(reader.at + 1) !== ']') {
      reader.at += 1
      const to = member(reader)
      if (from.length !== 1 || to.length !== 1) throw new Unreadable()
      found += printable.slice(printable.indexOf(from), printable.indexOf(to) + 1)
    } else found += from
  }
  return { is: 'set', of: isNot ? subtract(printable, found) : unite(found) }
}

function member(reader: Reader): string {
  if (skip(reader, '\\')) return escaped(reader)
  // Nested sets, and the operators between them.
  if (peek(reader) === '[' || /^(?:--|&&)/.test(reader.text.slice(reader.at, reader.at + 2))) throw new Unreadable()
  return literal(reader)
}
