import { expect, test } from 'vitest'
import { newItemId } from '../../../shared/bytes/ids.ts'
import { nodeDesk } from '../../../tests/headless/node-desk.ts'
import { isBefore, noteStep, stepOf } from './next-step.ts'

const bank = newItemId()
const shop = newItemId()
const page = 'https://bank.example/login?next=1'
const signedIn = { filled: ['username' as const, 'password' as const], missing: ['otp' as const] }
const coded = { filled: ['otp' as const], missing: [] }

function deskAt(start: number) {
  const clock = { now: start }
  return { clock, desk: { ...nodeDesk(), now: () => clock.now } }
}

test('Each tab waits for the code of the login that was filled in it last', async () => {
  const { desk } = deskAt(0)
  await noteStep(desk, { tab: 1, item: bank, page }, signedIn, true)
  await noteStep(desk, { tab: 2, item: shop, page }, signedIn, true)
  expect([await stepOf(desk, 1), await stepOf(desk, 2), await stepOf(desk, 3), await stepOf(desk, null)]).toEqual([
    ...[bank, shop],
    ...[null, null],
  ])
  await noteStep(desk, { tab: 1, item: shop, page }, signedIn, true)
  expect(await stepOf(desk, 1)).toBe(shop)
})

test('A tab stops waiting once the code is filled, or another login without a code is', async () => {
  const { desk } = deskAt(0)
  for (const [outcome, hasCode] of [
    [coded, true],
    [signedIn, false],
  ] as const) {
    await noteStep(desk, { tab: 1, item: bank, page }, signedIn, true)
    await noteStep(desk, { tab: 1, item: bank, page }, outcome, hasCode)
    expect(await stepOf(desk, 1)).toBe(null)
  }
})

test('A tab waits for its code for five minutes', async () => {
  const { desk, clock } = deskAt(0)
  await noteStep(desk, { tab: 1, item: bank, page }, signedIn, true)
  clock.now = 5 * 60_000 - 1
  expect(await stepOf(desk, 1)).toBe(bank)
  clock.now += 1
  expect(await stepOf(desk, 1)).toBe(null)
})

test('The page on which a login was filled is not the step after it, whatever a failed try adds to its address', async () => {
  const { desk } = deskAt(0)
  await noteStep(desk, { tab: 1, item: bank, page }, signedIn, true)
  expect(await isBefore(desk, 1, 'https://bank.example/login?error=1#form')).toBe(true)
  expect(await isBefore(desk, 1, 'https://bank.example/code')).toBe(false)
  expect(await isBefore(desk, 2, page)).toBe(false)
  expect(await isBefore(desk, null, page)).toBe(false)
})
