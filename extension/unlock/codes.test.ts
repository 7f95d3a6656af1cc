import { expect, test } from 'vitest'
import { invitationCodeOf, setupCodeOf } from './codes.ts'

test('a set-up code is recognised in lower case, with spaces, or without its dashes', () => {
  for (const typed of ['ABCD-EFGH-1234-5678', ' abcd efgh 1234 5678 ', 'abcdefgh12345678\n']) {
    expect(setupCodeOf(typed)).toBe('ABCD-EFGH-1234-5678')
  }
})

test('a set-up code that lacks a letter is refused', () => {
  expect(setupCodeOf('ABCD-EFGH-1234-567')).toBeNull()
  expect(setupCodeOf('')).toBeNull()
})

test('an invitation code is read in spite of the line ends, quotes and spaces that mail adds', () => {
  expect(invitationCodeOf(' « Q2xv\r\n  aXNv\u200bbg-_ »\n')).toBe('Q2xvaXNvbg-_')
})
