import { expect, test } from 'vitest'
import { byName } from './by-name.ts'

const sorted = (...names: (string | null)[]) =>
  names
    .map((name) => ({ name }))
    .sort(byName)
    .map(({ name }) => name)

test('names stand as a reader expects them: accents beside their letter, 2 before 10, the unnamed last', () => {
  expect(sorted('Zoé', null, 'Équipe 10', 'Équipe 2', 'éric', 'Eva')).toEqual([
    'Équipe 2',
    'Équipe 10',
    'éric',
    'Eva',
    'Zoé',
    null,
  ])
})
