import type { MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'

const year = 31_536_000

/**
 * On every answer; a page that needs more opens it up itself. Where the public origin is https, browsers are told to use nothing else for
 * this host for a year (RFC 6797), counted anew with each answer. Without includeSubDomains and preload: what lies below the host is
 * somebody else's to decide, and a deployer's plain-http printer page must not die of our header. On http it would mean nothing.
 */
export const safeHeaders =
  (publicOrigin: string): MiddlewareHandler =>
  async (c, next) => {
    await next()
    const { headers } = c.res
    headers.set('X-Content-Type-Options', 'nosniff')
    headers.set('Referrer-Policy', 'no-referrer')
    headers.set('Cross-Origin-Resource-Policy', 'same-origin')
    headers.set('X-Frame-Options', 'DENY')
    if (publicOrigin.startsWith('https:')) headers.set('Strict-Transport-Security', `max-age=${year}`)
    if (!headers.has('Content-Security-Policy'))
      headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
  }

/** Our extension's pages may ask, no web page may; never with cookies: there are none. */
export const onlyOurExtension = (extensionId: string): MiddlewareHandler =>
  cors({
    origin: `chrome-extension://${extensionId}`,
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['Authorization', 'Content-Type'],
    exposeHeaders: ['Retry-After'],
    maxAge: 7_200,
  })
