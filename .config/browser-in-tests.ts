/**
 * Stands for `webextension-polyfill` in tests, which run in no browser, where that package refuses to load: hands out the
 * `chrome` that a test has put there, if any.
 */
export default new Proxy({}, { get: (_, name): unknown => Reflect.get(Reflect.get(globalThis, 'chrome'), name) })
