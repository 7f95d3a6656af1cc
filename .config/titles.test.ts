import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const below = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path}`)
    .filter((path) => /\.(test|spec)\.tsx?$/.test(path))
/** The titles in a test file; those of `test.each` too, and none that is skipped. */
const titlesOf = (source: string) =>
  [
    ...source.matchAll(
      /^\s*(?:test(?:\.each)?(?!\.(?:skip|todo|fails|fixme))\b[^'"`\n]*|\]\)\(|)['"`]((?:[PS]\d+:? )+[^'"`]*)/gm,
    ),
  ].map(([, title = '']) => title)
const titlesIn = (path: string) => titlesOf(readFileSync(path, 'utf8'))
const names = (letter: string, most: number) => Array.from({ length: most }, (_, i) => `${letter}${String(i + 1)}`)
const cites = (title: string, name: string) => new RegExp(`\\b${name}\\b`).test(title)
const all = ['shared', 'server', 'extension', 'verify', 'tests', 'e2e', '.config'].flatMap(below).flatMap(titlesIn)

test.each(names('S', 14))('the attack %s is tried on the shipped client, in a file of its own', (name) => {
  const file = below('tests/hostile-server').find((path) => path.includes(`/s${name.slice(1).padStart(2, '0')}-`))
  expect(titlesIn(file ?? '/dev/null').filter((title) => cites(title, name)).length).toBeGreaterThan(0)
})

test.each(names('P', 10))('the promise %s stands in the title of a test', (name) => {
  expect(all.filter((title) => cites(title, name)).length).toBeGreaterThan(0)
})

test('a skipped test is no test, and a title that only begins like one is none', () => {
  const found = (source: string) => titlesOf(source).length
  expect(found("test('S1 P4: a title', () => {")).toBe(1)
  expect(found("test.each(lies)(\n  'S1 P4: a title of %s',")).toBe(1)
  expect(found("])('S1: a title'")).toBe(1)
  for (const source of [
    "test.skip('S1: a title'",
    "test.todo('S1: a title')",
    "test('S-one: a title'",
    "// test('S1: a title'",
  ])
    expect([source, found(source)]).toEqual([source, 0])
})
