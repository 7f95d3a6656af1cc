import { expect, test } from 'vitest'
import { initialsOf } from './initials.ts'

test('initials are two letters, whatever the name is made of', () => {
  expect(initialsOf('Banque du Nord')).toBe('BD')
  expect(initialsOf('énergie')).toBe('ÉN')
  expect(initialsOf('A-1 Télécom')).toBe('A1')
  expect(initialsOf('  ')).toBe('')
})
