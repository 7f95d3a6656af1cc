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
  for (const field of fields) parts.push(fieldBytes(field))
  return framed(parts)
}

/** Each of `parts` as u32 length ‖ bytes, one after the other. */
export function framed(parts: readonly Uint8Array[]): Bytes {
  let length = 4 * parts.length
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

/** Where the field ends that begins at `at` with its length, among bytes up to `to`. Throws `bad-encoding` past them. */
export function fieldEnd(bytes: Uint8Array, at: number, to: number): number {
  const end = at + 4 + readU32(bytes, at)
  if (end > to) throw new Failure('bad-encoding')
  return end
}

/** What `framed` put together, as windows on `bytes`. Throws `bad-encoding`. */
export function unframed<Buffer extends ArrayBufferLike>(bytes: Uint8Array<Buffer>): Uint8Array<Buffer>[] {
  const found: Uint8Array<Buffer>[] = []
  for (let at = 0; at < bytes.length;) {
    const end = fieldEnd(bytes, at, bytes.length)
    found.push(bytes.subarray(at + 4, end))
    at = end
  }
  return found
}

/** What `encode` put together; the fields are copies. Throws `bad-encoding`. */
export function split(bytes: Uint8Array): { label: string; fields: Bytes[] } {
  const [label, ...fields] = unframed(bytes).map((field) => new Uint8Array(field))
  if (label === undefined) throw new Failure('bad-encoding')
  try {
    return { label: fromUtf8(label), fields }
  } catch {
    throw new Failure('bad-encoding')
  }
}
