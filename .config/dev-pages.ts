import type { Plugin } from 'vite'

// For `npm run dev` alone: its pages fetch code and styles from the development server. The product is built without this.

/** Takes away the policy that each page sets on itself, which forbids every request (P9). */
export const devPages: Plugin = {
  name: 'dev-pages',
  transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
}

/** Lets the development server put styles into pages by script. */
export function devPolicy({ content_security_policy: policy }: { content_security_policy?: unknown }): void {
  if (typeof policy !== 'object' || policy === null || !('extension_pages' in policy)) return
  policy.extension_pages = String(policy.extension_pages).replace(
    "style-src 'self'",
    "style-src 'self' 'unsafe-inline'",
  )
}
