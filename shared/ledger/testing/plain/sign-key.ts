import { ed25519 } from '@noble/curves/ed25519.js'
import { idBytes } from '../../../bytes/ids.ts'
import type { SignPublic } from '../../../bytes/ids.ts'
import { need } from './book.ts'
import type { Book } from './book.ts'

const P = 2n ** 255n - 19n

/** Rule 5, first half: not of small order, in its one canonical form. */
export function soundKey(key: SignPublic) {
  const bytes = idBytes(key)
  const number = [...bytes].reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n)
  need(number % 2n ** 255n < P, 'bad-sign-key')
  need(!isSmallOrder(bytes), 'bad-sign-key')
}

function isSmallOrder(bytes: Uint8Array) {
  try {
    return ed25519.Point.fromBytes(bytes, true).isSmallOrder()
  } catch {
    return false
  }
}

/** Rule 5, whole, for a key that somebody takes. */
export function newKey(book: Book, key: SignPublic) {
  soundKey(key)
  need(!book.everKeys.has(key), 'already-there')
  book.everKeys.add(key)
}
