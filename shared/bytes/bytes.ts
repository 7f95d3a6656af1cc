import { Failure } from './failure.ts'

/** Bytes in memory of their own, as WebCrypto wants them (never a SharedArrayBuffer). */
export type Bytes = Uint8Array<ArrayBuffer>

const isPlain = (bytes: Uint8Array): bytes is Bytes => bytes.buffer instanceof ArrayBuffer

/** The same bytes as WebCrypto accepts them; copied only when they lie in shared memory. */
export const plain = (bytes: Uint8Array): Bytes => (isPlain(bytes) ? bytes : new Uint8Array(bytes))

/** All parts one after another, as new bytes. */
export function concat(...parts: Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Whether both hold the same bytes; time does not depend on where they differ, only on the lengths. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let i = 0; i < a.length; i++) difference |= (a[i] ?? 0) ^ (b[i] ?? 0)
  return difference === 0
}

const encoder = new TextEncoder()

/** UTF-8 of `text`. Throws `bad-text` on a lone surrogate, which UTF-8 cannot say. */
export function utf8(text: string): Bytes {
  if (/\p{Surrogate}/u.test(text)) throw new Failure('bad-text')
  return encoder.encode(text)
}

// ignoreBOM keeps a leading U+FEFF: dropping it would let two encodings read as one text.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text that `bytes` are the UTF-8 of. Throws `bad-text`. */
export function fromUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes)
  } catch {
    throw new Failure('bad-text')
  }
}

/** `n` as 4 bytes, big-endian. Throws `bad-integer` outside 0..2^32-1. */
export function u32(n: number): Bytes {
  if (!Number.isInteger(n) || n < 0 || n > 0xffffffff) throw new Failure('bad-integer')
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, n)
  return bytes
}

/** `n` as 8 bytes, big-endian. Throws `bad-integer` outside 0..2^53-1, so that every reader can hold it. */
export function u64(n: number | bigint): Bytes {
  if (!Number.isSafeInteger(Number(n)) || n < 0) throw new Failure('bad-integer')
  const bytes = new Uint8Array(8)
  let rest = Number(n)
  for (let at = 7; rest > 0; at--) {
    bytes[at] = rest
    rest = Math.floor(rest / 256)
  }
  return bytes
}

/** The 4 bytes at `at` as an integer. Throws `bad-encoding` past the end. */
export function readU32(bytes: Uint8Array, at = 0): number {
  if (at + 4 > bytes.length) throw new Failure('bad-encoding')
  const [a = 0, b = 0, c = 0, d = 0] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]
  return a * 2 ** 24 + ((b << 16) | (c << 8) | d)
}

/** The bytes of a window, exactly 8, as an integer. Throws `bad-encoding` on another length or past 2^53-1. */
export function readU64(bytes: Uint8Array, from = 0, to = bytes.length): number {
  if (to - from !== 8) throw new Failure('bad-encoding')
  const n = readU32(bytes, from) * 2 ** 32 + readU32(bytes, from + 4)
  if (!Number.isSafeInteger(n)) throw new Failure('bad-encoding')
  return n
}

/** Gives what `work` makes of a secret that nobody needs afterwards, and overwrites it, also when `work` throws. */
export async function using<K extends Uint8Array, T>(secret: K, work: (secret: K) => T | Promise<T>): Promise<T> {
  try {
    return await work(secret)
  } finally {
    wipe(secret)
  }
}

/** Overwrites with zeros. Best effort: the engine may have made copies of its own. */
export function wipe(bytes: Uint8Array): void {
  bytes.fill(0)
}
