import type { Bytes } from '../../../shared/bytes/bytes.ts'
import type { PublicSessionKey } from '../../../shared/protocol/dpop.ts'
import type { SessionStore } from './session-store.ts'

/** A small key-value store. The reader must parse what it returns. */
export type Store = {
  get(key: string): Promise<unknown>
  set(key: string, value: unknown): Promise<void>
  remove(...keys: string[]): Promise<void>
}

/** Sealed blobs on disk, under names that reveal nothing (P10). */
export type Blobs = {
  get(name: string): Promise<Bytes | null>
  set(name: string, bytes: Bytes): Promise<void>
  remove(name: string): Promise<void>
  /** Removes blobs that were last written more than `age` ms ago. */
  sweep(age: number): Promise<void>
}

/** The key of a session. The private key signs and is not extractable; `publicKey` is a JWK (RFC 7517). */
export type SessionKey = Readonly<{ privateKey: CryptoKey; publicKey: PublicSessionKey }>

/** Where the session's key is kept until the lock. Of a browser's stores only IndexedDB can hold a non-extractable key. */
export type SessionKeyPlace = {
  get(): Promise<SessionKey | null>
  set(key: SessionKey): Promise<void>
  remove(): Promise<void>
}

/** What a keeper runs on, the browser's worker or a headless client: clock, network and stores. All side effects go through it. */
export type Desk = {
  now(): number
  /** A monotonic clock, in ms from some moment: it only grows, and nobody can set it. */
  ticks(): number
  fetch(url: string, init: RequestInit): Promise<Response>
  socket(url: string): WebSocket
  /** Unencrypted on disk: the server's address, the org id, how many days sealed data may stay, the language chosen; nothing else (P10). */
  local: Store
  /** In the browser's memory only: it outlives the worker, and is gone when the browser closes. */
  session: SessionStore
  /** Returns the managed policy that the organisation's IT has set for this browser, an empty object where there is none. */
  managed(): Promise<unknown>
  blobs: Blobs
  sessionKey: SessionKeyPlace
}
