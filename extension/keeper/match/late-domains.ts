import type { getDomain as GetDomain } from 'tldts'

declare global {
  /** The list of public suffixes with what reads it, once `/domains.js` has run in the worker. */
  var cloisonGetDomain: typeof GetDomain | undefined
  /** A worker's own: runs a script of the package, before it returns. */
  function importScripts(file: string): void
}

const FILE = '/domains.js'

// The browser lets a worker load later only what it has loaded when it was installed.
addEventListener('install', () => importScripts(FILE))

/**
 * tldts's `getDomain` for the worker, which wakes many times a day and seldom asks: the list of public suffixes, 130 kB, lies in a file
 * of its own and is read at the first question.
 */
export const getDomain: typeof GetDomain = (host, options) => {
  // Who asks about nothing wants the last host forgotten: without a list there is none.
  if (globalThis.cloisonGetDomain === undefined && host === '') return null
  if (globalThis.cloisonGetDomain === undefined) importScripts(FILE)
  return globalThis.cloisonGetDomain?.(host, options) ?? null
}
