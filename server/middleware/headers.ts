import type { MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import { nonceHeader, proofHeader } from '../../shared/protocol/dpop.ts'

const year = 31_536_000

/**
 * On every answer; a page that needs more opens it up itself. Where the public origin is https, browsers are told to use nothing else for
 * this host for a year (RFC 6797), counted anew with each answer. Without includeSubDomains and preload: what lies below the host is
 * somebody else's to decide, and a deployer's plain-http printer page must not die of our header. On http it would mean nothing.
 */
export const safeHeaders = (publicOrigin: string): MiddlewareHandler => {
  const all = Object.entries({
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Frame-Options': 'DENY',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'Cache-Control': 'no-store',
    ...(publicOrigin.startsWith('https:') ? { 'Strict-Transport-Security': `max-age=${year}` } : {}),
  })
  // Before the answer is made: to change one that is made costs as much as to make it.
  return async (c, next) => {
    for (const [name, value] of all) c.header(name, value)
    await next()
  }
}

/** Our extension's pages may ask, no web page may; never with cookies: there are none. */
export function onlyOurExtension(extensionId: string): MiddlewareHandler {
  const ours = `chrome-extension://${extensionId}`
  const allow = cors({
    origin: ours,
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['Authorization', 'Content-Type', proofHeader],
    exposeHeaders: ['Retry-After', nonceHeader],
    maxAge: 7_200,
  })
  return (c, next) => (c.req.method === 'OPTIONS' || c.req.header('origin') === ours ? allow(c, next) : next())
}

/** Each answer has the newest nonce (RFC 9449, 8.2), so that a desk that talks to us needs no round trip for one. */
export const newestNonce =
  (fresh: () => string): MiddlewareHandler =>
  async (c, next) => {
    c.header(nonceHeader, fresh())
    await next()
  }
