/**
 * Codecs: values to the canonical bytes of `encode`, and back. `read` accepts only what `write` would have written,
 * so that one value has one hash and one signature. Reading throws `bad-encoding`, or `unknown-variant` (P6).
 */
import { fromBase64url, toBase64url } from './base64url.ts'
import { equal, fromUtf8, readU64, u64, utf8 } from './bytes.ts'
import type { Bytes } from './bytes.ts'
import { encode, parts } from './encode.ts'
import { Failure } from './failure.ts'

/**
 * A codec's bytes are the bytes of one field. `read` refuses what does not write back to the same bytes; `parse` leaves
 * that comparison to the codec around it, so that it is made once for the whole.
 */
export type Codec<T> = { write(value: T): Bytes; read(bytes: Uint8Array): T; parse(bytes: Uint8Array): T }
/** The type of the values of a codec. */
export type Of<C> = C extends Codec<infer T> ? T : never
type Fields = Readonly<Record<string, Codec<unknown>>>
type Values<F extends Fields> = { [K in keyof F]: Of<F[K]> }
type Variants<Tag extends string, V extends Readonly<Record<string, Fields>>> = {
  [L in keyof V & string]: { [K in Tag]: L } & Values<V[L]>
}[keyof V & string]

const bad = () => new Failure('bad-encoding')

/** Reads with `parse`, then refuses unless the value writes back to the same bytes. */
export function codec<T>(write: (value: T) => Bytes, parse: (bytes: Uint8Array) => T): Codec<T> {
  return {
    write,
    parse,
    read(bytes) {
      const value = parse(bytes)
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
  (value) => value[0] === 1,
)

/** Raw bytes, copied; of exactly `length` when given. */
export function bytes(length: number | null = null): Codec<Bytes> {
  const copy = (value: Uint8Array) => {
    if (length !== null && value.length !== length) throw bad()
    return new Uint8Array(value)
  }
  return codec<Bytes>(copy, copy)
}

/** Text as UTF-8. Writing throws `bad-text` on lone surrogates. */
export const text: Codec<string> = codec(utf8, (value) => {
  try {
    return fromUtf8(value)
  } catch {
    throw bad()
  }
})

/** A base64url string that stands for exactly `length` raw bytes. */
export function b64(length: number): Codec<string> {
  const exact = <B extends Uint8Array>(value: B): B => {
    if (value.length !== length) throw bad()
    return value
  }
  return codec(
    (value) => exact(fromBase64url(value)),
    (value) => toBase64url(exact(value)),
  )
}

/** One of a few words. */
export function oneOf<const W extends string>(...words: W[]): Codec<W> {
  const known = words.map((word) => ({ word, spelled: utf8(word) }))
  const needed = (found: (typeof known)[number] | undefined) => {
    if (found === undefined) throw bad()
    return found
  }
  return codec(
    (value) => needed(known.find(({ word }) => word === value)).spelled,
    (value) => needed(known.find(({ spelled }) => equal(spelled, value))).word,
  )
}

/** Any number of values of one kind. */
export function list<T>(item: Codec<T>): Codec<T[]> {
  return codec(
    (values) => encode('list', ...values.map((value) => item.write(value))),
    (value) => labelled('list', value).map((field) => item.parse(field)),
  )
}

/** A value, or null. */
export function nullable<T>(some: Codec<T>): Codec<T | null> {
  return codec<T | null>(
    (value) => (value === null ? encode('none') : encode('some', some.write(value))),
    (value) => {
      const { label, fields } = parts(value)
      if (label === 'none') return null
      const [field] = fields
      if (label !== 'some' || field === undefined) throw bad()
      return some.parse(field)
    },
  )
}

/** Named fields, in declared order, under one label. */
export function record<F extends Fields>(label: string, fields: F): Codec<Values<F>> {
  const named = Object.entries(fields)
  return codec<Values<F>>(
    (value) => writeFields(label, named, value),
    (value) => readFields(named, labelled(label, value)) as Values<F>,
  )
}

/** A discriminated union: `tag` holds the label, the other properties are that label's fields. */
export function variant<const Tag extends string, V extends Readonly<Record<string, Fields>>>(
  tag: Tag,
  variants: V,
): Codec<Variants<Tag, V>> {
  const all = new Map(Object.entries(variants).map(([label, fields]) => [label, Object.entries(fields)]))
  const known = (label: string): Named => {
    const fields = all.get(label)
    if (fields === undefined) throw new Failure('unknown-variant')
    return fields
  }
  return codec<Variants<Tag, V>>(
    (value) => {
      const label: string = value[tag]
      return writeFields(label, known(label), value)
    },
    (value) => {
      const { label, fields } = parts(value)
      return { [tag]: label, ...readFields(known(label), fields) } as Variants<Tag, V>
    },
  )
}

type Named = readonly (readonly [string, Codec<unknown>])[]

function labelled(expected: string, value: Uint8Array): Uint8Array[] {
  const { label, fields } = parts(value)
  if (label !== expected) throw bad()
  return fields
}

const writeFields = (label: string, fields: Named, value: Readonly<Record<string, unknown>>): Bytes =>
  encode(label, ...fields.map(([name, field]) => field.write(value[name])))

function readFields(fields: Named, raw: Uint8Array[]): Record<string, unknown> {
  if (fields.length !== raw.length) throw bad()
  const values: Record<string, unknown> = {}
  for (const [i, [name, field]] of fields.entries()) values[name] = field.parse(raw[i] ?? new Uint8Array())
  return values
}
