import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** The files that name sheets, each with all that it imports of ours, in its order. */
const components = readdirSync('extension', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
  .map((path) => ({
    path,
    imports: [...readFileSync(`extension/${path}`, 'utf8').matchAll(/^(?:import|\}) .*'(\..+)'$/gm)].map(
      ([, from = '']) => from,
    ),
  }))
  .filter(({ imports }) => imports.some((from) => from.endsWith('.css')))

// A page's rules stand in the order in which its scripts name their sheets, and of two of one weight the later holds.
test.each(components)('$path names its sheets after the parts that it is built of', ({ imports }) => {
  const isSheet = imports.map((from) => from.endsWith('.css'))
  expect(isSheet).toEqual([...isSheet].sort())
})
