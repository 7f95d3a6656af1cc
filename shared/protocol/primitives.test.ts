import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toBase64url } from '../bytes/base64url.ts'
import { blob, email, line } from './primitives.ts'

const takes = (schema: ReturnType<typeof blob>, text: string) => schema.safeParse(text).success

test('every run of bytes has one spelling that is accepted', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), (bytes) => {
      expect(takes(blob(64), toBase64url(bytes))).toBe(true)
    }),
  )
  const letters = fc.string({ unit: fc.constantFrom(...'ABQgwEz09-_=+/ \n'), minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(letters, (text) => {
      const canonical = Buffer.from(text, 'base64url').toString('base64url') === text
      expect(takes(blob(64), text)).toBe(canonical)
    }),
  )
})

test('a blob that is empty or too long is refused, at any length', () => {
  expect(takes(blob(3), '')).toBe(false)
  expect(takes(blob(3), 'AAAA')).toBe(true)
  expect(takes(blob(3), 'AAAAAA')).toBe(false)
  expect(takes(blob(4), 'AAAAAA')).toBe(true)
  expect(takes(blob(65_536), 'A'.repeat(12_000_000))).toBe(false)
})

test('a line has something to read and nothing that a table or a screen chokes on', () => {
  for (const text of ['é', ' a ', '𝒜 b', '‮abc']) expect([text, takes(line(100), text)]).toEqual([text, true])
  for (const text of ['', '   ', 'a\n', '\na', 'a\0', 'a\u0085b', 'a\ud800', '\udc00'])
    expect([text, takes(line(100), text)]).toEqual([text, false])
  expect(takes(line(3), 'abcd')).toBe(false)
})

test('an address has one at-sign, and no space, control or lone surrogate', () => {
  for (const text of ['a@b', 'zoé+x@exämple.fr']) expect([text, takes(email, text)]).toEqual([text, true])
  for (const text of ['a', 'a@', '@b', 'a@b@c', 'a b@c', 'a\0@b', 'a@b\u0001', 'a@\ud800', `${'a'.repeat(254)}@b`])
    expect([text, takes(email, text)]).toEqual([text, false])
})
