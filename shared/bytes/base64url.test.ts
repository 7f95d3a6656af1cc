import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromBase64url, toBase64url } from './base64url.ts'

test('any bytes come back from their base64url text, which is what Node writes too', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const text = toBase64url(bytes)
      expect(text).toBe(Buffer.from(bytes).toString('base64url'))
      expect(fromBase64url(text)).toEqual(new Uint8Array(bytes))
    }),
  )
})

test('a text that is read at all is the only text of its bytes', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'AQgwBCDEF_-=+/ é😀'), maxLength: 9 }), (text) => {
      let bytes
      try {
        bytes = fromBase64url(text)
      } catch (error) {
        expect(error).toMatchObject({ code: 'bad-base64url' })
        return
      }
      expect(toBase64url(bytes)).toBe(text)
    }),
  )
})

test.each(['AA==', 'AB', 'AAB', 'A', 'AAAAA', '+/AA', 'AA A', 'AAé'])('"%s" is refused', (text) => {
  expect(() => fromBase64url(text)).toThrow('bad-base64url')
})
