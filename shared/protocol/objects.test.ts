import * as z from 'zod/mini'
import { expect, test } from 'vitest'
import { newItemId } from '../bytes/ids.ts'
import { limits, part } from './objects.ts'

const item = newItemId()
const takes = (of: 'overview' | 'secret', bytes: number) =>
  z.safeParse(part, { item, part: of, revision: 1, sealed: Buffer.alloc(bytes).toString('base64url') }).success

test('L8: a secret has room for its files and no more than three times 64 KiB; an overview has none for files', () => {
  expect(takes('secret', limits.files + 65_536)).toBe(true)
  expect(takes('secret', limits.secret)).toBe(true)
  expect(takes('secret', limits.secret + 1)).toBe(false)
  expect(limits.secret).toBeLessThanOrEqual(3 * 65_536)
  expect(takes('overview', limits.overview)).toBe(true)
  expect(takes('overview', limits.overview + 1)).toBe(false)
  expect(takes('overview', limits.files)).toBe(false)
})
