import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** How long a proof may be made with a nonce, by this server's clock, ms. */
export const nonceLife = 10 * 60_000
/** A nonce is given out for so long before a newer one is, ms. */
const pace = 1_000
const [timeLength, markLength] = [8, 16]

export type ProofNonces = ReturnType<typeof createProofNonces>

/**
 * Nonces that tell how old a proof is (RFC 9449, 8): desks' clocks may be wrong, so only this server's counts. A nonce is
 * the time at which it was made and a MAC of that time, so none is stored. Each start draws a new MAC key: the process has
 * forgotten which proofs were used, so it must accept none made before. Several processes over one database will need one
 * key, derived from the server's secret.
 */
export function createProofNonces(now: () => number) {
  const key = randomBytes(32)
  let given = { time: -Infinity, nonce: '' }
  let after = 0

  const markOf = (time: Buffer) => createHmac('sha256', key).update(time).digest().subarray(0, markLength)
  function make(at: number): string {
    const time = Buffer.alloc(timeLength)
    time.writeDoubleBE(at)
    return Buffer.concat([time, markOf(time)]).toString('base64url')
  }

  return {
    /** The newest nonce, base64url. */
    fresh(): string {
      const time = Math.max(now(), after)
      if (time >= given.time + pace || given.time < after) given = { time, nonce: make(time) }
      return given.nonce
    },
    /** When a nonce was made, ms since 1970; null where this process made none such, or one too old. */
    timeOf(nonce: string): number | null {
      const bytes = Buffer.from(nonce, 'base64url')
      if (bytes.length !== timeLength + markLength || nonce.length !== 32) return null
      const time = bytes.subarray(0, timeLength)
      if (!timingSafeEqual(bytes.subarray(timeLength), markOf(time))) return null
      const at = time.readDoubleBE()
      return now() - at > nonceLife ? null : at
    },
    /** From now on `fresh` gives one that is later than that time. */
    passBy(time: number): void {
      after = Math.max(after, time + 1)
    },
  }
}
