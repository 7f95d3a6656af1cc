import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'

type Stream = { key: string; block: number; rest: Uint8Array }
const streams = new AsyncLocalStorage<Stream>()

/** Fills bytes from the stream: SHA-256 of its key and a counter, block after block. */
function fill(bytes: Uint8Array, stream: Stream): void {
  for (let at = 0; at < bytes.length;) {
    if (stream.rest.length === 0) {
      stream.rest = createHash('sha256')
        .update(`${stream.key} ${String(stream.block)}`)
        .digest()
      stream.block += 1
    }
    const part = stream.rest.subarray(0, bytes.length - at)
    bytes.set(part, at)
    stream.rest = stream.rest.subarray(part.length)
    at += part.length
  }
}

/**
 * Replaces this process's randomness within `drawnFrom`, until the returned function is called. It is done from outside: the product
 * has no door for it. So ids, keys and salts of a seeded organisation are the same each time, and none of it may hold anything real.
 */
export function seedRandomness(): () => void {
  const own = Object.getOwnPropertyDescriptor(globalThis.crypto, 'getRandomValues')
  const real = globalThis.crypto.getRandomValues.bind(globalThis.crypto)
  Object.defineProperty(globalThis.crypto, 'getRandomValues', {
    configurable: true,
    writable: true,
    value<T extends ArrayBufferView<ArrayBuffer>>(array: T): T {
      const stream = streams.getStore()
      if (stream === undefined) return real(array)
      fill(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), stream)
      return array
    },
  })
  return () => {
    if (own === undefined) Reflect.deleteProperty(globalThis.crypto, 'getRandomValues')
    else Object.defineProperty(globalThis.crypto, 'getRandomValues', own)
  }
}

/** Runs work whose random bytes follow from this key alone, whatever runs beside it. */
export const drawnFrom = <T>(key: string, work: () => Promise<T>): Promise<T> =>
  streams.run({ key, block: 0, rest: new Uint8Array(0) }, work)
