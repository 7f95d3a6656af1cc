import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const below = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path}`)
    .filter((path) => /\.(test|spec)\.tsx?$/.test(path))
/** The titles in a test file; those of `test.each` too. */
const titlesIn = (path: string) =>
  [
    ...readFileSync(path, 'utf8').matchAll(/^\s*(?:test(?:\.each)?\b[^'"`\n]*|\]\)\(|)['"`]((?:[PS]\d+:? )+[^'"`]*)/gm),
  ].map(([, title = '']) => title)
const names = (letter: string, most: number) => Array.from({ length: most }, (_, i) => `${letter}${String(i + 1)}`)
const cites = (title: string, name: string) => new RegExp(`\\b${name}\\b`).test(title)
const all = ['shared', 'server', 'extension', 'e2e', '.config'].flatMap(below).flatMap(titlesIn)

test.each(names('S', 14))('the attack %s is tried on the shipped client, in a file of its own', (name) => {
  const file = below('e2e/hostile-server').find((path) => path.includes(`/s${name.slice(1).padStart(2, '0')}-`))
  expect(titlesIn(file ?? '/dev/null').filter((title) => cites(title, name)).length).toBeGreaterThan(0)
})

test.each(names('P', 10))('the promise %s stands in the title of a test', (name) => {
  expect(all.filter((title) => cites(title, name)).length).toBeGreaterThan(0)
})
