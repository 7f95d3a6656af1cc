import { expect, test } from 'vitest'
import { hueOf, initialsOf } from './hue.ts'

test('two hundred clients use every hue, and each client keeps its own', () => {
  const hues = Array.from({ length: 200 }, (_, at) => hueOf(`client-${String(at)}`))
  expect(new Set(hues)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]))
  expect(hueOf('client-7')).toBe(hues[7])
})

test('initials are two letters, whatever the name is made of', () => {
  expect(initialsOf('Banque du Nord')).toBe('BD')
  expect(initialsOf('énergie')).toBe('ÉN')
  expect(initialsOf('A-1 Télécom')).toBe('A1')
  expect(initialsOf('  ')).toBe('')
})
