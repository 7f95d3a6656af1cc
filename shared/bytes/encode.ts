import { fromUtf8, readU32, u64, utf8 } from './bytes.ts'
import type { Bytes } from './bytes.ts'
import { Failure } from './failure.ts'

export type Field = Uint8Array | string | number | bigint

/**
 * The one canonical form: the label and each field as u32 length ‖ bytes. Strings are UTF-8, integers u64 big-endian.
 * Throws `bad-text` on lone surrogates, `bad-integer` on what is not a safe non-negative integer.
 */
export function encode(label: string, ...fields: Field[]): Bytes {
  const parts = [labelBytes(label)]
  let length = 4 * (1 + fields.length)
  for (const field of fields) parts.push(fieldBytes(field))
  for (const part of parts) length += part.length
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    const size = part.length
    whole[at] = size >>> 24
    whole[at + 1] = size >>> 16
    whole[at + 2] = size >>> 8
    whole[at + 3] = size
    whole.set(part, at + 4)
    at += 4 + size
  }
  return whole
}

/** Labels are few and written often: each is turned into bytes once. */
const labels = new Map<string, Uint8Array>()

function labelBytes(label: string): Uint8Array {
  const known = labels.get(label) ?? utf8(label)
  labels.set(label, known)
  return known
}

function fieldBytes(field: Field): Uint8Array {
  if (typeof field === 'string') return utf8(field)
  return field instanceof Uint8Array ? field : u64(field)
}

/** What `encode` put together; the fields are copies. Throws `bad-encoding`. */
export function split(bytes: Uint8Array): { label: string; fields: Bytes[] } {
  const { label, fields } = parts(bytes)
  return { label, fields: fields.map((field) => new Uint8Array(field)) }
}

/** As `split`, with fields that are windows on `bytes`: for whoever reads on at once, and copies what stays. */
export function parts(bytes: Uint8Array): { label: string; fields: Uint8Array[] } {
  const found: Uint8Array[] = []
  for (let at = 0; at < bytes.length;) {
    const end = at + 4 + readU32(bytes, at)
    if (end > bytes.length) throw new Failure('bad-encoding')
    found.push(bytes.subarray(at + 4, end))
    at = end
  }
  const [label, ...fields] = found
  if (label === undefined) throw new Failure('bad-encoding')
  return { label: labelText(label), fields }
}

/** Labels are read often, and nearly all of them are plain letters: a decoder costs more to call. */
const ASCII = Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code))

function labelText(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) {
    if (byte >= 0x80) return decoded(bytes)
    text += ASCII[byte] ?? ''
  }
  return text
}

function decoded(bytes: Uint8Array): string {
  try {
    return fromUtf8(bytes)
  } catch {
    throw new Failure('bad-encoding')
  }
}
