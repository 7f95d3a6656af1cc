import * as z from 'zod/mini'
import { hoursUnlocked } from '../../messages/settings.ts'
import { firstPolicy } from '../../../shared/ledger/replay/owners.ts'
import { putBlob, readBlob } from './cache.ts'
import type { CacheOwner } from './cache.ts'
import type { Desk } from '../desk/desk.ts'
import { DeskTime } from '../desk/desk-time.ts'
import { readStored, writeStored } from '../desk/session-store.ts'
import type { Vault } from './vault.ts'

const HOUR = 3_600_000
/** How much newer (ms) than the time on disk the server's last answer must be to be written to disk again. */
const WORTH_WRITING = 600_000

/** Times by `DeskTime`, in ms. `noteAnswer`: when the server last answered, null for never on this device. */
const onDisk = z.strictObject({ time: z.number(), wall: z.number(), heard: z.nullable(z.number()) })
const KEY = 'times'

/** The policy's limit that a device has reached, and its hours. */
export type ReachedLimit = { why: 'too-long' | 'unheard'; hours: number }

/**
 * L4 P10: the two limits of the verified policy: how long a device stays unlocked (the person may want it shorter), and how long without
 * an answer of the server.
 * Checked at each use, and whenever the browser's alarm starts the worker. The session store keeps the times across workers; the
 * time of the server's last answer is also sealed on disk, so that another unlock does not reset it.
 */
export class DeskLimits {
  private clock: DeskTime | null = null
  private unlocked = 0
  private answeredAt: number | null = null
  /** The `noteAnswer` that is on disk. */
  private written = 0
  /** During an unlock a device past the limit shows nothing, but does not lock either: the first sync decides. */
  private unlocking = false

  constructor(private readonly desk: Desk) {}

  /** Starts both limits at an unlock: the unlocked hours from now, the hours without server from what is on disk. */
  async begin(vault: Vault): Promise<void> {
    this.unlocking = true
    const kept = onDisk.safeParse(await readBlob(this.desk, vault, KEY, ''))
    this.clock = new DeskTime(this.desk, kept.success ? kept.data : null)
    this.answeredAt = kept.success ? kept.data.heard : null
    this.written = 0
    this.unlocked = this.clock.read(vault.chain.last?.time).time
    await this.storeTimes()
  }

  /**
   * Ends the unlock after its first sync, and starts the unlocked hours again: the time of a signed entry may just have corrected a
   * slow clock, and that jump must not count as time unlocked.
   */
  async endUnlock(vault: Vault | null): Promise<void> {
    this.unlocking = false
    if (this.clock === null || vault === null) return
    this.unlocked = this.clock.read(vault.chain.last?.time).time
    await this.keep(vault)
    await this.storeTimes()
  }

  /** Restores the times in a worker that starts while unlocked. A time that is missing counts as zero, so both limits are reached. */
  async restore(): Promise<void> {
    const kept = await readStored(this.desk, KEY)
    this.clock = new DeskTime(this.desk, kept)
    this.unlocked = kept?.unlocked ?? 0
    this.answeredAt = kept?.heard ?? null
    this.written = kept?.written ?? 0
  }

  forget(): void {
    this.clock = null
    this.unlocking = false
  }

  /**
   * Notes that the server has answered this member with a ledger. It counts even where the ledger is refused: a server that replays
   * an old valid answer could not be told apart anyway.
   */
  async noteAnswer(vault: Vault): Promise<void> {
    if (this.clock === null) return
    const reading = this.clock.read(vault.chain.last?.time)
    this.answeredAt = reading.time
    await this.keep(vault)
    await this.storeTimes()
  }

  /** Writes the time of the server's last answer to disk, sealed, but not before the first ledger is fully verified. */
  private async keep(vault: Vault): Promise<void> {
    const { clock, answeredAt: heard } = this
    if (clock === null || heard === null || vault.uncheckedSignatures !== null || heard - this.written < WORTH_WRITING)
      return
    this.written = heard
    // Where the disk is full the time is not stored: then the next unlock needs an answer of the server.
    await putBlob(this.desk, vault, KEY, '', { ...clock.read(), heard }).catch(() => undefined)
  }

  /** Stores the times in the session store for the next worker. */
  async storeTimes(): Promise<void> {
    if (this.clock === null) return
    const { unlocked, written, answeredAt: heard } = this
    await writeStored(this.desk, KEY, { ...this.clock.read(), heard, unlocked, written })
  }

  /** Returns the limit for which the device must lock now, null while it need not. */
  limitToLockFor(vault: Vault): ReachedLimit | null {
    return this.unlocking ? null : this.reachedLimit(vault)
  }

  /** Returns the limit that the device has reached, null while it has reached none. */
  reachedLimit(vault: Vault): ReachedLimit | null {
    const last = vault.chain.last
    const { withoutServerHours, ...policy } = last?.policy ?? firstPolicy
    const unlockedHours = hoursUnlocked(policy.unlockedHours, vault.settings.desk)
    if (this.clock === null) return { why: 'too-long', hours: unlockedHours }
    const { time } = this.clock.read(last?.time)
    if (time - this.unlocked >= unlockedHours * HOUR) return { why: 'too-long', hours: unlockedHours }
    if (this.answeredAt === null || time - this.answeredAt >= withoutServerHours * HOUR)
      return { why: 'unheard', hours: withoutServerHours }
    return null
  }
}

/** Copies the stored times to the next cache key, before a rotation of this person's keys is sent. */
export async function copyTimes(desk: Desk, vault: CacheOwner, next: CacheOwner): Promise<void> {
  const kept = await readBlob(desk, vault, KEY, '')
  if (kept !== null) await putBlob(desk, next, KEY, '', kept)
}
