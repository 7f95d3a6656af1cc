import { expect, test } from 'vitest'
import { fold, foldOnce, holdsWords } from './fold.ts'

test('a search finds words in any order, whatever the case, accents and ligatures', () => {
  const text = fold('Éloïse Le Cœur, Łódź STRASSE')
  for (const typed of ['eloise', 'coeur ELOÏSE', 'straße', '  ', 'Le  él']) expect(holdsWords(typed)(text)).toBe(true)
  for (const typed of ['eloise nobody', 'elo1se']) expect(holdsWords(typed)(text)).toBe(false)
})

test('what is searched of a row is worked out once', () => {
  let times = 0
  const textOf = foldOnce((row: { name: string }) => {
    times += 1
    return row.name
  })
  const row = { name: 'Été' }
  expect([textOf(row), textOf(row), textOf({ name: 'Été' })]).toEqual(['ete', 'ete', 'ete'])
  expect(times).toBe(2)
})
