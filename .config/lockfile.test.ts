import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'

const lockfile = z.object({
  packages: z.record(z.string(), z.looseObject({ integrity: z.optional(z.string()), link: z.optional(z.boolean()) })),
})

test('M7: every package that may be installed, on whatever platform, is the one whose hash the lockfile has', () => {
  const { packages } = lockfile.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')))
  const ours = Object.entries(packages).filter(([path, { link }]) => path !== '' && link !== true)
  expect(ours.length).toBeGreaterThan(100)
  expect(ours.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? '')).map(([path]) => path)).toEqual([])
})
