import { expect, test } from 'vitest'
import { newItemId } from '../../../shared/bytes/ids.ts'
import { nodeDesk } from '../../../tests/headless/node-desk.ts'
import { noteStep, stepOf } from './next-step.ts'

const bank = newItemId()
const shop = newItemId()
const signedIn = { filled: ['username' as const, 'password' as const], missing: ['otp' as const] }
const coded = { filled: ['otp' as const], missing: [] }

function deskAt(start: number) {
  const clock = { now: start }
  return { clock, desk: { ...nodeDesk(), now: () => clock.now } }
}

test('Each tab waits for the code of the login that was filled in it last', async () => {
  const { desk } = deskAt(0)
  await noteStep(desk, { tab: 1, item: bank }, signedIn, true)
  await noteStep(desk, { tab: 2, item: shop }, signedIn, true)
  expect([await stepOf(desk, 1), await stepOf(desk, 2), await stepOf(desk, 3), await stepOf(desk, null)]).toEqual([
    ...[bank, shop],
    ...[null, null],
  ])
  await noteStep(desk, { tab: 1, item: shop }, signedIn, true)
  expect(await stepOf(desk, 1)).toBe(shop)
})

test('A tab stops waiting once the code is filled, or another login without a code is', async () => {
  const { desk } = deskAt(0)
  for (const [outcome, hasCode] of [
    [coded, true],
    [signedIn, false],
  ] as const) {
    await noteStep(desk, { tab: 1, item: bank }, signedIn, true)
    await noteStep(desk, { tab: 1, item: bank }, outcome, hasCode)
    expect(await stepOf(desk, 1)).toBe(null)
  }
})

test('A tab waits for its code for five minutes', async () => {
  const { desk, clock } = deskAt(0)
  await noteStep(desk, { tab: 1, item: bank }, signedIn, true)
  clock.now = 5 * 60_000 - 1
  expect(await stepOf(desk, 1)).toBe(bank)
  clock.now += 1
  expect(await stepOf(desk, 1)).toBe(null)
})
