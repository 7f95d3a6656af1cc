import type { Refused, RefusedCode } from '../../shared/ledger/replay/state.ts'
import { badField, Problem } from './problem.ts'

/** Refusals that only say that the author had not heard the news yet: sync, then sign again. */
const behind: readonly RefusedCode[] = ['wrong-sequence', 'wrong-previous', 'past-the-cut', 'before-the-cut']

/** What the author of an entry that replay refused is told. */
export function refusal({ code }: Refused): Problem {
  if (code === 'malformed') return badField('entry', 'This is not an entry.')
  if (code === 'stale') return new Problem('stale-folder', 'This waits for a new key and takes no writes until then.')
  if (behind.includes(code)) return new Problem('conflict', `Somebody else was first: ${code}.`)
  return new Problem('refused', code)
}

const tolerance = 5 * 60_000

/** The server refuses an entry whose clock is over five minutes off. Throws `clock-off`. */
export function checkTime(time: number, now: number): void {
  if (Math.abs(time - now) > tolerance) throw new Problem('clock-off', 'The clock of this computer is off.')
}

/**
 * For what comes again after a backup was restored: nothing that was signed since this server started can have been lost by
 * that (M2, H3). Throws `not-lost`.
 */
export function checkLost(time: number, startedAt: number): void {
  if (time > startedAt + tolerance) throw new Problem('refused', 'not-lost')
}
