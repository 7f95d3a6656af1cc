import { createStore, del, entries, get, set } from 'idb-keyval'
import * as z from 'zod/mini'
import { sessionKey } from '../../../shared/protocol/dpop.ts'
import { browser } from '../../browser.ts'
import type { Desk, SessionKey, SessionKeyPlace, Store } from './desk.ts'

const storeOf = (area: chrome.storage.StorageArea): Store => ({
  get: async (key) => (await area.get(key))[key],
  set: (key, value) => area.set({ [key]: value }),
  remove: (...keys) => area.remove(keys),
})

const blob = z.object({ at: z.number(), bytes: z.instanceof(Uint8Array) })

const kept = z.object({ privateKey: z.instanceof(CryptoKey), publicKey: sessionKey })

/** Returns the place of the session's key: an IndexedDB database of its own, read once in a worker's life. */
function keyPlace(): SessionKeyPlace {
  const store = createStore('cloison-session', 'key')
  let held: Promise<SessionKey | null> | null = null
  // A key that cannot be read counts as gone: the person unlocks again.
  const read = async () => kept.safeParse(await get('key', store).catch(() => null)).data ?? null
  return {
    get: () => (held ??= read()),
    async set(key) {
      held = null
      await set('key', key, store)
    },
    async remove() {
      held = null
      await del('key', store)
    },
  }
}

/** Returns the desk of the extension's worker: the browser's stores, network and clock. */
export function chromeDesk(): Desk {
  const store = createStore('cloison', 'blobs')
  return {
    now: () => Date.now(),
    ticks: () => performance.now(),
    fetch: (url, init) => fetch(url, init),
    socket: (url) => new WebSocket(url),
    local: storeOf(browser.storage.local),
    session: storeOf(browser.storage.session),
    managed: () => browser.storage.managed.get(null),
    blobs: {
      async get(name) {
        const found = blob.safeParse(await get(name, store))
        return found.success ? new Uint8Array(found.data.bytes) : null
      },
      set: (name, bytes) => set(name, { at: Date.now(), bytes }, store),
      remove: (name) => del(name, store),
      async sweep(age) {
        for (const [name, value] of await entries(store)) {
          const found = blob.safeParse(value)
          if (!found.success || found.data.at < Date.now() - age) await del(name, store)
        }
      },
    },
    sessionKey: keyPlace(),
  }
}
