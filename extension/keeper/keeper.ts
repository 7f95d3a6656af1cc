import { forgetLastMatch } from '../../shared/bytes/last-match.ts'
import { Failure } from '../../shared/bytes/failure.ts'
import type { FolderId, OrgId } from '../../shared/bytes/ids.ts'
import type { Connection, LockReason } from '../messages/views.ts'
import type { Open } from './vault/open.ts'
import { REQUEST_TIMEOUT, ServerRefusal } from './desk/api.ts'
import { dropVault, keepVault, restoreShelves } from './vault/cache.ts'
import { endClient } from './match/active-client.ts'
import type { Desk } from './desk/desk.ts'
import { DeskLimits } from './vault/desk-limits.ts'
import { endSession, restoreSession } from './unlock/end-session.ts'
import { KeyRegister } from './desk/key-register.ts'
import { writeSession } from './desk/session.ts'
import type { Session } from './desk/session.ts'
import { limitShift } from './unlock/shift.ts'
import { forgetLastHost } from './match/match-rules.ts'
import { isAboutLedger, lockReasonFor } from './desk/lock-reasons.ts'
import { PinAhead } from './unlock/pin-ahead.ts'
import { Rekeying } from './acts/rekeying.ts'
import { countKeys, joinsFor, restoreJoins, judgeUnlock } from './sync/people.ts'
import type { Joins } from './sync/people.ts'
import { sendUnsent } from './items/send-unsent.ts'
import { sync } from './sync/sync.ts'
import type { Watch } from './sync/sync.ts'
import { tidy } from './tidy.ts'
import { reopen } from './reopen.ts'
import type { Repairing } from './sync/repair.ts'
import { standingOf } from './vault/standing.ts'
import { stateOf } from './vault/vault.ts'
import type { Vault } from './vault/vault.ts'
import { storeUndelivered } from './vault/undelivered.ts'
import { keepForkWatch } from './vault/fork-watch-blob.ts'

/**
 * The part that holds keys. Its states are locked and unlocked. It may be made anew at any moment from what survives a worker's death.
 * All work that changes the vault goes through `run`, one piece at a time.
 */
export class Keeper {
  open: Open | null = null
  why: LockReason | null = null
  /** The hours of the policy's limit, if that limit locked it; otherwise null. */
  limit: number | null = null
  connection: Connection = { state: 'live' }
  joins: Joins = { invitees: [], joins: [] }
  repairing: Repairing | null = null
  /** The org that a server names, on a desk that has never opened it: a hint, confirmed or refused by the unlock. */
  said: { server: string; org: OrgId } | null = null
  /** P10: every key buffer since the unlock. */
  readonly register = new KeyRegister()
  private line: Promise<unknown> = Promise.resolve()
  private restored: Promise<void> | null = null
  /** While a worker wakes: the vault before its folders are recalled, and the folder that is wanted first. */
  private half: Promise<Open | null> | null = null
  private first: Promise<unknown> | undefined
  private due: Promise<void> | null = null
  readonly rekeying = new Rekeying(
    () => this.changed(),
    () => void this.wake(),
  )
  private delivered = new Set<string>()
  private calls = new AbortController()
  readonly desk: Desk
  private readonly limits: DeskLimits

  constructor(
    desk: Desk,
    private readonly changed: () => void,
    readonly pinAhead = new PinAhead(),
  ) {
    const limit = () => AbortSignal.any([AbortSignal.timeout(REQUEST_TIMEOUT), this.calls.signal])
    this.desk = { ...desk, fetch: (url, init) => desk.fetch(url, { ...init, signal: limit() }) }
    this.limits = new DeskLimits(this.desk)
  }

  /** Runs work after all work before it, once what an earlier worker left is recalled. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.line.then(() => this.obey()).then(work)
    this.line = result.catch(() => undefined)
    return result
  }

  /** Runs work that only reads, without waiting for a slow server; in line only while the person's standing is unknown. */
  async look<T>(work: () => Promise<T>): Promise<T> {
    await this.awake()
    const over = this.open && this.limits.limitToLockFor(this.open.vault)
    if (over !== null) await this.lockNow(over.why)
    return this.open !== null && standingOf(this.open) === 'unknown' ? this.run(work) : work()
  }

  /** As `look`, for work on one folder: a worker that wakes recalls that folder before all others. */
  async lookIn<T>(folder: FolderId, work: (open: Open) => Promise<T>): Promise<T> {
    this.awake().catch(() => undefined)
    const found = this.half?.then(async (open) => {
      if (open === null || standingOf(open) === 'unknown' || this.limits.reachedLimit(open.vault) !== null) return null
      await restoreShelves(open.desk, open.vault, folder)
      return open
    })
    this.first = found?.catch(() => undefined)
    const open = (await found) ?? null
    return open === null ? this.look(() => work(this.needOpen())) : work(open)
  }

  /** Syncs soon. All calls until the sync starts share it. */
  wake(): Promise<void> {
    this.due ??= this.run(() => {
      this.due = null
      return this.refresh()
    })
    return this.due
  }

  /** Locks at once: aborts every request under way, so that the lock does not wait for a slow server (P10). */
  lockNow(why: LockReason): Promise<void> {
    this.calls.abort()
    return this.run(async () => {
      this.calls = new AbortController()
      if (this.open !== null) await this.lock(why)
    })
  }

  private awake(): Promise<void> {
    return (this.restored ??= this.restore())
  }

  /** L4: past a limit of the policy, locks before any work is done, however long that work waited in line. */
  private async obey(): Promise<void> {
    await this.awake()
    if (this.open === null) return
    const over = this.limits.limitToLockFor(this.open.vault)
    if (over === null) return this.limits.storeTimes()
    this.calls = new AbortController()
    await this.lock(over.why, over.hours)
  }

  /** The vault that pages may show; null before a first ledger is verified, while a second key is owed, or past a limit. */
  get shown(): Open | null {
    const { open } = this
    return open !== null && standingOf(open) === 'free' && this.limits.reachedLimit(open.vault) === null ? open : null
  }

  /** The unlocked vault, within the limits of the policy. Throws Failure `locked`. */
  needOpen(): Open {
    if (this.open === null || this.limits.reachedLimit(this.open.vault) !== null) throw new Failure('locked')
    return this.open
  }

  private async restore(): Promise<void> {
    this.half = this.recall()
    const half = await this.half
    if (half === null) return
    await this.first
    await this.take(half)
    this.joins = await restoreJoins(this.desk)
  }

  /** Returns the vault that an earlier worker left unlocked, without its folders; null where there is none. */
  private async recall(): Promise<Open | null> {
    const [session] = await Promise.all([restoreSession(this.desk), this.limits.restore()])
    if (session !== 'key-gone') return session && reopen(this.desk, session, this.register)
    await this.lock('key-gone')
    return null
  }

  /** Recalls the folders and makes the vault the open one. */
  private async take(open: Open): Promise<void> {
    await restoreShelves(open.desk, open.vault)
    this.open = open
    this.half = null
    this.why = null
  }

  /** Unlocks with a new session. Throws Failure with the first sync's code where that sync brought no ledger, `server-unheard`. */
  async unlocked(session: Session): Promise<void> {
    const open = await reopen(this.desk, session, this.register)
    try {
      await this.limits.begin(open.vault)
      await this.take(open)
      await writeSession(this.desk, session)
      this.pinAhead.stop()
      await this.refresh()
    } finally {
      await this.limits.endUnlock(open.vault)
    }
    const isRefused = this.open?.vault.ledgerRefused === 'policy-head'
    if (this.open !== null && (isRefused || (await judgeUnlock(this.open)) === 'unknown')) {
      const code =
        this.open.vault.ledgerRefused ?? (this.connection.state === 'retrying' ? this.connection.code : 'no-ledger')
      await this.lock('refused')
      throw new Failure(code)
    }
    await this.obey()
    if (this.why === 'unheard') throw new Failure('server-unheard')
    this.tell()
  }

  /** Syncs, and keeps the result. An unreachable server leaves everything usable; a removal drops everything. */
  async refresh(): Promise<void> {
    if (this.open === null) return
    const { desk, session, vault } = this.open
    try {
      await sync(desk, session, vault, this.watch(this.open))
      await limitShift(desk, stateOf(vault))
      await endClient(this.open)
      await this.rekeying.turn(this.open)
      await tidy(this.open, this.delivered)
      await storeUndelivered(desk, vault)
      await sendUnsent(this.open)
      this.joins = (await joinsFor(this.open)) ?? this.joins
      await countKeys(this.open)
      this.connection = { state: 'live' }
    } catch (error) {
      await this.failed(error, vault)
    }
    if (this.open === null) return
    await this.keep()
    this.changed()
  }

  private readonly watch = (open: Open): Watch => ({
    signal: this.calls.signal,
    progress: (done, total) => {
      if (this.repairing !== null) this.report({ step: 'rest', done, total })
    },
    // The verified ledger is used at once; the rest of the sync may take a while.
    usable: async () => {
      await this.limits.noteAnswer(open.vault)
      open.vault.ledgerRefused = null
      if (stateOf(open.vault).policy.twoKeys) await countKeys(open)
      this.changed()
    },
  })

  /** Writes what changed to disk, sealed. The pinned head never goes back (P5). */
  async keep(): Promise<void> {
    if (this.open === null) return
    const { desk, session, vault } = this.open
    await keepForkWatch(desk, vault)
    if (vault.unstored.size === 0) return
    session.pinned = vault.pinned
    await writeSession(desk, session)
    await keepVault(desk, vault)
  }

  /** Notes how far a repair of the server is; null for none. */
  report(repairing: Repairing | null): void {
    this.repairing = repairing
    this.changed()
  }

  /** Reports that something a page shows has changed. */
  readonly tell = (): void => this.changed()

  private async failed(error: unknown, vault: Vault): Promise<void> {
    // An error of our own code must not undo what was just done: it is shown as a connection that does not work.
    if (!(error instanceof Failure)) return this.retry('unknown')
    // P4: only the ledger proves a removal; if only the server says so, the desk locks and drops nothing.
    if (error.code === 'removed' && !(error instanceof ServerRefusal)) {
      // Nothing of a removed person stays on the desk (P7, P10).
      await dropVault(this.desk, vault)
      return this.lock('removed')
    }
    const over = await lockReasonFor(this.desk, error.code)
    if (over !== null) return this.lock(over)
    if (isAboutLedger(error.code)) {
      // The server was reached; its ledger is refused.
      vault.ledgerRefused = error.code
      await this.limits.noteAnswer(vault)
      this.connection = { state: 'live' }
    } else this.retry(error.code)
  }

  /** Notes that the server does not answer as it should; shown until the next sync that works. */
  retry(code: string): void {
    const since = this.connection.state === 'retrying' ? this.connection.since : this.desk.now()
    this.connection = { state: 'retrying', since, code }
  }

  /** Locks. P10: no key and no plaintext stays, in memory or in any store. */
  async lock(why: LockReason, limit: number | null = null): Promise<void> {
    const { open } = this
    this.open = null
    this.why = why
    this.limit = limit
    this.limits.forget()
    this.joins = { invitees: [], joins: [] }
    this.pinAhead.stop()
    this.register.wipe()
    this.rekeying.forget()
    this.delivered = new Set()
    this.connection = { state: 'live' }
    await endSession(this.desk, open?.session ?? null, why)
    forgetLastMatch()
    forgetLastHost()
    this.changed()
  }
}
