import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Purpose } from '../../shared/protocol/unlock.ts'

/** What an id is good for, once. */
type Kind = `nonce ${Purpose}` | 'attempt' | 'enrolment'
export type Tickets = ReturnType<typeof createTickets>

const markLength = 4

/**
 * Makes ids that are good once, and tells those that this server never gave out without asking the database: each ends with a mark under a
 * key from the server's secret. The mark only keeps strangers from making the database work. It proves nothing: what counts is the row of
 * the id, and that it is still there.
 */
export function createTickets(secret: Uint8Array) {
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'cloison/v1/server/tickets', 32))
  const markOf = (kind: Kind, random: Uint8Array) =>
    createHmac('sha256', key).update(kind).update(random).digest().subarray(0, markLength)

  return {
    /** A new id of so many bytes, base64url; all but four are random. */
    make(kind: Kind, length: number): string {
      const random = randomBytes(length - markLength)
      return Buffer.concat([random, markOf(kind, random)]).toString('base64url')
    },
    /** False for an id that this server cannot have given out for that. */
    isOurs(kind: Kind, id: string): boolean {
      const bytes = Buffer.from(id, 'base64url')
      if (bytes.length <= markLength) return false
      const [random, mark] = [bytes.subarray(0, -markLength), bytes.subarray(-markLength)]
      return timingSafeEqual(mark, markOf(kind, random))
    },
  }
}
