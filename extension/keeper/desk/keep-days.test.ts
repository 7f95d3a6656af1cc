import { expect, test } from 'vitest'
import { nodeDesk } from '../../../tests/headless/node-desk.ts'
import { applyKeepDays } from './keep-days.ts'

const DAY = 24 * 3_600_000

test('P10: sealed data stays for the days of the policy and no longer, also while locked', async () => {
  let now = 0
  const desk = nodeDesk(() => now)
  const left = async (days: number | null) => {
    await applyKeepDays(desk, days)
    return [...desk.kept.blobs.keys()]
  }
  await desk.blobs.set('old', new Uint8Array(1))
  now = 8 * DAY
  await desk.blobs.set('new', new Uint8Array(1))
  // This device has not seen a policy yet.
  expect(await left(null)).toEqual(['old', 'new'])
  expect(await left(9)).toEqual(['old', 'new'])
  now = 10 * DAY
  expect(await left(null)).toEqual(['new'])
  expect(await left(1)).toEqual([])
  await desk.blobs.set('again', new Uint8Array(1))
  now = 12 * DAY
  expect(await left(30)).toEqual(['again'])
  await desk.local.set('keepDays', 'forever')
  now = 43 * DAY
  expect(await left(null)).toEqual([])
})
