/**
 * Codecs: values to the canonical bytes of `encode`, and back. `read` accepts only what `write` would have written,
 * so that one value has one hash and one signature. Reading throws `bad-encoding`, or `unknown-variant` (P6).
 */
import { fromBase64url, toBase64url } from './base64url.ts'
import { equal, fromUtf8, readU64, u64, utf8 } from './bytes.ts'
import type { Bytes } from './bytes.ts'
import { encode, split } from './encode.ts'
import { Failure } from './failure.ts'

/** A codec's bytes are the bytes of one field. */
export type Codec<T> = { write(value: T): Bytes; read(bytes: Uint8Array): T }
/** The type of the values of a codec. */
export type Of<C> = C extends Codec<infer T> ? T : never
type Fields = Readonly<Record<string, Codec<unknown>>>
type Values<F extends Fields> = { [K in keyof F]: Of<F[K]> }
type Variants<Tag extends string, V extends Readonly<Record<string, Fields>>> = {
  [L in keyof V & string]: { [K in Tag]: L } & Values<V[L]>
}[keyof V & string]

const bad = () => new Failure('bad-encoding')

/** Reads with `read`, then refuses unless the value writes back to the same bytes. */
function canonical<T>(write: (value: T) => Bytes, read: (bytes: Uint8Array) => T): Codec<T> {
  return {
    write,
    read(bytes) {
      const value = read(bytes)
      if (!equal(write(value), bytes)) throw bad()
      return value
    },
  }
}

/** A safe non-negative integer as 8 bytes. */
export const int: Codec<number> = { write: u64, read: readU64 }

/** Raw bytes, copied; of exactly `length` when given. */
export function bytes(length: number | null = null): Codec<Bytes> {
  const copy = (value: Uint8Array) => {
    if (length !== null && value.length !== length) throw bad()
    return new Uint8Array(value)
  }
  return { write: copy, read: copy }
}

/** Text as UTF-8. Writing throws `bad-text` on lone surrogates. */
export const text: Codec<string> = {
  write: utf8,
  read(value) {
    try {
      return fromUtf8(value)
    } catch {
      throw bad()
    }
  },
}

/** A base64url string that stands for exactly `length` raw bytes. */
export function b64(length: number): Codec<string> {
  const raw = bytes(length)
  return { write: (value) => raw.write(fromBase64url(value)), read: (value) => toBase64url(raw.read(value)) }
}

/** One of a few words. */
export function oneOf<const W extends string>(...words: W[]): Codec<W> {
  const known = (value: string): W => {
    const word = words.find((one) => one === value)
    if (word === undefined) throw bad()
    return word
  }
  return { write: (value) => utf8(known(value)), read: (value) => known(text.read(value)) }
}

/** Any number of values of one kind. */
export function list<T>(item: Codec<T>): Codec<T[]> {
  return canonical(
    (values) => encode('list', ...values.map((value) => item.write(value))),
    (value) => labelled('list', value).map((field) => item.read(field)),
  )
}

/** A value, or null. */
export function nullable<T>(some: Codec<T>): Codec<T | null> {
  return canonical<T | null>(
    (value) => (value === null ? encode('none') : encode('some', some.write(value))),
    (value) => {
      const { label, fields } = split(value)
      if (label === 'none') return null
      const [field] = fields
      if (label !== 'some' || field === undefined) throw bad()
      return some.read(field)
    },
  )
}

/** Named fields, in declared order, under one label. */
export function record<F extends Fields>(label: string, fields: F): Codec<Values<F>> {
  return canonical<Values<F>>(
    (value) => writeFields(label, fields, value),
    (value) => readFields(fields, labelled(label, value)) as Values<F>,
  )
}

/** A discriminated union: `tag` holds the label, the other properties are that label's fields. */
export function variant<const Tag extends string, V extends Readonly<Record<string, Fields>>>(
  tag: Tag,
  variants: V,
): Codec<Variants<Tag, V>> {
  const known = (label: string): Fields => {
    const fields = Object.hasOwn(variants, label) ? variants[label] : undefined
    if (fields === undefined) throw new Failure('unknown-variant')
    return fields
  }
  return canonical<Variants<Tag, V>>(
    (value) => {
      const label: string = value[tag]
      return writeFields(label, known(label), value)
    },
    (value) => {
      const { label, fields } = split(value)
      return { [tag]: label, ...readFields(known(label), fields) } as Variants<Tag, V>
    },
  )
}

function labelled(expected: string, value: Uint8Array): Bytes[] {
  const { label, fields } = split(value)
  if (label !== expected) throw bad()
  return fields
}

function writeFields(label: string, fields: Fields, value: Readonly<Record<string, unknown>>): Bytes {
  return encode(label, ...Object.entries(fields).map(([name, field]) => field.write(value[name])))
}

function readFields(fields: Fields, raw: Uint8Array[]): Record<string, unknown> {
  const names = Object.entries(fields)
  if (names.length !== raw.length) throw bad()
  return Object.fromEntries(names.map(([name, field], i) => [name, field.read(raw[i] ?? new Uint8Array())]))
}
