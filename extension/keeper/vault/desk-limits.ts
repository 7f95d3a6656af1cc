import * as z from 'zod/mini'
import { firstPolicy } from '../../../shared/ledger/replay/owners.ts'
import { put, take } from './cache.ts'
import type { Shelver } from './cache.ts'
import type { Desk } from '../desk/desk.ts'
import { DeskTime } from '../desk/desk-time.ts'
import { readStored, writeStored } from '../desk/session-store.ts'
import type { Vault } from './vault.ts'

const HOUR = 3_600_000
/** How much newer than what lies on disk the last word of the server must be to be written again. */
const WORTH_WRITING = 600_000

/** By `DeskTime`. `heard`: when the server was last heard, null for never on this desk. */
const onDisk = z.strictObject({ time: z.number(), wall: z.number(), heard: z.nullable(z.number()) })
const KEY = 'times'

/** The limit of the policy that a desk has reached, and its hours. */
export type Over = { why: 'too-long' | 'unheard'; hours: number }

/**
 * L4 P10: how long a desk stays unlocked since its unlock, and without hearing from the server, by the policy that it verified. Judged at
 * each use, and whenever the browser's alarm wakes the worker. The times survive the worker in the session store; when the server was
 * last heard lies sealed on disk besides, so that an unlock does not begin it anew.
 */
export class DeskLimits {
  private clock: DeskTime | null = null
  private unlocked = 0
  private heardAt: number | null = null
  /** The one that lies on disk. */
  private written = 0
  /** During an unlock nothing is shown of what has not heard from the server for too long, and nothing locks: the first sync decides. */
  private unlocking = false

  constructor(private readonly desk: Desk) {}

  /** At an unlock: the one limit counts from now, the other from what this desk knew. */
  async begin(vault: Vault): Promise<void> {
    this.unlocking = true
    const kept = onDisk.safeParse(await take(this.desk, vault, KEY, ''))
    this.clock = new DeskTime(this.desk, kept.success ? kept.data : null)
    this.heardAt = kept.success ? kept.data.heard : null
    this.written = 0
    this.unlocked = this.clock.read(vault.chain.last?.time).time
    await this.note()
  }

  /** The first sync of an unlock is over. A slow clock that its entries have put right has not used up anything. */
  async settle(vault: Vault | null): Promise<void> {
    this.unlocking = false
    if (this.clock === null || vault === null) return
    this.unlocked = this.clock.read(vault.chain.last?.time).time
    await this.keep(vault)
    await this.note()
  }

  /** In a worker that wakes unlocked. What is not there any more counts as long ago. */
  async recall(): Promise<void> {
    const kept = await readStored(this.desk, KEY)
    this.clock = new DeskTime(this.desk, kept)
    this.unlocked = kept?.unlocked ?? 0
    this.heardAt = kept?.heard ?? null
    this.written = kept?.written ?? 0
  }

  forget(): void {
    this.clock = null
    this.unlocking = false
  }

  /** The server has answered this member with a ledger. What it says may be refused: one that only repeats itself cannot be told apart. */
  async heard(vault: Vault): Promise<void> {
    if (this.clock === null) return
    const reading = this.clock.read(vault.chain.last?.time)
    this.heardAt = reading.time
    await this.keep(vault)
    await this.note()
  }

  /** On disk, sealed; not before a first ledger is checked as a whole, as all that a desk keeps. */
  private async keep(vault: Vault): Promise<void> {
    const { clock, heardAt: heard } = this
    if (clock === null || heard === null || vault.owed !== null || heard - this.written < WORTH_WRITING) return
    this.written = heard
    // A full disk costs the memory of it: the next unlock needs the server's ledger then.
    await put(this.desk, vault, KEY, '', { ...clock.read(), heard }).catch(() => undefined)
  }

  /** Writes down how late it is, for the worker that comes after this one. */
  async note(): Promise<void> {
    if (this.clock === null) return
    const { unlocked, written, heardAt: heard } = this
    await writeStored(this.desk, KEY, { ...this.clock.read(), heard, unlocked, written })
  }

  /** The limit for which it must lock now. */
  due(vault: Vault): Over | null {
    return this.unlocking ? null : this.over(vault)
  }

  /** The limit that the desk has reached; null while it may stay unlocked. */
  over(vault: Vault): Over | null {
    const last = vault.chain.last
    const { unlockedHours, withoutServerHours } = last?.policy ?? firstPolicy
    if (this.clock === null) return { why: 'too-long', hours: unlockedHours }
    const { time } = this.clock.read(last?.time)
    if (time - this.unlocked >= unlockedHours * HOUR) return { why: 'too-long', hours: unlockedHours }
    if (this.heardAt === null || time - this.heardAt >= withoutServerHours * HOUR)
      return { why: 'unheard', hours: withoutServerHours }
    return null
  }
}

/** Before new keys of one's own are sent: the same under the cache key to come. */
export async function copyTimes(desk: Desk, vault: Shelver, next: Shelver): Promise<void> {
  const kept = await take(desk, vault, KEY, '')
  if (kept !== null) await put(desk, next, KEY, '', kept)
}
