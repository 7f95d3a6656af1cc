import type { getDomain as GetDomain } from 'tldts'

declare global {
  /** tldts's `getDomain` with the public suffix list, once `/domains.js` has run in the worker. */
  var cloisonGetDomain: typeof GetDomain | undefined
  /** Of a service worker: runs a script of the extension's package synchronously. */
  function importScripts(file: string): void
}

const FILE = '/domains.js'

// A service worker may import later only the scripts that it imported while it was installed.
addEventListener('install', () => importScripts(FILE))

/**
 * Returns the registrable domain, as tldts's `getDomain`. For the worker, which starts many times a day and seldom needs it: the public
 * suffix list (130 kB) is a file of its own, loaded at the first call.
 */
export const getDomain: typeof GetDomain = (host, options) => {
  // An empty host is how `forgetLastHost` clears the library's cache. Without the list loaded there is no cache.
  if (globalThis.cloisonGetDomain === undefined && host === '') return null
  if (globalThis.cloisonGetDomain === undefined) importScripts(FILE)
  return globalThis.cloisonGetDomain?.(host, options) ?? null
}
