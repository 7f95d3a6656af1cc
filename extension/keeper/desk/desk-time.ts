import type { Desk } from './desk.ts'

/** What must survive for the time to be told on: the time as this desk counts it, and what its clock said then. */
export type Reading = { time: number; wall: number }

/** Two readings within so many ms are one: what clocks differ by in rounding must not add up. */
const SAME = 1_000

/**
 * The time on this desk, in ms, which never runs back (L4). It goes on by what the clock has gone on or by what the worker has lived,
 * whichever is more: a clock that is set back stops nothing, and one that was set forward has taken its time.
 */
export class DeskTime {
  private time: number
  private wall: number
  private ticks: number

  /** `kept`: the last reading of an earlier worker, null where there is none. */
  constructor(
    private readonly desk: Pick<Desk, 'now' | 'ticks'>,
    kept: Reading | null,
  ) {
    const wall = desk.now()
    this.time = kept === null ? wall : kept.time + Math.max(0, wall - kept.wall)
    this.wall = wall
    this.ticks = desk.ticks()
  }

  /** The time now, and not before `atLeast`: a signed entry of that time has been seen. */
  read(atLeast = 0): Reading {
    const [wall, ticks] = [this.desk.now(), this.desk.ticks()]
    const passed = Math.max(0, wall - this.wall, ticks - this.ticks)
    if (wall < this.wall || passed >= SAME) {
      this.time += passed
      this.wall = wall
      this.ticks = ticks
    }
    this.time = Math.max(this.time, atLeast)
    return { time: this.time, wall: this.wall }
  }
}
