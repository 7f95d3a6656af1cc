/** Randomness. From the platform's CSPRNG (Web Cryptography API). Promises nothing where the platform has no entropy. */
import type { Bytes } from '../bytes/bytes.ts'

/** `length` random bytes, at most 65,536. */
export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))

/** `count` even draws from 0 to `below` - 1, which is 256 at the most: a byte past the last whole multiple is drawn again. */
export function randomPicks(count: number, below: number): number[] {
  const limit = 256 - (256 % below)
  const picks: number[] = []
  while (picks.length < count)
    for (const byte of randomBytes(Math.min(2 * count, 1_024)))
      if (byte < limit && picks.length < count) picks.push(byte % below)
  return picks
}
