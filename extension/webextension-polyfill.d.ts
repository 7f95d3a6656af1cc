/**
 * What the polyfill hands out is typed as what it wraps, Chromium's own names. The types of `@types/webextension-polyfill` are
 * Firefox's: they lack what our checks rest on (`sender.origin`, `documentLifecycle`, `setAccessLevel`, `asyncBlocking`).
 */
declare module 'webextension-polyfill' {
  const browser: typeof chrome
  export default browser
}
