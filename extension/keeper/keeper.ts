import { forgetLastMatch } from '../../shared/bytes/last-match.ts'
import { Failure } from '../../shared/bytes/failure.ts'
import type { FolderId, OrgId } from '../../shared/bytes/ids.ts'
import type { Connection, LockReason } from '../messages/views.ts'
import type { Open } from './vault/open.ts'
import { PATIENCE, ServerRefusal } from './desk/api.ts'
import { forget, keep, recallShelves } from './vault/cache.ts'
import { endClient } from './match/active-client.ts'
import type { Desk } from './desk/desk.ts'
import { DeskLimits } from './vault/desk-limits.ts'
import { endSession, recallSession } from './unlock/end-session.ts'
import { KeyRegister } from './desk/key-register.ts'
import { writeSession } from './desk/session.ts'
import type { Session } from './desk/session.ts'
import { limitShift } from './unlock/shift.ts'
import { forgetLastHost } from './match/match-rules.ts'
import { isAboutLedger, lockedBy } from './desk/lock-reasons.ts'
import { PinAhead } from './unlock/pin-ahead.ts'
import { Rekeying } from './acts/rekeying.ts'
import { countKeys, joinsFor, recallJoins, judgeUnlock } from './sync/people.ts'
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
import { keepUndelivered } from './vault/undelivered.ts'
import { keepWitness } from './vault/witness-blob.ts'

/**
 * The part that holds keys. It has a life: locked, unlocked, locked again; and it may be made anew at any moment from
 * what survives a worker's death. All that touches the vault goes through `run`, one at a time.
 */
export class Keeper {
  open: Open | null = null
  why: LockReason | null = null
  /** The hours of the policy's limit that locked it, null where that was something else. */
  limit: number | null = null
  connection: Connection = { state: 'live' }
  joins: Joins = { invitees: [], joins: [] }
  repairing: Repairing | null = null
  /** What a server says of itself, of a desk that has never opened its org: a hint, to compare with. */
  said: { server: string; org: OrgId } | null = null
  /** P10: every key buffer since the unlock. */
  readonly register = new KeyRegister()
  private line: Promise<unknown> = Promise.resolve()
  private restored: Promise<void> | null = null
  /** While a worker wakes: its vault, before its folders are there; and the folder that is wanted first. */
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
    const limit = () => AbortSignal.any([AbortSignal.timeout(PATIENCE), this.calls.signal])
    this.desk = { ...desk, fetch: (url, init) => desk.fetch(url, { ...init, signal: limit() }) }
    this.limits = new DeskLimits(this.desk)
  }

  /** Runs work after all work before it, on a keeper that has found its memory again. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.line.then(() => this.obey()).then(work)
    this.line = result.catch(() => undefined)
    return result
  }

  /** What only reads does not stand in line behind a server that is slow to answer, unless nothing can be told yet. */
  async look<T>(work: () => Promise<T>): Promise<T> {
    await this.awake()
    const over = this.open && this.limits.due(this.open.vault)
    if (over !== null) await this.lockNow(over.why)
    return this.open !== null && standingOf(this.open) === 'unknown' ? this.run(work) : work()
  }

  /** As `look`, for what needs one folder: a worker that wakes finds that one before all others. */
  async lookIn<T>(folder: FolderId, work: (open: Open) => Promise<T>): Promise<T> {
    this.awake().catch(() => undefined)
    const found = this.half?.then(async (open) => {
      if (open === null || standingOf(open) === 'unknown' || this.limits.over(open.vault) !== null) return null
      await recallShelves(open.desk, open.vault, folder)
      return open
    })
    this.first = found?.catch(() => undefined)
    const open = (await found) ?? null
    return open === null ? this.look(() => work(this.needOpen())) : work(open)
  }

  /** Syncs soon: one sync that waits for its turn serves all who ask for one meanwhile. */
  wake(): Promise<void> {
    this.due ??= this.run(() => {
      this.due = null
      return this.refresh()
    })
    return this.due
  }

  /** Locks at once: every request under way or in line is given up, so that nothing waits for a slow server (P10). */
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

  /** L4: past a limit of the policy it locks before anything else is done, how long that was in line. */
  private async obey(): Promise<void> {
    await this.awake()
    if (this.open === null) return
    const over = this.limits.due(this.open.vault)
    if (over === null) return this.limits.note()
    this.calls = new AbortController()
    await this.lock(over.why, over.hours)
  }

  /** What pages may be shown of: nothing before a first ledger has been verified, while a second key is owed, or past a limit. */
  get shown(): Open | null {
    const { open } = this
    return open !== null && standingOf(open) === 'free' && this.limits.over(open.vault) === null ? open : null
  }

  /** The unlocked vault, within the limits of the policy. Throws Failure `locked`. */
  needOpen(): Open {
    if (this.open === null || this.limits.over(this.open.vault) !== null) throw new Failure('locked')
    return this.open
  }

  private async restore(): Promise<void> {
    this.half = this.recall()
    const half = await this.half
    if (half === null) return
    await this.first
    await this.take(half)
    this.joins = await recallJoins(this.desk)
  }

  /** What a worker before this one left unlocked, all but its folders; null where there is nothing. */
  private async recall(): Promise<Open | null> {
    const [session] = await Promise.all([recallSession(this.desk), this.limits.recall()])
    if (session !== 'key-gone') return session && reopen(this.desk, session, this.register)
    await this.lock('key-gone')
    return null
  }

  /** The vault is whole once its folders are there. */
  private async take(open: Open): Promise<void> {
    await recallShelves(open.desk, open.vault)
    this.open = open
    this.half = null
    this.why = null
  }

  /** A ceremony brought a session: unlock with it. Throws what the first sync throws when there is nothing kept. */
  async unlocked(session: Session): Promise<void> {
    const open = await reopen(this.desk, session, this.register)
    try {
      await this.limits.begin(open.vault)
      await this.take(open)
      await writeSession(this.desk, session)
      this.pinAhead.stop()
      await this.refresh()
    } finally {
      await this.limits.settle(open.vault)
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

  /** Syncs and keeps; an unreachable server leaves everything usable, a removal drops everything. */
  async refresh(): Promise<void> {
    if (this.open === null) return
    const { desk, session, vault } = this.open
    try {
      await sync(desk, session, vault, this.watch(this.open))
      await limitShift(desk, stateOf(vault))
      await endClient(this.open)
      await this.rekeying.turn(this.open)
      await tidy(this.open, this.delivered)
      await keepUndelivered(desk, vault)
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
    // What is verified is of use at once; what follows may take a while.
    usable: async () => {
      await this.limits.heard(open.vault)
      open.vault.ledgerRefused = null
      if (stateOf(open.vault).policy.twoKeys) await countKeys(open)
      this.changed()
    },
  })

  /** Writes down, sealed, what changed; the pin never falls (P5). */
  async keep(): Promise<void> {
    if (this.open === null) return
    const { desk, session, vault } = this.open
    await keepWitness(desk, vault)
    if (vault.unkept.size === 0) return
    session.pinned = vault.pinned
    await writeSession(desk, session)
    await keep(desk, vault)
  }

  /** How far a repair of the server is, null for none. */
  report(repairing: Repairing | null): void {
    this.repairing = repairing
    this.changed()
  }

  /** Something a page shows has changed. */
  readonly tell = (): void => this.changed()

  private async failed(error: unknown, vault: Vault): Promise<void> {
    // A fault of ours must not undo what was just done: it is told as a connection that does not work.
    if (!(error instanceof Failure)) return this.retry('unknown')
    // P4: only the ledger itself proves a removal; the server's word for it locks, and drops nothing.
    if (error.code === 'removed' && !(error instanceof ServerRefusal)) {
      // Nothing of theirs stays on the desk (P7, P10).
      await forget(this.desk, vault)
      return this.lock('removed')
    }
    const over = await lockedBy(this.desk, error.code)
    if (over !== null) return this.lock(over)
    if (isAboutLedger(error.code)) {
      // The server was reached: it is what it says that is refused.
      vault.ledgerRefused = error.code
      await this.limits.heard(vault)
      this.connection = { state: 'live' }
    } else this.retry(error.code)
  }

  /** The server does not answer as it should: told until the next sync that works. */
  retry(code: string): void {
    const since = this.connection.state === 'retrying' ? this.connection.since : this.desk.now()
    this.connection = { state: 'retrying', since, code }
  }

  /** P10: no key and no plaintext stays, in memory or in any store. */
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
