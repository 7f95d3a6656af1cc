import { WebSocket as NodeSocket } from 'ws'
import type { Desk, SessionKey, SessionKeyPlace, Store } from '../../extension/keeper/desk/desk.ts'

const memoryStore = (kept: Map<string, unknown>): Store => ({
  get: (key) => Promise.resolve(structuredClone(kept.get(key))),
  set: (key, value) => Promise.resolve(void kept.set(key, structuredClone(value))),
  remove: (...keys) => Promise.resolve(keys.forEach((key) => kept.delete(key))),
})

/** A key goes in and comes out by structured clone, as IndexedDB has it: what cannot be exported stays so. */
export function memoryKeyPlace(): SessionKeyPlace {
  let kept: SessionKey | null = null
  return {
    get: () => Promise.resolve(kept),
    set: (key) => Promise.resolve(void (kept = structuredClone(key))),
    remove: () => Promise.resolve(void (kept = null)),
  }
}

export type NodeDesk = Desk & {
  /** Everything that lies on this desk, for tests that look for what should not. */
  kept: { local: Map<string, unknown>; session: Map<string, unknown>; blobs: Map<string, Uint8Array<ArrayBuffer>> }
}

/** A desk in Node: the keeper's own code over plain maps, real network, real clock. */
export function nodeDesk(now: () => number = Date.now, ticks = () => performance.now()): NodeDesk {
  const kept: NodeDesk['kept'] = { local: new Map(), session: new Map(), blobs: new Map() }
  const written = new Map<string, number>()
  return {
    kept,
    now,
    ticks,
    fetch: (url, init) => fetch(url, init),
    socket: (url) => new NodeSocket(url) as unknown as WebSocket,
    local: memoryStore(kept.local),
    session: memoryStore(kept.session),
    managed: () => Promise.resolve({}),
    blobs: {
      get: (name) => Promise.resolve(kept.blobs.get(name) ?? null),
      set(name, bytes) {
        kept.blobs.set(name, bytes)
        written.set(name, now())
        return Promise.resolve()
      },
      remove: (name) => Promise.resolve(void kept.blobs.delete(name)),
      sweep(age) {
        for (const name of kept.blobs.keys()) if ((written.get(name) ?? 0) < now() - age) kept.blobs.delete(name)
        return Promise.resolve()
      },
    },
    sessionKey: memoryKeyPlace(),
  }
}
