import type { Desk } from './desk.ts'

/** What the next worker needs to go on counting: the time as this device counts it, and its system clock then. Both in ms. */
export type Reading = { time: number; wall: number }

/** Readings less than so many ms apart count as one: rounding differences between the clocks must not add up. */
const TOLERANCE = 1_000

/**
 * The time on this device in ms, which never runs backwards (L4). It advances by the system clock or by the worker's monotonic clock,
 * whichever advanced more. So setting the clock back gains nothing, and time lost by setting it forward is not given back.
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

  /** Returns the time now, and at least `atLeast`, the time (ms) of a signed entry that this device has seen. */
  read(atLeast = 0): Reading {
    const [wall, ticks] = [this.desk.now(), this.desk.ticks()]
    const passed = Math.max(0, wall - this.wall, ticks - this.ticks)
    if (wall < this.wall || passed >= TOLERANCE) {
      this.time += passed
      this.wall = wall
      this.ticks = ticks
    }
    this.time = Math.max(this.time, atLeast)
    return { time: this.time, wall: this.wall }
  }
}
