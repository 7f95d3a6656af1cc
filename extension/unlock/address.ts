/** The names of this very machine, where http is as good as https: nothing leaves it. */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/**
 * The origin that a person means by what they typed: `vault.example.com`, or the whole address of some page there.
 * Null when it is no address; whether it may be trusted, and over http, is the keeper's to judge.
 */
export function originOf(typed: string): string | null {
  const text = typed.trim()
  const scheme = LOOPBACK.includes(URL.parse(`https://${text}`)?.hostname ?? '') ? 'http' : 'https'
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `${scheme}://${text}`
  if (text === '' || !URL.canParse(withScheme)) return null
  const url = new URL(withScheme)
  // Chromium reads a space in a host as %20; no host has one.
  if (url.hostname === '' || url.hostname.includes('%')) return null
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.origin : null
}

/** Whether the address goes over http to another machine than this one; not while it may still become a name of this machine. */
export function isUnsafe(typed: string): boolean {
  const url = URL.parse(typed.trim())
  return url?.protocol === 'http:' && !LOOPBACK.some((name) => name.startsWith(url.hostname))
}
