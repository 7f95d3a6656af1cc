import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { Problem } from '../store/problem.ts'

export type FloodCap = { most: number; windowMs: number }
/**
 * High: a site of 10,000 desks shares one address, each asks every 30 s, and all of them at once after news. What must be
 * counted closely is counted by credential, invitation, code.
 */
export const usualCap: FloodCap = { most: 30_000, windowMs: 10_000 }

function addressOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? ''
  } catch {
    return ''
  }
}

/** Lets through `most` requests a window from one address, in memory; past that `too-many`. */
export function floodCap({ most, windowMs }: FloodCap, now: () => number): MiddlewareHandler {
  let counts = new Map<string, number>()
  let ends = 0
  return async (c, next) => {
    if (now() >= ends) {
      counts = new Map()
      ends = now() + windowMs
    }
    const address = addressOf(c)
    const count = (counts.get(address) ?? 0) + 1
    counts.set(address, count)
    const retryAfter = Math.max(1, Math.ceil((ends - now()) / 1000))
    if (count > most) throw new Problem('too-many', 'Too many requests from this address.', { retryAfter })
    await next()
  }
}
