import { fromUtf8, readU32, u64, utf8 } from './bytes.ts'
import type { Bytes } from './bytes.ts'
import { Failure } from './failure.ts'

export type Field = Uint8Array | string | number | bigint

/**
 * The one canonical form: the label and each field as u32 length ‖ bytes. Strings are UTF-8, integers u64 big-endian.
 * Throws `bad-text` on lone surrogates, `bad-integer` on what is not a safe non-negative integer.
 */
export function encode(label: string, ...fields: Field[]): Bytes {
  const parts = [labelBytes(label), ...fields.map(fieldBytes)]
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + 4 + part.length, 0))
  const view = new DataView(whole.buffer)
  let at = 0
  for (const part of parts) {
    view.setUint32(at, part.length)
    whole.set(part, at + 4)
    at += 4 + part.length
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
  const parts: Bytes[] = []
  for (let at = 0; at < bytes.length;) {
    const end = at + 4 + readU32(bytes, at)
    if (end > bytes.length) throw new Failure('bad-encoding')
    parts.push(bytes.slice(at + 4, end))
    at = end
  }
  const [label, ...fields] = parts
  if (label === undefined) throw new Failure('bad-encoding')
  return { label: labelText(label), fields }
}

function labelText(bytes: Uint8Array): string {
  try {
    return fromUtf8(bytes)
  } catch {
    throw new Failure('bad-encoding')
  }
}
