import { expect, test } from 'vitest'
import { historyAfter } from './keep-history.ts'

test('a password that is replaced is kept with the time, newest first, and ten at most', () => {
  let secret = { password: 'p0', history: historyAfter(null, 'p0', 0, []) }
  for (let at = 1; at <= 12; at++)
    secret = { password: `p${String(at)}`, history: historyAfter(secret, `p${String(at)}`, at, []) }
  expect(secret.history.map(({ password }) => password)).toEqual([
    'p11',
    'p10',
    'p9',
    'p8',
    'p7',
    'p6',
    'p5',
    'p4',
    'p3',
    'p2',
  ])
  expect(secret.history[0]).toEqual({ password: 'p11', until: 12 })
})

test('an edit that leaves the password, or gives the first one, keeps nothing new', () => {
  const history = [{ password: 'older', until: 5 }]
  expect(historyAfter({ password: 'now', history }, 'now', 9, [])).toEqual(history)
  expect(historyAfter({ password: '', history }, 'first', 9, [])).toEqual(history)
})

test('a new login comes with the earlier passwords of the one that it was moved from; a change brings none', () => {
  const brought = [{ password: 'there', until: 3 }]
  expect(historyAfter(null, 'now', 9, brought)).toEqual(brought)
  expect(historyAfter({ password: 'now', history: [] }, 'now', 9, brought)).toEqual([])
})
