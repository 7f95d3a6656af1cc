/**
 * The one source of `browser`, for the worker and for our pages; a script in a web page uses `chrome`, since this weighs
 * 10 kB (`.config/layers.ts` refuses it there). What `webextension-polyfill` does:
 *
 * - Where the browser brings `browser` itself (Firefox, Chromium since the versions that have it), it hands that out as it is.
 * - Elsewhere it wraps `chrome` by a list of functions that took callbacks: of ours `tabs`, `windows`, `storage.local` and
 *   `.managed`, `webNavigation.getAllFrames`, `contextMenus.removeAll`, `runtime.sendMessage`. Each gives a promise, and throws
 *   where it is called with a callback as well, or with more arguments than its list has.
 * - What is not on that list comes through unchanged, with Chromium's own promises: `action`, `scripting`, `offscreen`,
 *   `storage.session`, `setAccessLevel`, `alarms.create`, `commands`, `idle`, `runtime.connect` and ports,
 *   `runtime.getPackageDirectoryEntry`. So do all events but `runtime.onMessage`: `webRequest.onAuthRequired` keeps its
 *   `asyncBlocking` callback, where Firefox wants a promise.
 * - A listener of `runtime.onMessage` may return true and call `respond` later, under the polyfill as without it. `sender` is
 *   the browser's own object, untouched: who may ask is judged by it as before.
 */
import browser from 'webextension-polyfill'

export { browser }
