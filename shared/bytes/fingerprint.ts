import { fromBase64url } from './base64url.ts'

const BYTES = 16

/**
 * A hash (base64url) as two people compare it: its first 16 bytes, as eight groups of four hexadecimal digits. Half of a
 * SHA-256: whoever could make two alike would have to try 2^64 times.
 */
export function fingerprint(hash: string): string[] {
  const hex = [...fromBase64url(hash).slice(0, BYTES)].map((byte) => byte.toString(16).padStart(2, '0').toUpperCase())
  return Array.from({ length: BYTES / 2 }, (_, i) => hex.slice(2 * i, 2 * i + 2).join(''))
}
