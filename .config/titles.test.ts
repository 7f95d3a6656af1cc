import { expect, test } from 'vitest'
import { ids } from './evidence.ts'
import { idsOf, testsBelow, titlesIn, titlesOf } from './titles.ts'

const all = testsBelow().flatMap(titlesIn)
const holds = (title: string, id: string) => idsOf(title).includes(id)

test.each(ids.attacks)('the attack %s is tried on the shipped client, in a file of its own', (name) => {
  const own = testsBelow('tests/hostile-server').find((path) => path.includes(`/s${name.slice(1).padStart(2, '0')}-`))
  const titles = own === undefined ? [] : titlesIn(own)
  expect(titles.filter((title) => holds(title, name)).length).toBeGreaterThan(0)
})

test.each(ids.promises)('the promise %s stands in the title of a test', (name) => {
  expect(all.filter((title) => holds(title, name)).length).toBeGreaterThan(0)
})

test('every promise, attack and finding that a title names is one of ours, and none is named in another form', () => {
  const known: string[] = [...ids.promises, ...ids.attacks, ...ids.findings]
  expect(all.flatMap(idsOf).filter((id) => !known.includes(id))).toEqual([])
  expect(all.filter((title) => /^[PSHML]\d/.test(title) && idsOf(title).length === 0)).toEqual([])
})

test('a skipped test is no test, and a title that only begins like one is none', () => {
  const found = (source: string) => titlesOf(source).flatMap(idsOf)
  expect(found("test('S1 P4: a title', () => {})")).toEqual(['S1', 'P4'])
  expect(found("test.each(lies)(\n  'S1 P4: a title of %s', () => {})")).toEqual(['S1', 'P4'])
  expect(
    found("test.each<[string, (n: number) => number]>([['a', twice]])('S1: a title', <T>(one: T) => one)"),
  ).toEqual(['S1'])
  expect(found("test.runIf(isRoot)('H7: a title', () => {})")).toEqual(['H7'])
  expect(found('test(`S1: a title of ${name}`, () => {})')).toEqual(['S1'])
  for (const source of [
    "test.skip('S1: a title')",
    "test.skip.each(lies)('S1: a title')",
    "test.todo('S1: a title')",
    "test.fails('S1: a title', () => {})",
    "test.fixme('S1: a title', () => {})",
    "describe('S1: a title', () => {})",
    "test('S-one: a title')",
    "// test('S1: a title')",
    "expect('S1: a title')",
  ])
    expect([source, found(source)]).toEqual([source, []])
})
