/** Randomness. From the platform's CSPRNG (Web Cryptography API). Promises nothing where the platform has no entropy. */
import type { Bytes } from '../bytes/bytes.ts'

/** `length` random bytes, at most 65,536. */
export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))
