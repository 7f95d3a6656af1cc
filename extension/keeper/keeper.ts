import { Failure } from '../../shared/bytes/failure.ts'

import type { FolderId } from '../../shared/bytes/ids.ts'
import { memberKeys } from '../../shared/crypto/derive.ts'
import type { joinsReply } from '../../shared/protocol/enrol.ts'
import type * as z from 'zod/mini'
import type { Connection, LockReason } from '../messages/views.ts'
import { ServerRefusal, call } from './api.ts'
import { forget, keep, recall } from './cache.ts'
import type { Desk } from './desk.ts'
import { readSession, seedOf, writeSession } from './session.ts'
import type { Session } from './session.ts'
import type { Stretching } from './unlock.ts'
import { fetchJoins } from './submit.ts'
import { sync } from './sync.ts'
import { emptyVault, stateOf, wipeVault } from './vault.ts'
import type { Vault } from './vault.ts'

/** How long a server may take for one answer. */
const PATIENCE = 20_000

/** Losing these codes' sessions means losing access: the server no longer answers this person. */
const OVER = new Set(['removed', 'not-a-member', 'not-signed-in', 'credential-dead'])

export type Open = { desk: Desk; session: Session; vault: Vault }

/**
 * The part that holds keys. It has a life: locked, unlocked, locked again; and it may be made anew at any moment from
 * what survives a worker's death. All that touches the vault goes through `run`, one at a time.
 */
export class Keeper {
  open: Open | null = null
  why: LockReason | null = null
  connection: Connection = { state: 'live' }
  joins: z.infer<typeof joinsReply> = { invitees: [], joins: [] }
  /** How many keys this person has; null until known. */
  keys: number | null = null
  stretching: Stretching | null = null
  private line: Promise<unknown> = Promise.resolve()
  private restored: Promise<void> | null = null
  private calls = new AbortController()
  readonly desk: Desk

  constructor(
    desk: Desk,
    private readonly changed: () => void,
  ) {
    const limit = () => AbortSignal.any([AbortSignal.timeout(PATIENCE), this.calls.signal])
    this.desk = { ...desk, fetch: (url, init) => desk.fetch(url, { ...init, signal: limit() }) }
  }

  /** Runs work after all work before it, on a keeper that has found its memory again. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.line.then(() => this.awake()).then(work)
    this.line = result.catch(() => undefined)
    return result
  }

  /** What only reads does not stand in line behind a server that is slow to answer; a vault without a ledger yet has nothing to read. */
  async look<T>(work: () => Promise<T>): Promise<T> {
    await this.awake()
    return this.open?.vault.states.length === 0 ? this.run(work) : work()
  }

  /** Gives up every request under way, so that what stands in line comes to its turn. */
  hurry(): void {
    this.calls.abort()
    this.calls = new AbortController()
  }

  private awake(): Promise<void> {
    return (this.restored ??= this.restore())
  }

  /** The unlocked vault. Throws Failure `locked`. */
  needOpen(): Open {
    if (this.open === null) throw new Failure('locked')
    return this.open
  }

  private async restore(): Promise<void> {
    const session = await readSession(this.desk)
    if (session === null) return
    await this.take(session)
  }

  /** Opens the vault from what lies sealed on this desk; the server is asked afterwards. */
  private async take(session: Session): Promise<void> {
    const keys = await memberKeys(seedOf(session))
    const fresh = () => emptyVault(session.member, session.org, keys, session.pinned)
    let vault = fresh()
    await recall(this.desk, vault).catch(() => {
      vault = fresh()
    })
    this.open = { desk: this.desk, session, vault }
    this.why = null
  }

  /** A ceremony brought a session: unlock with it. Throws what the first sync throws when there is nothing kept. */
  async unlocked(session: Session): Promise<void> {
    await this.take(session)
    await writeSession(this.desk, session)
    this.stretching = null
    await this.refresh()
    if (this.open !== null && this.open.vault.states.length === 0) {
      const code =
        this.open.vault.ledgerRefused ?? (this.connection.state === 'retrying' ? this.connection.code : 'no-ledger')
      await this.lock('refused')
      throw new Failure(code)
    }
    this.tell()
  }

  /** Syncs and keeps; an unreachable server leaves everything usable, a removal drops everything. */
  async refresh(): Promise<void> {
    if (this.open === null) return
    const { desk, session, vault } = this.open
    const before = new Map([...vault.shelves].map(([folder, { entries }]) => [folder, entries.length]))
    const sequence = vault.states.length
    try {
      await sync(desk, session, vault)
      await this.refreshPeople()
      vault.ledgerRefused = null
      this.connection = { state: 'live' }
    } catch (error) {
      await this.failed(error)
    }
    if (this.open === null) return
    const grown = [...vault.shelves].filter(([folder, { entries }]) => before.get(folder) !== entries.length)
    if (grown.length > 0 || vault.states.length !== sequence) await this.keep(grown.map(([folder]) => folder))
    this.changed()
  }

  /** After our own write: everything new is in the vault already. */
  async keep(folders: readonly FolderId[]): Promise<void> {
    const { desk, session, vault } = this.needOpen()
    session.pinned = vault.pinned
    await writeSession(desk, session)
    await keep(desk, vault, folders)
  }

  private async refreshPeople(): Promise<void> {
    const open = this.needOpen()
    const role = stateOf(open.vault).members[open.vault.me]?.role
    if (role === 'owner' || role === 'admin') this.joins = await fetchJoins(open)
    if (this.keys === null) await this.countKeys()
  }

  /** Asks how many keys this person has: one alone is worth a warning. */
  async countKeys(): Promise<void> {
    const { desk, session } = this.needOpen()
    const reply = await call(desk, session.server, 'credentials', null, { token: session.token })
    this.keys = reply.credentials.length
  }

  /** Something a page shows has changed. */
  tell(): void {
    this.changed()
  }

  private async failed(error: unknown): Promise<void> {
    if (!(error instanceof Failure)) throw error
    const { vault } = this.needOpen()
    // P4: only the ledger itself proves a removal; the server's word for it locks, and drops nothing.
    if (error.code === 'removed' && !(error instanceof ServerRefusal)) return this.drop()
    if (OVER.has(error.code)) return this.lock('refused')
    if (['tampered-ledger', 'rolled-back', 'pending', 'no-ledger'].includes(error.code))
      vault.ledgerRefused = error.code
    else {
      const since = this.connection.state === 'retrying' ? this.connection.since : this.desk.now()
      this.connection = { state: 'retrying', since, code: error.code }
    }
  }

  /** The ledger says that this person is removed: nothing of theirs stays on the desk (P7, P10). */
  private async drop(): Promise<void> {
    const { desk, vault } = this.needOpen()
    await forget(desk, vault)
    await this.lock('removed')
  }

  /** P10: no key and no plaintext stays, in memory or in any store. */
  async lock(why: LockReason): Promise<void> {
    const { open } = this
    this.open = null
    this.why = why
    this.joins = { invitees: [], joins: [] }
    this.keys = null
    this.stretching = null
    this.connection = { state: 'live' }
    await this.desk.session.remove('unlocked', 'ceremony', 'nonce')
    if (open !== null) {
      wipeVault(open.vault)
      const { server, token } = open.session
      if (why === 'button' || why === 'idle')
        void call(this.desk, server, 'endSession', null, { token }).catch(() => null)
    }
    this.changed()
  }
}
