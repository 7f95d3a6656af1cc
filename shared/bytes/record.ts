/**
 * Codecs: values to the canonical bytes of `encode`, and back. `read` accepts only what `write` would have written,
 * so that one value has one hash and one signature. Reading throws `bad-encoding`, or `unknown-variant` (P6).
 */
import { fromBase64url, spelled } from './base64url.ts'
import { equal, fromUtf8, plain, readU64, u64, utf8 } from './bytes.ts'
import type { Bytes } from './bytes.ts'
import { encode, fieldEnd } from './encode.ts'
import { Failure } from './failure.ts'

/** A window on bytes, its end not in it: fields are read where they lie, since a first desk reads half a million. */
type Parse<T> = (bytes: Uint8Array, from: number, to: number) => T

/**
 * A codec's bytes are the bytes of one field. `read` refuses what does not write back to the same bytes; `parse` leaves
 * that comparison to the codec around it, so that it is made once for the whole.
 */
export type Codec<T> = { write(value: T): Bytes; read(bytes: Uint8Array): T; parse: Parse<T> }
/** The type of the values of a codec. */
export type Of<C> = C extends Codec<infer T> ? T : never
type Fields = Readonly<Record<string, Codec<unknown>>>
type Values<F extends Fields> = { [K in keyof F]: Of<F[K]> }
type Variants<Tag extends string, V extends Readonly<Record<string, Fields>>> = {
  [L in keyof V & string]: { [K in Tag]: L } & Values<V[L]>
}[keyof V & string]

const bad = () => new Failure('bad-encoding')

/** Reads with `parse`, then refuses unless the value writes back to the same bytes. */
export function codec<T>(write: (value: T) => Bytes, parse: Parse<T>): Codec<T> {
  return {
    write,
    parse,
    read(bytes) {
      const value = parse(bytes, 0, bytes.length)
      if (!equal(write(value), bytes)) throw bad()
      return value
    },
  }
}

/** A safe non-negative integer as 8 bytes. */
export const int: Codec<number> = codec(u64, readU64)

/** True or false as one byte, 1 or 0. */
export const bool: Codec<boolean> = codec(
  (value) => Uint8Array.of(value ? 1 : 0),
  (bytes, from) => bytes[from] === 1,
)

/** Raw bytes, copied; of exactly `length` when given. */
export function bytes(length: number | null = null): Codec<Bytes> {
  const copy = (value: Uint8Array, from = 0, to = value.length) => {
    if (length !== null && to - from !== length) throw bad()
    return new Uint8Array(value.subarray(from, to))
  }
  return codec<Bytes>(copy, copy)
}

/** Raw bytes where they lie: for whoever keeps what they came in, and leaves it as it is. */
export const rawWindow: Codec<Uint8Array> = codec<Uint8Array>(
  (value) => plain(value),
  (bytes, from, to) => bytes.subarray(from, to),
)

/** Text as UTF-8. Writing throws `bad-text` on lone surrogates. */
export const text: Codec<string> = codec(utf8, (bytes, from, to) => {
  try {
    return fromUtf8(bytes.subarray(from, to))
  } catch {
    throw bad()
  }
})

/** A base64url string that stands for exactly `length` raw bytes. */
export function b64(length: number): Codec<string> {
  return codec(
    (value) => {
      const bytes = fromBase64url(value)
      if (bytes.length !== length) throw bad()
      return bytes
    },
    (bytes, from, to) => {
      if (to - from !== length) throw bad()
      return spelled(bytes, from, to)
    },
  )
}

type Word<W extends string> = { word: W; utf: Uint8Array }
const asBytes = <W extends string>(words: readonly W[]): Word<W>[] => words.map((word) => ({ word, utf: utf8(word) }))

function isAt(utf: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from !== utf.length) return false
  for (let i = 0; i < utf.length; i++) if (bytes[from + i] !== utf[i]) return false
  return true
}

/** One of a few words. */
export function oneOf<const W extends string>(...words: W[]): Codec<W> {
  const known = asBytes(words)
  const needed = (found: Word<W> | undefined) => {
    if (found === undefined) throw bad()
    return found
  }
  return codec(
    (value) => new Uint8Array(needed(known.find(({ word }) => word === value)).utf),
    (bytes, from, to) => needed(known.find(({ utf }) => isAt(utf, bytes, from, to))).word,
  )
}

/** Any number of values of one kind. */
export function list<T>(item: Codec<T>): Codec<T[]> {
  const label = utf8('list')
  return codec(
    (values) => encode('list', ...values.map((value) => item.write(value))),
    (bytes, from, to) => {
      const values: T[] = []
      for (let at = behindLabel(label, bytes, from, to); at < to;) {
        const end = fieldEnd(bytes, at, to)
        values.push(item.parse(bytes, at + 4, end))
        at = end
      }
      return values
    },
  )
}

/** A value, or null. */
export function nullable<T>(some: Codec<T>): Codec<T | null> {
  const [none, label] = [encode('none'), utf8('some')]
  return codec<T | null>(
    (value) => (value === null ? encode('none') : encode('some', some.write(value))),
    (bytes, from, to) => {
      if (isAt(none, bytes, from, to)) return null
      const at = behindLabel(label, bytes, from, to)
      if (fieldEnd(bytes, at, to) !== to) throw bad()
      return some.parse(bytes, at + 4, to)
    },
  )
}

/** Named fields, in declared order, under one label. */
export function record<F extends Fields>(label: string, fields: F): Codec<Values<F>> {
  const named = namedFields(fields)
  const utf = utf8(label)
  return codec<Values<F>>(
    (value) => writeFields(label, named, value),
    (bytes, from, to) => readFields({}, named, bytes, behindLabel(utf, bytes, from, to), to) as Values<F>,
  )
}

/** A discriminated union: `tag` holds the label, the other properties are that label's fields. */
export function variant<const Tag extends string, V extends Readonly<Record<string, Fields>>>(
  tag: Tag,
  variants: V,
): Codec<Variants<Tag, V>> {
  const all = asBytes(Object.keys(variants)).map((one) => ({ ...one, fields: namedFields(variants[one.word] ?? {}) }))
  const needed = (found: (typeof all)[number] | undefined) => {
    if (found === undefined) throw new Failure('unknown-variant')
    return found
  }
  return codec<Variants<Tag, V>>(
    (value) => {
      const label: string = value[tag]
      return writeFields(label, needed(all.find(({ word }) => word === label)).fields, value)
    },
    (bytes, from, to) => {
      const at = fieldEnd(bytes, from, to)
      const { word, fields } = needed(all.find(({ utf }) => isAt(utf, bytes, from + 4, at)))
      return readFields({ [tag]: word }, fields, bytes, at, to) as Variants<Tag, V>
    },
  )
}

type Named = readonly { name: string; field: Codec<unknown> }[]
const namedFields = (fields: Fields): Named => Object.entries(fields).map(([name, field]) => ({ name, field }))

/** Where the fields begin, behind a label that must be this one. */
function behindLabel(label: Uint8Array, bytes: Uint8Array, from: number, to: number): number {
  const end = fieldEnd(bytes, from, to)
  if (!isAt(label, bytes, from + 4, end)) throw bad()
  return end
}

const writeFields = (label: string, fields: Named, value: Readonly<Record<string, unknown>>): Bytes =>
  encode(label, ...fields.map(({ name, field }) => field.write(value[name])))

function readFields(values: Record<string, unknown>, fields: Named, bytes: Uint8Array, from: number, to: number) {
  let at = from
  for (const { name, field } of fields) {
    const end = fieldEnd(bytes, at, to)
    values[name] = field.parse(bytes, at + 4, end)
    at = end
  }
  if (at !== to) throw bad()
  return values
}
