import { beforeEach, expect, test } from 'vitest'
import { nodeDesk } from '../../../tests/headless/node-desk.ts'
import type { NodeDesk } from '../../../tests/headless/node-desk.ts'
import { firstPolicy } from '../../../shared/ledger/replay/owners.ts'
import type { LedgerState } from '../../../shared/ledger/replay/state.ts'
import { DeskLimits } from './desk-limits.ts'
import { vaultWith } from '../testing/one-login.ts'
import type { Vault } from './vault.ts'

const HOUR = 3_600_000
const TOO_LONG = { why: 'too-long', hours: 12 }
const UNHEARD = { why: 'unheard', hours: 72 }

/** `wall`: the system clock, which somebody may set. `ticks`: the worker's own monotonic clock. */
let clock: { wall: number; ticks: number }
let desk: NodeDesk
let vault: Vault
let limits: DeskLimits
beforeEach(async () => {
  clock = { wall: 1_000 * HOUR, ticks: 5 }
  desk = nodeDesk(
    () => clock.wall,
    () => clock.ticks,
  )
  vault = await vaultWith('read')
  vault.uncheckedSignatures = null
  limits = await unlocked()
})

/** Returns the limits after an unlock whose first sync brought the ledger. */
async function unlocked(): Promise<DeskLimits> {
  const made = new DeskLimits(desk)
  await made.begin(vault)
  await made.noteAnswer(vault)
  await made.endUnlock(vault)
  return made
}
/** Lets hours pass on both clocks. */
function pass(hours: number): void {
  clock.wall += hours * HOUR
  clock.ticks += hours * HOUR
}
/** The browser ends the worker and starts another, whose monotonic clock starts at zero. */
async function die(): Promise<void> {
  clock.ticks = 0
  limits = new DeskLimits(desk)
  await limits.restore()
}
const hear = () => limits.noteAnswer(vault)
/** Changes the ledger's state as a newer entry would. */
function become(changed: Partial<LedgerState>): void {
  const { last } = vault.chain
  if (last === null) throw new Error('no state')
  vault.chain = { ...vault.chain, last: { ...last, ...changed } }
}
const over = () => limits.reachedLimit(vault)

test('L4 P10: a device stays unlocked for the hours of the policy and no longer, however much it is used', async () => {
  for (let hour = 0; hour < 11; hour++) {
    pass(1)
    await hear()
  }
  clock.wall += HOUR - 1_000
  clock.ticks += HOUR - 1_000
  expect(over()).toBeNull()
  pass(1 / 3_600)
  expect(over()).toEqual(TOO_LONG)
  limits = await unlocked()
  expect(over()).toBeNull()
})

test('L4 P10: a device may go without the server for the hours of the policy, and each answer starts them again', async () => {
  become({ policy: { ...firstPolicy, withoutServerHours: 3 } })
  pass(2)
  await hear()
  pass(2)
  expect(over()).toBeNull()
  pass(1)
  expect(over()).toEqual({ why: 'unheard', hours: 3 })
  await hear()
  expect(over()).toBeNull()
})

test('L4 P10: setting the clock back, even again and again, does not extend the limit', () => {
  for (let hour = 0; hour < 12; hour++) {
    pass(1)
    clock.wall -= HOUR
    over()
  }
  expect(over()).toEqual(TOO_LONG)
})

test('L4 P10: after the clock was set back once, time counts on from there, in the next worker too', async () => {
  pass(6)
  await limits.storeTimes()
  clock.wall -= 500 * HOUR
  expect(over()).toBeNull()
  await limits.storeTimes()
  await die()
  pass(5)
  await limits.storeTimes()
  await die()
  // No worker ran meanwhile: only the system clock knows of that hour.
  clock.wall += HOUR
  await die()
  expect(over()).toEqual(TOO_LONG)
})

test('L4 P10: time lost by setting the clock forward is not given back, and the next unlock starts its own count', async () => {
  clock.wall += 13 * HOUR
  expect(over()).toEqual(TOO_LONG)
  clock.wall -= 13 * HOUR
  expect(over()).toEqual(TOO_LONG)
  limits = await unlocked()
  pass(11)
  expect(over()).toBeNull()
  pass(1)
  expect(over()).toEqual(TOO_LONG)
})

test('L4 P10: a new worker goes on counting, and where it finds no times the device locks', async () => {
  pass(11)
  await limits.storeTimes()
  await die()
  expect(over()).toBeNull()
  clock.wall += HOUR
  expect(over()).toEqual(TOO_LONG)
  desk.kept.session.clear()
  await die()
  expect(over()).toEqual(TOO_LONG)
})

test('L4 P10: an unlock without an answer of the server does not reset the time of its last answer, nor does the clock', async () => {
  pass(1)
  const later = new DeskLimits(desk)
  pass(71)
  await later.begin(vault)
  // The first sync decides: until it ends the device shows nothing and does not lock.
  expect([later.reachedLimit(vault), later.limitToLockFor(vault)]).toEqual([UNHEARD, null])
  await later.endUnlock(vault)
  expect(later.limitToLockFor(vault)).toEqual(UNHEARD)
  // Between two unlocks the clock is set back to when the server last answered.
  await later.noteAnswer(vault)
  clock.wall -= 72 * HOUR
  const last = new DeskLimits(desk)
  await last.begin(vault)
  await last.endUnlock(vault)
  pass(8)
  expect(last.limitToLockFor(vault)).toBeNull()
  desk.kept.blobs.clear()
  await last.begin(vault)
  expect(last.reachedLimit(vault)).toEqual(UNHEARD)
})

test('L4: a signed entry with a later time corrects a slow clock, and takes no time from a device that just unlocks', async () => {
  limits = new DeskLimits(desk)
  await limits.begin(vault)
  become({ time: clock.wall + 20 * HOUR })
  await limits.noteAnswer(vault)
  await limits.endUnlock(vault)
  expect(over()).toBeNull()
  become({ time: clock.wall + 32 * HOUR })
  expect(over()).toEqual(TOO_LONG)
})

test('L4: a stricter policy applies as soon as this device has it', () => {
  pass(4)
  expect(over()).toBeNull()
  become({ policy: { ...firstPolicy, unlockedHours: 4 } })
  expect(over()).toEqual({ why: 'too-long', hours: 4 })
})
