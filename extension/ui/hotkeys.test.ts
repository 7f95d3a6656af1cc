import { expect, test } from 'vitest'
import { comboOf, countsInField } from './hotkeys.ts'

const press = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

test('a key press gets the same name on every keyboard', () => {
  expect(comboOf({ ...press, key: 'k', ctrlKey: true })).toBe('mod+k')
  expect(comboOf({ ...press, key: 'K', metaKey: true, shiftKey: true })).toBe('mod+k')
  expect(comboOf({ ...press, key: '?', shiftKey: true })).toBe('?')
  expect(comboOf({ ...press, key: 'Enter', shiftKey: true })).toBe('shift+Enter')
})

test('a letter typed in a field triggers no hotkey', () => {
  expect(countsInField('n')).toBe(false)
  expect(countsInField('/')).toBe(false)
  expect(countsInField('mod+k')).toBe(true)
  expect(countsInField('Escape')).toBe(true)
})
