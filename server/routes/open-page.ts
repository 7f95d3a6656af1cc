import type { Hono } from 'hono'
import { page, style } from './open-page-html.ts'
import { createHash } from 'node:crypto'

const styleHash = createHash('sha256').update(style).digest('base64')
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** The language that an Accept-Language header (RFC 9110, 12.5.4) puts first, of the two there are. */
function languageOf(header: string): 'fr' | 'en' {
  const wanted = header
    .split(',')
    .map((one) => {
      const [tag = '', quality] = one.trim().split(/;\s*q=/)
      return { language: tag.slice(0, 2).toLowerCase(), quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ language, quality }) => (language === 'fr' || language === 'en') && quality > 0)
    .sort((a, b) => b.quality - a.quality)
  return wanted[0]?.language === 'fr' ? 'fr' : 'en'
}

/** The server's address shows where to open Cloison: the extension does the rest, this page runs no script. */
export function openPageRoutes(app: Hono): void {
  app.get('/', (c) => c.redirect('/.cloison/open'))
  app.get('/.cloison/open', (c) => {
    const language = languageOf(c.req.header('accept-language') ?? '')
    return c.html(page(language), 200, {
      'Content-Security-Policy': policy,
      'Content-Language': language,
      Vary: 'Accept-Language',
    })
  })
}
