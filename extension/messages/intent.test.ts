import { expect, test } from 'vitest'
import { newFolderId } from '../../shared/bytes/ids.ts'
import { plainClient } from '../../shared/vault/about-client.ts'
import { intent } from './intent.ts'

const good = { ...plainClient(3), start: '2026-01-01', end: '2026-12-31', channels: ['voice'] }
const accepts = (change: object) =>
  intent.safeParse({ do: 'describe-client', folder: newFolderId(), about: { ...good, ...change } }).success

test.each([
  ['a contract that ends before it starts', { end: '2025-12-31' }],
  ['a day that no month has', { start: '2026-02-31' }],
  ['a thirteenth colour', { hue: 12 }],
  ['a contact longer than 500 characters', { contact: 'x'.repeat(501) }],
  ['a channel without a letter', { channels: [' '] }],
  ['twenty-one channels', { channels: Array.from({ length: 21 }, (_, at) => `c${String(at)}`) }],
])('what is said of a client is refused at the door: %s', (_, change) => {
  expect(accepts(change)).toBe(false)
})

test('a contract of one day, of one end, or of none is taken', () => {
  for (const change of [{}, { end: '2026-01-01' }, { start: '' }, { start: '', end: '' }])
    expect(accepts(change)).toBe(true)
})
