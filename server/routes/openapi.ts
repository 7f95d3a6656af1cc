import type { Hono } from 'hono'
import { gzipSync } from 'node:zlib'
import { openApiDocument } from './openapi/document.ts'

/** Where the document is: not below `/api`, since it is no endpoint and no page of the extension asks for it. */
export const openApiPath = '/openapi.json'

/**
 * Answers anybody with the description of the protocol. It is the same for all: made and packed once, when it is first asked for, so that
 * asking for it again costs the server next to nothing.
 */
export function openApiRoute(app: Hono): void {
  let made: { text: string; packed: Uint8Array<ArrayBuffer> } | null = null
  const make = () => {
    const text = JSON.stringify(openApiDocument())
    return { text, packed: new Uint8Array(gzipSync(text)) }
  }
  app.get(openApiPath, (c) => {
    made ??= make()
    const headers = { 'Content-Type': 'application/json', Vary: 'Accept-Encoding' }
    const isPacked = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|\s|$))/i.test(c.req.header('accept-encoding') ?? '')
    return isPacked
      ? c.body(made.packed, 200, { ...headers, 'Content-Encoding': 'gzip' })
      : c.body(made.text, 200, headers)
  })
}
