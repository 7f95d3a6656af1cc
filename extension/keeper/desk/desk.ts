import type { Bytes } from '../../../shared/bytes/bytes.ts'
import type { PublicSessionKey } from '../../../shared/protocol/dpop.ts'
import type { SessionStore } from './session-store.ts'

/** A small key-value store; what comes out is parsed by whoever reads it. */
export type Store = {
  get(key: string): Promise<unknown>
  set(key: string, value: unknown): Promise<void>
  remove(...keys: string[]): Promise<void>
}

/** Sealed blobs on disk, under random-looking names (P10). */
export type Blobs = {
  get(name: string): Promise<Bytes | null>
  set(name: string, bytes: Bytes): Promise<void>
  remove(name: string): Promise<void>
  /** Drops what was last written more than `age` ms ago. */
  sweep(age: number): Promise<void>
}

/**
 * The key of a session: its private half signs and cannot be exported, by anybody. `publicKey` is a JWK.
 */
export type SessionKey = Readonly<{ privateKey: CryptoKey; publicKey: PublicSessionKey }>

/** Where the session's key lies until the lock. Of all stores of a browser IndexedDB alone holds a key that cannot be exported. */
export type SessionKeyPlace = {
  get(): Promise<SessionKey | null>
  set(key: SessionKey): Promise<void>
  remove(): Promise<void>
}

/** Where a keeper runs: the browser's worker, or a headless client. Everything outside the keeper's own mathematics. */
export type Desk = {
  now(): number
  /** Ms since this worker began, or some other moment: it only grows, and nobody sets it. */
  ticks(): number
  fetch(url: string, init: RequestInit): Promise<Response>
  socket(url: string): WebSocket
  /** In clear on disk: the server's address, the org id, and how many days sealed data may stay; nothing else (P10). */
  local: Store
  /** In memory of the browser only, gone when it closes; survives the worker's death. */
  session: SessionStore
  /** What the organisation's IT has set for this browser; an empty object where nothing. */
  managed(): Promise<unknown>
  blobs: Blobs
  sessionKey: SessionKeyPlace
}
