import { expect, test } from 'vitest'
import { among, findBest } from './find-best.ts'
import { fold } from './fold.ts'

const kinds = [
  ['Courrier\nDirection Banque', 'Services bancaires', 'Équipe Banque'],
  ['Banque Azur', 'Carte @ banque', 'Rien'],
].map((rows) => among(rows, fold, (row) => row))

test('names that begin with the typed text come first, then names with a word that does, whatever their kind', () => {
  expect(findBest(kinds, 'banq', 10)).toEqual({
    hits: ['Banque Azur', 'Équipe Banque', 'Carte @ banque', 'Courrier\nDirection Banque'],
    more: 0,
  })
  expect(findBest(kinds, 'ancai', 10).hits).toEqual(['Services bancaires'])
})

test('what finds no room is counted, and the best of the last kind still finds it', () => {
  expect(findBest(kinds, 'b', 1)).toEqual({ hits: ['Banque Azur'], more: 4 })
})
