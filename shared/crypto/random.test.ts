import { expect, test } from 'vitest'
import { randomPicks } from './random.ts'

test.each([2, 10, 95, 200, 256])('draws below %i are as many as asked for, and even', (below) => {
  const each = 1_500
  const counts = new Array<number>(below).fill(0)
  const picks = randomPicks(each * below, below)
  expect(picks).toHaveLength(each * below)
  for (const pick of picks) counts[pick] = (counts[pick] ?? 0) + 1
  // Six times the spread that chance gives: seen once in many millions of runs.
  const spread = 6 * Math.sqrt(each)
  expect(counts.filter((count) => Math.abs(count - each) > spread)).toEqual([])
})
