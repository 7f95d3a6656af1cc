import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { takenOut, takenOutOfPages } from '../tests/hostile-server/checks-taken-out/all.ts'
import { rotten } from '../tests/hostile-server/checks-taken-out/apply.ts'

const all = [...takenOut, ...takenOutOfPages]

test('every check that is taken out still stands in the product, in exactly one place', () => {
  expect(all.flatMap((one) => rotten('.', one))).toEqual([])
  expect(all.flatMap(({ edits }) => edits).filter(({ file }) => !/^(shared|extension|server)\//.test(file))).toEqual([])
})

test('every test that sees an attack succeed is there', () => {
  expect(all.filter(({ test, title }) => !readFileSync(test, 'utf8').includes(title))).toEqual([])
})

test.each(Array.from({ length: 14 }, (_, i) => `S${String(i + 1)}`))(
  'the attack %s succeeds on the shipped client once a check is taken out',
  (name) => {
    const own = `/s${name.slice(1).padStart(2, '0')}-`
    expect(takenOut.filter(({ s, test }) => s === name && test.includes(own)).length).toBeGreaterThan(0)
  },
)
