import { expect, test } from 'vitest'
import { atLeast, levels } from './levels.ts'

test('each level includes those before it, and having none includes nothing', () => {
  const reached = [...levels, null].map((level) => levels.filter((needed) => atLeast(level, needed)))
  expect(reached).toEqual([['fill'], ['fill', 'read'], ['fill', 'read', 'edit'], [...levels], []])
})
