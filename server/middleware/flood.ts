import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { Problem } from '../store/problem.ts'
import type { AddressOf } from './client-address.ts'

export type FloodCap = { most: number; windowMs: number }
/**
 * High: a site of 10,000 desks shares one address, each asks every 30 s, and all of them at once after news. What must be
 * counted closely is counted by credential, invitation, code.
 */
export const usualCap: FloodCap = { most: 30_000, windowMs: 10_000 }

/** Counts one more request from an address, in memory. Throws `too-many` past `most` a window. */
export type CountRequest = (address: string) => void

export function countRequests({ most, windowMs }: FloodCap, now: () => number): CountRequest {
  let counts = new Map<string, number>()
  let ends = 0
  return (address) => {
    if (now() >= ends) {
      counts = new Map()
      ends = now() + windowMs
    }
    const count = (counts.get(address) ?? 0) + 1
    counts.set(address, count)
    const retryAfter = Math.max(1, Math.ceil((ends - now()) / 1000))
    if (count > most) throw new Problem('too-many', 'Too many requests from this address.', { retryAfter })
  }
}

/** Counts each request by its client's address before anything else is done for it. */
export const floodCap =
  (count: CountRequest, addressOf: AddressOf): MiddlewareHandler =>
  async (c, next) => {
    count(addressOf({ peer: peerOf(c), forwarded: c.req.header('x-forwarded-for') ?? '' }))
    await next()
  }

/** Who connected; nobody did where tests call the app itself. */
function peerOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? ''
  } catch {
    return ''
  }
}
