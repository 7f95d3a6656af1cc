import type { MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'

/** On every answer; a page that needs more opens it up itself. */
export const safeHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  const { headers } = c.res
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('Referrer-Policy', 'no-referrer')
  headers.set('Cross-Origin-Resource-Policy', 'same-origin')
  headers.set('X-Frame-Options', 'DENY')
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
